import type { PersonRecord } from "#app/model/canonical.ts";
import { pseudonym } from "#app/privacy/pseudonym.server.ts";
import { listPushedGroups, membersByGroup } from "#db/intake/scim-groups.ts";
import { type PendingUser, readPendingUsers, readReferredUsers } from "#db/intake/scim-pending.ts";
import { choicesOf } from "#jobs/connectors/scim/choices.ts";
import { type ScimGroup, type UnitOf, unitsOf } from "#jobs/connectors/scim/groups.ts";
import { personOf } from "#jobs/connectors/scim/person.ts";
import { textAt } from "#jobs/connectors/scim/wire.ts";
import type { ScimParts } from "./parts.ts";
import { foldedUser, lookupKey, openRow } from "./user-row.ts";

export interface Pushed {
  readonly pending: readonly PendingUser[];
  readonly people: readonly PersonRecord[];
  /** HR numbers of managers, by what refers to them. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly told: ReadonlySet<string>;
}

type Needed = Pick<ScimParts, "db" | "keys">;

/** Those who were pushed and changed since they were last taken, as people. */
export async function readPushedPeople(parts: Needed): Promise<Pushed> {
  const pending = await readPendingUsers(parts.db);
  const isByGroup = pending.some(({ groups }) => groups === "units");
  const unitOf = isByGroup ? unitsOf(await readGroups(parts)) : null;
  const people = pending
    .filter(({ isSuperseded }) => !isSuperseded)
    .flatMap((user) => personIn(parts, user, unitOf) ?? []);
  return {
    pending,
    people,
    numbers: await readManagers(parts, people),
    told: new Set(pending.flatMap(({ told }) => told)),
  };
}

function personIn(parts: Needed, user: PendingUser, unitOf: UnitOf | null): PersonRecord | null {
  const { id, number, unit, groups, leftOn, isDeleted } = user;
  const kept = openRow(parts, user);
  const choices = choicesOf({ number, unit: unit.join(" ") });
  const path = groups === "units" && unitOf !== null ? (unitOf(id) ?? []) : undefined;
  const person = personOf(foldedUser(id, kept), choices, path);
  if (person === null) return null;
  if (isDeleted) {
    return { ...person, employeeNumber: textAt(kept, "number"), active: false, leftOn };
  }
  return person.active ? person : { ...person, leftOn: person.leftOn ?? leftOn };
}

async function readGroups(parts: Needed): Promise<readonly ScimGroup[]> {
  const everything = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
  const { groups } = await listPushedGroups(parts.db, {}, everything);
  const members = await membersByGroup(parts.db);
  return groups.map((row) => {
    const inside = members.get(row.id) ?? [];
    const name = openRow(parts, row).displayName;
    return {
      id: row.id,
      name: typeof name === "string" ? name : null,
      users: inside.filter(({ isGroup }) => !isGroup).map(({ memberId }) => memberId),
      groups: inside.filter(({ isGroup }) => isGroup).map(({ memberId }) => memberId),
    };
  });
}

/**
 * The numbers of managers. They are to be referred to by their id here; providers that cannot send
 * the number or the user name of the manager (Okta, as it is mostly set up).
 */
async function readManagers(
  parts: Needed,
  people: readonly PersonRecord[],
): Promise<ReadonlyMap<string, string>> {
  const references = [...new Set(people.flatMap(({ manager }) => manager ?? []))];
  const byKey = new Map<string, string>();
  for (const reference of references) {
    byKey.set(reference.toLowerCase(), reference);
    for (const key of keysOf(parts, reference)) byKey.set(key.toString("hex"), reference);
  }
  const ids = references.filter((one) => /^[0-9a-f-]{36}$/i.test(one));
  const keys = references.flatMap((one) => keysOf(parts, one));
  const numbers = new Map<string, string>();
  for (const row of await readReferredUsers(parts.db, { ids, keys })) {
    const choices = choicesOf({ number: row.number });
    const number = personOf(foldedUser(row.id, openRow(parts, row)), choices)?.employeeNumber;
    if (!number) continue;
    for (const name of [row.id, row.userNameKey?.toString("hex"), row.numberKey?.toString("hex")]) {
      const reference = byKey.get(name ?? "");
      if (reference !== undefined) numbers.set(reference, number);
    }
  }
  return numbers;
}

function keysOf(parts: Needed, reference: string): readonly Buffer[] {
  return [
    pseudonym(parts.keys.pseudonym, "number", reference),
    lookupKey(parts, "userName", reference),
  ];
}
