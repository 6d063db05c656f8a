import type { GroupNarrowing } from "#db/intake/scim-groups.ts";
import type { PushedNarrowing } from "#db/intake/scim-users.ts";
import type { Filter } from "./filter.ts";
import type { ScimParts } from "./parts.ts";
import { lookupKey } from "./user-row.ts";

export type Narrowing = PushedNarrowing & GroupNarrowing;

/**
 * What of a filter the database can answer by pseudonyms; the rest is looked at in what it gives.
 * `isExact` when there is no rest.
 */
export function narrow(
  parts: ScimParts,
  kind: "Users" | "Groups",
  filter: Filter | null,
): { readonly narrowing: Narrowing; readonly isExact: boolean } {
  if (filter === null) return { narrowing: {}, isExact: true };
  if (filter.is === "and") {
    const all = filter.of.map((one) => narrow(parts, kind, one));
    return {
      narrowing: Object.assign({}, ...all.map(({ narrowing }) => narrowing)),
      isExact: false,
    };
  }
  if (filter.is === "has") {
    // emails[type eq "work" and value eq "…"]
    const tests = filter.of.is === "and" ? filter.of.of : [filter.of];
    const value = tests.find((one) => one.is === "test" && one.path === "value");
    if (value?.is !== "test") return { narrowing: {}, isExact: false };
    const { narrowing } = narrow(parts, kind, { ...value, path: `${filter.path}.value` });
    return { narrowing, isExact: false };
  }
  if (filter.is !== "test") return { narrowing: {}, isExact: false };
  const { path, operator, value } = filter;
  const name = path.replace(/^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/, "");
  const equals = operator === "eq" && typeof value === "string" ? value : null;
  if (name === "active" && operator === "eq" && typeof value === "boolean") {
    return { narrowing: { active: value }, isExact: kind === "Users" };
  }
  if (name === "meta.lastmodified" && operator === "gt" && typeof value === "string") {
    const modifiedAfter = new Date(value);
    if (Number.isNaN(modifiedAfter.getTime())) return { narrowing: {}, isExact: false };
    return { narrowing: { modifiedAfter }, isExact: kind === "Users" };
  }
  if (equals === null) return { narrowing: {}, isExact: false };
  const key = (what: string) => lookupKey(parts, what, equals);
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(equals);
  switch (name) {
    case "username":
      return { narrowing: { userNameKey: key("userName") }, isExact: false };
    case "externalid":
      return { narrowing: { externalKey: key("externalId") }, isExact: false };
    case "emails":
    case "emails.value":
      return { narrowing: { emailKey: key("email") }, isExact: false };
    case "displayname":
      return { narrowing: { nameKey: key("displayName") }, isExact: false };
    case "id":
      return { narrowing: { id: isId ? equals : nobody }, isExact: false };
    case "members":
    case "members.value":
      return { narrowing: { memberId: isId ? equals : nobody }, isExact: false };
    default:
      return { narrowing: {}, isExact: false };
  }
}

const nobody = "00000000-0000-0000-0000-000000000000";
