import { type Filter, parseFilter } from "./filter.ts";
import {
  type Attribute,
  attributeNamed,
  coreAttributes,
  type Schema,
  type Shape,
} from "./schemas.ts";
import { ScimError } from "./scim-error.ts";

/** Where a PATCH operation points. */
export interface Target {
  /** The extension it is in; null for the resource itself. */
  readonly extension: Schema | null;
  readonly attribute: Attribute;
  /** Only the values of which this is true. */
  readonly filter: Filter | null;
  readonly sub: Attribute | null;
}

/** A whole extension: `urn:…:enterprise:2.0:User` and nothing behind it. */
export interface WholeExtension {
  readonly whole: Schema;
}

/**
 * Reads a path (RFC 7644, 3.5.2). Null for an attribute that is not kept: nothing is to be done. A
 * point after the URN of an extension, as old Workplace mappings have it, is taken for a colon.
 * @throws {ScimError} `invalidPath` for what is no path at all.
 */
export function targetOf(shape: Shape, path: string): Target | WholeExtension | null {
  const text = path.trim();
  const schema = [shape.core, ...shape.extensions].find(({ id }) =>
    text.toLowerCase().startsWith(id.toLowerCase()),
  );
  const rest = schema === undefined ? text : text.slice(schema.id.length).replace(/^[:.]/, "");
  const extension = schema === undefined || schema === shape.core ? null : schema;
  if (rest === "" && extension !== null) return { whole: extension };
  if (schema === undefined && /^urn:/i.test(text)) return null;

  const parts = /^([\w$-]+)(?:\[(.*)\])?(?:\.([\w$-]+))?$/s.exec(rest);
  if (parts?.[1] === undefined) {
    throw new ScimError(400, "invalidPath", "A path of an operation cannot be understood.");
  }
  const filter = parts[2] === undefined ? null : filterIn(parts[2]);
  const attributes = extension === null ? coreAttributes(shape) : extension.attributes;
  const attribute = attributeNamed(attributes, parts[1]);
  if (attribute === null) return null;
  if (parts[3] === undefined) return { extension, attribute, filter, sub: null };
  const sub = attributeNamed(attribute.subAttributes ?? [], parts[3]);
  return sub === null ? null : { extension, attribute, filter, sub };
}

function filterIn(text: string): Filter {
  try {
    return parseFilter(text);
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    throw new ScimError(400, "invalidPath", "The filter in a path cannot be understood.");
  }
}
