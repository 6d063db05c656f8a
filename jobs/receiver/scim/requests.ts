import type { Request } from "express";
import type { Wanted } from "./answer.ts";
import type { ListRequest } from "./list.ts";
import type { Insisted } from "./parts.ts";
import { ScimError } from "./scim-error.ts";

/** Which attributes an answer is to have. */
export function wantedIn(query: Readonly<Record<string, unknown>>): Wanted {
  const listed = (value: unknown) =>
    typeof value === "string" ? value : Array.isArray(value) ? value.join(",") : null;
  return { attributes: listed(query.attributes), excluded: listed(query.excludedAttributes) };
}

/** What of a list is asked for: in a query, or in the body of a search. */
export function listRequest(query: Readonly<Record<string, unknown>>): ListRequest {
  const whole = (value: unknown, otherwise: number | null) => {
    if (value === undefined || value === "") return otherwise;
    const number = Number(value);
    if (Number.isInteger(number)) return number;
    throw new ScimError(400, "invalidValue", "startIndex and count are whole numbers.");
  };
  const { filter } = query;
  if (filter !== undefined && typeof filter !== "string") {
    throw new ScimError(400, "invalidFilter", "There is more than one filter.");
  }
  return {
    ...wantedIn(query),
    filter: filter === undefined || filter.trim() === "" ? null : filter,
    startIndex: whole(query.startIndex, 1) ?? 1,
    count: whole(query.count, null),
  };
}

/** The version a change insists on. */
export function insistedIn(request: Request): Insisted {
  return request.get("if-match") ?? null;
}

export function idIn(request: Request): string {
  return request.params.id ?? "";
}
