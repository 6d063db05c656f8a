import { listPushedGroups, membersByGroup } from "#db/intake/scim-groups.ts";
import { listPushedUsers } from "#db/intake/scim-users.ts";
import { folded, isResource } from "#jobs/connectors/scim/wire.ts";
import { answered, isWanted, projected, type Wanted } from "./answer.ts";
import { type Filter, parseFilter } from "./filter.ts";
import { asAnswered } from "./groups.ts";
import type { Kept } from "./kept.ts";
import { matches } from "./matches.ts";
import { type Narrowing, narrow } from "./narrow.ts";
import type { Caller, ScimParts } from "./parts.ts";
import { groupShape, userShape } from "./schemas.ts";
import { ScimError } from "./scim-error.ts";
import { openRow } from "./user-row.ts";

export interface ListRequest extends Wanted {
  readonly filter: string | null;
  readonly startIndex: number;
  /** Null for as many as there may be in one answer. */
  readonly count: number | null;
}

export const LARGEST_PAGE = 200;

/** Decrypting more than this for one question would be a way of keeping the server busy. */
const MOST_LOOKED_AT = 5_000;

/** Users or groups by a filter, in the order they came; past the end there are none. */
export async function list(
  parts: ScimParts,
  caller: Caller,
  kind: "Users" | "Groups",
  request: ListRequest,
): Promise<Kept> {
  const { filter: text, startIndex, count } = request;
  const filter = text === null ? null : parseFilter(text);
  const { narrowing, isExact } = narrow(parts, kind, filter);
  const find = kind === "Users" ? findUsers : findGroups;
  const first = Math.max(1, startIndex);
  const size = Math.min(LARGEST_PAGE, Math.max(0, count ?? LARGEST_PAGE));
  const place = { offset: first - 1, limit: size };
  const everything = { offset: 0, limit: MOST_LOOKED_AT };
  const found = await find(parts, caller, narrowing, isExact ? place : everything, request);
  if (!isExact && found.total > MOST_LOOKED_AT) {
    throw new ScimError(400, "tooMany", "Ask by userName, externalId, emails.value, active or id.");
  }
  const meant = isExact ? found.resources : found.resources.filter((one) => isMeant(one, filter));
  const total = isExact ? found.total : meant.length;
  const page = isExact ? meant : meant.slice(place.offset, place.offset + size);
  return {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: total,
    startIndex: first,
    itemsPerPage: page.length,
    Resources: page.map((resource) => projected(resource, request)),
  };
}

interface Found {
  readonly total: number;
  readonly resources: readonly Kept[];
}

type Place = { readonly offset: number; readonly limit: number };

async function findUsers(
  parts: ScimParts,
  caller: Caller,
  narrowing: Narrowing,
  place: Place,
): Promise<Found> {
  const { total, users } = await listPushedUsers(parts.db, narrowing, place);
  const resources = users.map(
    (row) => answered(caller, userShape, row, openRow(parts, row)).resource,
  );
  return { total, resources };
}

async function findGroups(
  parts: ScimParts,
  caller: Caller,
  narrowing: Narrowing,
  place: Place,
  wanted: Wanted,
): Promise<Found> {
  const { total, groups } = await listPushedGroups(parts.db, narrowing, place);
  const ids = isWanted("members", wanted) ? groups.map(({ id }) => id) : [];
  const members = await membersByGroup(parts.db, ids);
  const resources = groups.map((row) => {
    const group = { ...openRow(parts, row), ...asAnswered(members.get(row.id) ?? []) };
    return answered(caller, groupShape, row, group).resource;
  });
  return { total, resources };
}

function isMeant(resource: Kept, filter: Filter | null): boolean {
  const small = folded(resource);
  return filter === null || (isResource(small) && matches(small, filter));
}
