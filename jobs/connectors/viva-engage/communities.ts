import type { CanonicalRecord, GroupRecord, Purpose } from "#app/model/canonical.ts";
import type { Client } from "../http.ts";
import { inOrder } from "../microsoft/ahead.ts";
import { isRefusal, listed, reasonOf } from "../microsoft/pages.ts";
import { type People, stranger } from "../microsoft/people.ts";
import type { Community, DirectoryObject } from "./wire.ts";

/** Members of communities asked for at once. */
const AT_ONCE = 4;

/** What a first look at the communities gives. */
export interface Communities {
  readonly all: readonly { readonly id: string; readonly groupId: string | null }[];
  /** Null for a name that several have. */
  readonly idByName: ReadonlyMap<string, string | null>;
}

/** Every community of the network, which must be in native mode: Graph knows no other. */
export async function* readCommunities(
  client: Client,
  purposes: ReadonlyMap<string, Purpose>,
): AsyncGenerator<GroupRecord, Communities> {
  const all: { id: string; groupId: string | null }[] = [];
  const idByName = new Map<string, string | null>();
  for await (const community of listed<Community>(client, "/employeeExperience/communities")) {
    const id = yammerIdOf(community.id);
    const { displayName, privacy, groupId } = community;
    all.push({ id, groupId: groupId ?? null });
    idByName.set(displayName, idByName.has(displayName) ? null : id);
    // A private community may be unlisted as well: Graph does not say, so none is secret.
    const isOpen = privacy === "public";
    yield {
      type: "group",
      id,
      privacy: isOpen ? "open" : "closed",
      purpose: purposes.get(id.toLowerCase()) ?? null,
      name: isOpen ? displayName : null,
      createdAt: null,
      archivedAt: null,
    };
  }
  return { all, idByName };
}

/** Who is in each community: the members of its Microsoft 365 group. */
export async function* readMembers(
  client: Client,
  { all }: Communities,
  people: People,
): AsyncGenerator<CanonicalRecord> {
  const total = all.length;
  yield { type: "progress", done: 0, total };
  const read = ({ id, groupId }: Communities["all"][number], index: number) =>
    membersOf(client, { id, groupId, where: `community ${index + 1} of ${total}` });
  let done = 0;
  for await (const { index, value } of inOrder(all, AT_ONCE, read)) {
    if (index > done) yield { type: "progress", done: index, total };
    done = index;
    for (const record of value) {
      const told = record.type === "member" ? people.introduce(record) : record;
      if (told !== null) yield told;
    }
  }
  yield { type: "progress", done: total, total };
}

async function* membersOf(
  client: Client,
  { id, groupId, where }: { id: string; groupId: string | null; where: string },
): AsyncGenerator<readonly CanonicalRecord[]> {
  const records: CanonicalRecord[] = [];
  if (groupId === null) return;
  try {
    const path = `/groups/${groupId}/members`;
    const query = { $select: "id", $top: 999 };
    for await (const one of listed<DirectoryObject>(client, path, query)) {
      // A group may hold groups, devices and applications.
      if (!/user$/i.test(one["@odata.type"] ?? "user")) continue;
      records.push(stranger(one.id, "person"));
      records.push({ type: "membership", group: id, member: one.id, joinedAt: null });
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
    records.push({ type: "refusal", where, reason: reasonOf(error), groups: [id] });
  }
  yield records;
}

/** The id the community has in Yammer, which exports and the REST API use; else its own. */
function yammerIdOf(id: string): string {
  try {
    const said = JSON.parse(Buffer.from(id, "base64").toString("utf8")).id;
    return typeof said === "string" && said !== "" ? said : id;
  } catch {
    return id;
  }
}
