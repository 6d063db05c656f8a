import { isResource, type Resource } from "#jobs/connectors/scim/wire.ts";
import type { Filter, Operator } from "./filter.ts";

/** Text that differs by its case is different text, in these. */
const exact = new Set(["id", "externalid", "meta.version", "meta.resourcetype", "meta.location"]);

/** Whether a resource (names in small letters) is what a filter asks for. */
export function matches(resource: Resource, filter: Filter): boolean {
  switch (filter.is) {
    case "and":
      return filter.of.every((one) => matches(resource, one));
    case "or":
      return filter.of.some((one) => matches(resource, one));
    case "not":
      return !matches(resource, filter.of);
    case "has":
      return valuesAt(resource, filter.path).some(
        (value) => isResource(value) && matches(value, filter.of),
      );
    case "test": {
      const { path, operator, value } = filter;
      const found = valuesAt(resource, path).map((one) => (isResource(one) ? one.value : one));
      if (operator === "pr") return found.some((one) => one !== undefined && one !== null);
      if (operator === "ne") return !found.some((one) => holds("eq", one, value, exact.has(path)));
      if (found.length === 0) return operator === "eq" && value === null;
      return found.some((one) => holds(operator, one, value, exact.has(path)));
    }
  }
}

/** Everything at a path; a multi-valued attribute gives each of its values. */
export function valuesAt(resource: Resource, path: string): readonly unknown[] {
  const urn = Object.keys(resource).find(
    (name) => name.startsWith("urn:") && path.startsWith(`${name}:`),
  );
  if (urn !== undefined) {
    const inside = resource[urn];
    return isResource(inside) ? valuesAt(inside, path.slice(urn.length + 1)) : [];
  }
  // A core attribute may be written with the URN of its schema.
  const plain = path.startsWith("urn:") ? path.slice(path.lastIndexOf(":") + 1) : path;
  let values: readonly unknown[] = [resource];
  for (const name of plain.split(".")) {
    values = values.flatMap((one) => (isResource(one) ? (one[name] ?? []) : []));
  }
  return values;
}

function holds(
  operator: Exclude<Operator, "pr" | "ne">,
  found: unknown,
  asked: string | number | boolean | null,
  isExact: boolean,
): boolean {
  if (typeof found !== typeof asked) return false;
  if (typeof found === "boolean") return operator === "eq" && found === asked;
  if (typeof found === "number" && typeof asked === "number")
    return ordered(operator, found - asked);
  if (typeof found !== "string" || typeof asked !== "string") return false;
  const moments = [found, asked].map(momentOf);
  if (moments.every((at) => at !== null)) {
    const [one, other] = moments as number[];
    if (["eq", "gt", "ge", "lt", "le"].includes(operator)) {
      return ordered(operator, (one ?? 0) - (other ?? 0));
    }
  }
  const [left, right] = isExact ? [found, asked] : [found.toLowerCase(), asked.toLowerCase()];
  if (operator === "co") return left.includes(right);
  if (operator === "sw") return left.startsWith(right);
  if (operator === "ew") return left.endsWith(right);
  return ordered(operator, left < right ? -1 : left > right ? 1 : 0);
}

function ordered(operator: Operator, difference: number): boolean {
  if (operator === "eq") return difference === 0;
  if (operator === "gt") return difference > 0;
  if (operator === "ge") return difference >= 0;
  if (operator === "lt") return difference < 0;
  return operator === "le" && difference <= 0;
}

function momentOf(text: string): number | null {
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text))
    ? Date.parse(text)
    : null;
}
