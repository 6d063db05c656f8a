import { NetworkError } from "../http.ts";

/**
 * A resource with its names in small letters: attribute names do not know case (RFC 7643, 2.1), and
 * servers make use of it.
 */
export type Resource = Readonly<Record<string, unknown>>;

export function folded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(folded);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.toLowerCase(), folded(inner)]),
  );
}

export function isResource(value: unknown): value is Resource {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What stands at a path of names, as text; null for nothing. A number past 2^53 has lost its last
 * digits before anybody could read it: it is nobody's.
 */
export function textAt(resource: unknown, ...path: readonly string[]): string | null {
  let value = resource;
  for (const name of path) value = isResource(value) ? value[name] : undefined;
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : null;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** True, false, or null where nothing is said; some write it as a word. */
export function flagAt(resource: unknown, name: string): boolean | null {
  const value = isResource(resource) ? resource[name] : undefined;
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return null;
  const word = value.trim().toLowerCase();
  return word === "true" ? true : word === "false" ? false : null;
}

/** The values of a multi-valued attribute; a single one is taken as a list of one. */
export function listAt(resource: Resource, name: string): readonly Resource[] {
  return [resource[name] ?? []].flat().filter(isResource);
}

/** The value to use: of the first type that is there, else the primary one, else the first. */
export function preferred(
  values: readonly Resource[],
  types: readonly string[],
): Resource | undefined {
  for (const type of types) {
    const found = values.find((one) => textAt(one, "type")?.toLowerCase() === type);
    if (found !== undefined) return found;
  }
  return values.find((one) => flagAt(one, "primary") === true) ?? values[0];
}

/** What an extension says, whatever its version: `urn:…:enterprise:2.0:User`, `urn:…:enterprise:1.0`. */
export function extensionOf(resource: Resource, name: string): Resource {
  const key = Object.keys(resource).find(
    (one) => one.startsWith("urn:") && one.includes(`:extension:${name}:`),
  );
  const value = key === undefined ? undefined : resource[key];
  return isResource(value) ? value : {};
}

/** JSON, but not what was asked for: another service answers at this address. */
export function unexpected(path: string): NetworkError {
  const said = "the answer is not what a SCIM server answers to this";
  return new NetworkError({ trouble: "unreadable", asked: `GET ${path}`, status: null, said });
}
