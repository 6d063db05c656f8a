import type { CanonicalRecord, MemberRecord } from "#app/model/canonical.ts";
import type { Client } from "../http.ts";
import { isRefusal, listed, reasonOf } from "./pages.ts";

/** The fields of a user that are read: no name, no job, no telephone. */
interface User {
  readonly id: string;
  readonly mail?: string | null;
  readonly userPrincipalName?: string | null;
  readonly userType?: string | null;
  readonly accountEnabled?: boolean | null;
  readonly employeeId?: string | null;
  readonly deletedDateTime?: string | null;
}

const fields = "id,mail,userPrincipalName,userType,accountEnabled,employeeId";
/** More is refused. */
const PAGE = 999;

/** Everybody a reading has met, so that each is introduced once and found by their sign-in name. */
export class People {
  readonly #known = new Set<string>();
  readonly #byName = new Map<string, string>();

  /** Null for whoever has been introduced already. */
  introduce(member: MemberRecord, signInName: string | null = null): MemberRecord | null {
    if (signInName !== null) this.#byName.set(signInName.toLowerCase(), member.id);
    if (this.#known.has(member.id)) return null;
    this.#known.add(member.id);
    return member;
  }

  knows(id: string): boolean {
    return this.#known.has(id);
  }

  /** Usage reports name people by how they sign in. */
  idOf(signInName: string): string | null {
    return this.#byName.get(signInName.toLowerCase()) ?? null;
  }
}

/**
 * Everybody in the directory, and those deleted in the last 30 days with the day they were: after
 * that the directory forgets them.
 */
export async function* readPeople(client: Client, people: People): AsyncGenerator<CanonicalRecord> {
  const query = { $select: fields, $top: PAGE };
  for await (const user of listed<User>(client, "/users", query)) yield* met(user, people);
  const path = "/directory/deletedItems/microsoft.graph.user";
  try {
    const gone = { $select: `${fields},deletedDateTime`, $top: PAGE };
    for await (const user of listed<User>(client, path, gone)) {
      yield* met({ ...user, accountEnabled: false }, people);
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
    yield { type: "refusal", where: "people deleted lately", reason: reasonOf(error) };
  }
}

/** Somebody the directory does not know: erased (and gone), or of another organisation. */
export function stranger(id: string, kind: "person" | "guest"): MemberRecord {
  return { type: "member", id, email: null, employeeNumber: null, kind, active: kind === "guest" };
}

function* met(user: User, people: People): Generator<MemberRecord> {
  const name = signInName(user);
  const isGuest = user.userType === "Guest" || /#EXT#/i.test(name ?? "");
  const member = people.introduce(
    {
      type: "member",
      id: user.id,
      // A guest's sign-in name is made up; everybody else's is an address of theirs.
      email: user.mail || (isGuest ? null : name),
      employeeNumber: user.employeeId || null,
      kind: isGuest ? "guest" : "person",
      active: user.accountEnabled !== false,
      endedAt: user.deletedDateTime || null,
    },
    name,
  );
  if (member !== null) yield member;
}

/** Deleting somebody puts their id before their name, so that another may have it. */
function signInName({ id, userPrincipalName: name }: User): string | null {
  const prefix = id.replaceAll("-", "").toLowerCase();
  if (!name) return null;
  return name.toLowerCase().startsWith(prefix) ? name.slice(prefix.length) : name;
}
