import type { Kept } from "./kept.ts";
import { isObject } from "./kept.ts";
import type { Answered, Caller, Insisted } from "./parts.ts";
import { type Shape, userShape } from "./schemas.ts";
import { ScimError } from "./scim-error.ts";

interface Row {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
}

/** A stored resource as it is answered (RFC 7643, 3.1). */
export function answered({ base }: Caller, shape: Shape, row: Row, kept: Kept): Answered {
  const kind = shape === userShape ? "User" : "Group";
  const location = `${base}/${kind}s/${row.id}`;
  const version = `W/"${row.version}"`;
  const extensions = shape.extensions.map(({ id }) => id).filter((id) => id in kept);
  return {
    version,
    location,
    resource: {
      schemas: [shape.core.id, ...extensions],
      id: row.id,
      ...kept,
      meta: {
        resourceType: kind,
        created: row.createdAt.toISOString(),
        lastModified: row.modifiedAt.toISOString(),
        location,
        version,
      },
    },
  };
}

/** @throws {ScimError} 412 when somebody insists on another version than there is. */
export function insistOn(insisted: Insisted, { version }: Row): void {
  if (insisted === null || insisted === "*" || insisted === `W/"${version}"`) return;
  throw new ScimError(412, null, "The resource has changed since.");
}

export interface Wanted {
  readonly attributes: string | null;
  readonly excluded: string | null;
}

/** What is asked for of a resource (RFC 7644, 3.9); `id` and `schemas` come always. */
export function projected(resource: Kept, { attributes, excluded }: Wanted): Kept {
  const always = new Set(["id", "schemas"]);
  if (attributes !== null) {
    const paths = namesIn(attributes).map((path) => stepsOf(resource, path));
    return {
      ...only(
        resource,
        [...always].map((name) => [name]),
      ),
      ...only(resource, paths),
    };
  }
  if (excluded === null) return resource;
  const left = namesIn(excluded);
  return Object.fromEntries(
    Object.entries(resource).filter(
      ([name]) => always.has(name) || !left.includes(name.toLowerCase()),
    ),
  );
}

/** Whether an answer needs an attribute at all: members are not looked up for nothing. */
export function isWanted(name: string, { attributes, excluded }: Wanted): boolean {
  const small = name.toLowerCase();
  if (attributes !== null) return namesIn(attributes).some((one) => one.split(".")[0] === small);
  return excluded === null || !namesIn(excluded).includes(small);
}

function namesIn(list: string): readonly string[] {
  return list
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
}

/** The names on the way to an attribute; the URN of an extension is one name, that of the core none. */
function stepsOf(resource: Kept, path: string): readonly string[] {
  const urn = Object.keys(resource).find(
    (name) => name.startsWith("urn:") && path.startsWith(name.toLowerCase()),
  );
  if (urn === undefined) return path.replace(/^urn:.*:/, "").split(".");
  const rest = path.slice(urn.length + 1);
  return [urn.toLowerCase(), ...(rest === "" ? [] : rest.split("."))];
}

/** What lies on some paths, in each value of what has several. */
function only(object: Kept, paths: readonly (readonly string[])[]): Kept {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    const rests = paths
      .filter(([first]) => first === name.toLowerCase())
      .map((one) => one.slice(1));
    if (rests.length === 0) continue;
    if (rests.some((rest) => rest.length === 0)) result[name] = value;
    else if (Array.isArray(value)) {
      const parts = value.filter(isObject).map((one) => only(one, rests));
      const told = parts.filter((one) => Object.keys(one).length > 0);
      if (told.length > 0) result[name] = told;
    } else if (isObject(value)) {
      const inside = only(value, rests);
      if (Object.keys(inside).length > 0) result[name] = inside;
    }
  }
  return result;
}
