import type { Client } from "../http.ts";
import { pagesOf } from "./list.ts";
import type { Provider } from "./provider.ts";
import { listAt, type Resource, textAt } from "./wire.ts";

export interface ScimGroup {
  readonly id: string;
  readonly name: string | null;
  /** Ids of users. */
  readonly users: readonly string[];
  /** Ids of the groups inside it. */
  readonly groups: readonly string[];
}

/** A group holds thousands of members: fewer of them to a page. */
const PAGE = 20;

/** All groups with who is in them. */
export async function readGroups(
  client: Client,
  provider: Provider,
): Promise<readonly ScimGroup[]> {
  const groups: ScimGroup[] = [];
  const paging = { ...provider, pageSize: Math.min(PAGE, provider.pageSize) };
  const query = { attributes: "displayName,members" };
  for await (const { fresh } of pagesOf(client, paging, "/Groups", query)) {
    for (const one of fresh) groups.push(groupOf(one));
  }
  return groups;
}

/** A group with folded names. */
export function groupOf(group: Resource): ScimGroup {
  const users: string[] = [];
  const groups: string[] = [];
  for (const member of listAt(group, "members")) {
    const id = textAt(member, "value");
    if (id === null) continue;
    const isGroup =
      textAt(member, "type")?.toLowerCase() === "group" ||
      /\/groups\//i.test(textAt(member, "$ref") ?? "");
    (isGroup ? groups : users).push(id);
  }
  return {
    id: textAt(group, "id") ?? "",
    name: textAt(group, "displayname"),
    users: [...new Set(users)],
    groups: [...new Set(groups)],
  };
}

/** Where groups say each user is: names from the top; null for whoever is in several unrelated ones. */
export type UnitOf = (user: string) => readonly string[] | null;

/**
 * Reads groups as units. A unit is the innermost group somebody is in; of two that do not lie in
 * each other nobody can say which, and none is taken.
 */
export function unitsOf(groups: readonly ScimGroup[]): UnitOf {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const parents = new Map<string, string>();
  for (const group of groups) {
    for (const inner of group.groups) if (!parents.has(inner)) parents.set(inner, group.id);
  }
  /** From the top; stops where groups are inside each other in a circle. */
  const lineOf = (id: string): readonly string[] => {
    const line: string[] = [];
    for (let at: string | undefined = id; at !== undefined && !line.includes(at); ) {
      line.unshift(at);
      at = parents.get(at);
    }
    return line;
  };
  const lines = new Map<string, readonly string[] | null>();
  for (const { id, users } of groups) {
    const line = lineOf(id);
    for (const user of users) {
      const known = lines.get(user);
      if (known === undefined || known?.every((one) => line.includes(one))) lines.set(user, line);
      else if (known !== null && !line.every((one) => known.includes(one))) lines.set(user, null);
    }
  }
  return (user) => {
    const line = lines.get(user);
    if (line === null) return null;
    return (line ?? []).flatMap((id) => byId.get(id)?.name ?? []);
  };
}
