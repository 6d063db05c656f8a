import { type Attribute, attributeNamed, coreAttributes, type Shape } from "./schemas.ts";
import { ScimError } from "./scim-error.ts";

/** A resource as it is kept: known attributes only, under their own names. */
export type Kept = Readonly<Record<string, unknown>>;

const LONGEST = 1_000;
const MOST_VALUES = 100;
/** Members of a group are many; the size of the request limits them. */
const MOST_MEMBERS = 1_000_000;

/**
 * What of a resource is kept: the attributes of its schemas, whatever the case of their names, true
 * and false also as words (Entra ID), the rest dropped. Empty values are no values (RFC 7643, 2.5).
 * @throws {ScimError} for a value of another type.
 */
export function kept(shape: Shape, given: unknown): Kept {
  if (!isObject(given)) {
    throw new ScimError(400, "invalidSyntax", "The request has to be a JSON object.");
  }
  const known = keptOf(coreAttributes(shape), given);
  const extensions = shape.extensions.flatMap((schema) => {
    const said = Object.entries(given).find(
      ([name]) => name.toLowerCase() === schema.id.toLowerCase(),
    )?.[1];
    const inside = isObject(said) ? keptOf(schema.attributes, said) : {};
    return Object.keys(inside).length === 0 ? [] : [[schema.id, inside]];
  });
  return { ...known, ...Object.fromEntries(extensions) };
}

function keptOf(attributes: readonly Attribute[], given: Kept): Kept {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const attribute = attributeNamed(attributes, name);
    if (attribute === null) continue;
    const known = keptValue(attribute, value);
    if (known !== undefined) result[attribute.name] = known;
  }
  return result;
}

/** One attribute's value as it is kept; undefined for none. */
export function keptValue(attribute: Attribute, value: unknown): unknown {
  if (value === null || value === undefined || value === "") return undefined;
  if (!attribute.multiValued) return single(attribute, value);
  const all = [value].flat().flatMap((one) => single(attribute, one) ?? []);
  limitValues(attribute, all);
  return all.length === 0 ? undefined : all;
}

/** @throws {ScimError} when an attribute would have more values than anything has. */
export function limitValues(attribute: Attribute, values: readonly unknown[]): void {
  if (values.length > (attribute.name === "members" ? MOST_MEMBERS : MOST_VALUES)) {
    throw invalid(attribute, "has too many values");
  }
}

function single(attribute: Attribute, value: unknown): unknown {
  switch (attribute.type) {
    case "complex": {
      // A bare value stands for the one that matters: Entra ID sends managers so.
      const whole = typeof value === "string" ? { value } : value;
      if (!isObject(whole)) throw invalid(attribute, "has to be an object");
      const inside = keptOf(attribute.subAttributes ?? [], whole);
      return Object.keys(inside).length === 0 ? undefined : inside;
    }
    case "boolean": {
      const word = typeof value === "string" ? value.trim().toLowerCase() : value;
      if (word === true || word === "true") return true;
      if (word === false || word === "false") return false;
      throw invalid(attribute, "has to be true or false");
    }
    default: {
      if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
      if (typeof value !== "string") throw invalid(attribute, "has to be text");
      if (value.length > LONGEST) throw invalid(attribute, "is too long");
      return value.trim() === "" ? undefined : value.trim();
    }
  }
}

function invalid({ name }: Attribute, what: string): ScimError {
  return new ScimError(400, "invalidValue", `The attribute ${name} ${what}.`);
}

export function isObject(value: unknown): value is Kept {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
