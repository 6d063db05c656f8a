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
    const wanted = namesIn(attributes);
    let result: Kept = Object.fromEntries(
      Object.entries(resource).filter(([name]) => always.has(name)),
    );
    for (const path of wanted) {
      const part = partOf(resource, path);
      if (part !== null) result = merged(result, ...part);
    }
    return result;
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

/** The attribute a path names, under its own name, with no more inside than asked for. */
function partOf(resource: Kept, path: string): [string, unknown] | null {
  const urn = Object.keys(resource).find(
    (name) => name.startsWith("urn:") && path.startsWith(name.toLowerCase()),
  );
  const [first = "", ...rest] =
    urn === undefined
      ? path.replace(/^urn:.*:/, "").split(".")
      : [urn, ...path.slice(urn.length + 1).split(".")].filter((name) => name !== "");
  const name = Object.keys(resource).find((one) => one.toLowerCase() === first.toLowerCase());
  if (name === undefined) return null;
  const value = resource[name];
  if (rest.length === 0) return [name, value];
  const inside = (one: unknown) => {
    const part = isObject(one) ? partOf(one, rest.join(".")) : null;
    return part === null ? undefined : { [part[0]]: part[1] };
  };
  const found = Array.isArray(value) ? value.flatMap((one) => inside(one) ?? []) : inside(value);
  return found === undefined ? null : [name, found];
}

function merged(before: Kept, name: string, value: unknown): Kept {
  const known = before[name];
  if (Array.isArray(known) && Array.isArray(value) && known.length === value.length) {
    return { ...before, [name]: known.map((one, index) => ({ ...one, ...value[index] })) };
  }
  return isObject(known) && isObject(value)
    ? { ...before, [name]: { ...known, ...value } }
    : { ...before, [name]: value };
}
