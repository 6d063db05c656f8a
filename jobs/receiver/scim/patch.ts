import { folded, isResource } from "#jobs/connectors/scim/wire.ts";
import type { Filter } from "./filter.ts";
import { isObject, type Kept, keptValue, limitValues } from "./kept.ts";
import { matches } from "./matches.ts";
import { type Target, targetOf } from "./path.ts";
import type { Shape } from "./schemas.ts";
import { ScimError } from "./scim-error.ts";

type Op = "add" | "replace" | "remove";
type Values = readonly Kept[];

/** More than anybody sends at once: members come by the thousand, but in the value of one. */
const MOST_OPERATIONS = 1_000;

/**
 * Applies the operations of a PATCH (RFC 7644, 3.5.2), all or none, with the dialects of those who
 * send them: operations in capitals, `active` as a word, no path and names with points or filters as
 * keys (Entra ID), `remove` of members that are listed in `value` (Entra ID), a value whose filter
 * finds nothing is made rather than refused. What is not kept is passed over.
 */
export function patched(shape: Shape, resource: Kept, request: unknown): Kept {
  const { Operations, operations = Operations } = isObject(request) ? request : {};
  if (!Array.isArray(operations) || operations.length === 0) {
    throw new ScimError(400, "invalidSyntax", "There are no Operations.");
  }
  if (operations.length > MOST_OPERATIONS) {
    throw new ScimError(413, null, "There are too many Operations.");
  }
  let result = resource;
  for (const operation of operations) {
    const { op, path, value } = isObject(operation) ? operation : {};
    const word = typeof op === "string" ? op.toLowerCase() : "";
    if (word !== "add" && word !== "replace" && word !== "remove") {
      throw new ScimError(400, "invalidSyntax", "An operation is add, replace or remove.");
    }
    if (typeof path === "string" && path.trim() !== "") {
      refuseOurs(path);
      result = applied(shape, result, word, path, value);
    } else if (word === "remove") {
      throw new ScimError(400, "noTarget", "A removal has to say what.");
    } else if (isObject(value)) {
      for (const [name, inner] of Object.entries(value)) {
        if (!/^(schemas|id|meta)$/i.test(name)) result = applied(shape, result, word, name, inner);
      }
    } else throw new ScimError(400, "invalidValue", "Without a path, the value is an object.");
  }
  return result;
}

/** What the server itself gives is nobody's to change (RFC 7644, 3.5.2 and 3.12). */
function refuseOurs(path: string): void {
  const [, name] = /^(?:urn:.*:)?(id|meta)(?:\..*)?$/i.exec(path.trim()) ?? [];
  if (name === undefined) return;
  throw new ScimError(400, "mutability", `Attribute '${name.toLowerCase()}' is readOnly`);
}

function applied(shape: Shape, resource: Kept, op: Op, path: string, value: unknown): Kept {
  const target = targetOf(shape, path);
  if (target === null) return resource;
  if ("whole" in target) {
    const { id } = target.whole;
    if (op === "remove") return without(resource, id);
    if (!isObject(value)) throw new ScimError(400, "invalidValue", "An extension is an object.");
    return Object.entries(value).reduce(
      (before, [name, inner]) => applied(shape, before, op, `${id}:${name}`, inner),
      resource,
    );
  }
  const { extension, attribute } = target;
  const home = extension === null ? resource : asObject(resource[extension.id]);
  const next = valueAfter(target, home[attribute.name], op, value);
  const changed =
    next === undefined ? without(home, attribute.name) : { ...home, [attribute.name]: next };
  if (extension === null) return changed;
  return Object.keys(changed).length === 0
    ? without(resource, extension.id)
    : { ...resource, [extension.id]: changed };
}

function valueAfter(target: Target, before: unknown, op: Op, value: unknown): unknown {
  const { attribute, filter, sub } = target;
  if (attribute.multiValued) {
    const values = Array.isArray(before) ? (before as Values) : [];
    const after =
      filter === null && sub === null
        ? wholeList(target, values, op, value)
        : someOf(target, values, op, value);
    limitValues(attribute, after);
    return after.length === 0 ? undefined : after;
  }
  if (filter !== null) throw new ScimError(400, "invalidPath", "That attribute has one value.");
  if (sub !== null) {
    const inside = asObject(before);
    const next = op === "remove" ? undefined : keptValue(sub, value);
    const after = next === undefined ? without(inside, sub.name) : { ...inside, [sub.name]: next };
    return Object.keys(after).length === 0 ? undefined : after;
  }
  if (op === "remove") return undefined;
  const next = keptValue(attribute, value);
  // Of an attribute with parts, those that are not named stay (RFC 7644, 3.5.2.3).
  return isObject(next) && isObject(before) ? { ...before, ...next } : next;
}

function wholeList({ attribute }: Target, before: Values, op: Op, value: unknown): Values {
  const said = (keptValue(attribute, value) ?? []) as Values;
  if (op === "replace") return onePrimary(said, said);
  if (op === "add") {
    // By what a value is: members by the thousand are compared at once.
    const known = new Set(before.map(identityOf));
    const fresh = said.filter((one) => !known.has(identityOf(one)));
    return onePrimary([...before, ...fresh], fresh);
  }
  if (said.length === 0) return [];
  const gone = new Set(said.map(({ value: id }) => String(id).toLowerCase()));
  return before.filter(({ value: id }) => !gone.has(String(id).toLowerCase()));
}

function someOf(
  { attribute, filter, sub }: Target,
  before: Values,
  op: Op,
  value: unknown,
): Values {
  const id = idIn(filter);
  const isMeant = (one: Kept) => {
    // One of very many members is looked for as it is.
    if (id !== null) return String(one.value).toLowerCase() === id;
    const resource = folded(one);
    return filter === null || (isResource(resource) && matches(resource, filter));
  };
  const found = before.filter(isMeant);
  if (op === "remove") {
    if (sub === null) return before.filter((one) => !found.includes(one));
    return before
      .map((one) => (found.includes(one) ? without(one, sub.name) : one))
      .filter((one) => Object.keys(one).length > 0);
  }
  const parts = sub === null ? value : { [sub.name]: value };
  const [next = {}] = (keptValue(attribute, [parts]) ?? []) as Values;
  if (found.length === 0) {
    const made = { ...impliedBy(filter), ...next };
    return Object.keys(next).length === 0 ? before : onePrimary([...before, made], [made]);
  }
  const changed = new Map(
    found.map((one) => {
      const isEmptied = sub !== null && !(sub.name in next);
      return [one, isEmptied ? without(one, sub.name) : { ...one, ...next }];
    }),
  );
  return onePrimary(
    before.map((one) => changed.get(one) ?? one),
    [...changed.values()],
  );
}

/** The one id a filter asks for (`[value eq "…"]`); null for every other filter. */
function idIn(filter: Filter | null): string | null {
  const isOne = filter?.is === "test" && filter.path === "value" && filter.operator === "eq";
  return isOne && typeof filter.value === "string" ? filter.value.toLowerCase() : null;
}

/** What a new value is besides what is said of it: `[type eq "work"]` makes one of type work. */
function impliedBy(filter: Filter | null): Kept {
  if (filter?.is === "and") return Object.assign({}, ...filter.of.map(impliedBy));
  const isPlain = filter?.is === "test" && filter.operator === "eq" && filter.value !== null;
  if (isPlain && /^(type|value|primary)$/.test(filter.path)) return { [filter.path]: filter.value };
  throw new ScimError(400, "noTarget", "No value is what the path asks for.");
}

/** A new primary value puts an end to the one before (RFC 7644, 3.5.2). */
function onePrimary(values: Values, fresh: Values): Values {
  const primary = fresh.findLast((one) => one.primary === true);
  if (primary === undefined) return values;
  return values.map((one) =>
    one !== primary && one.primary === true ? { ...one, primary: false } : one,
  );
}

const identities = new WeakMap<Kept, string>();

/** Remembered: values are never changed, and the same members are there at every operation. */
function identityOf(one: Kept): string {
  const known = identities.get(one);
  if (known !== undefined) return known;
  const identity = JSON.stringify([one.value, one.type, one.locality, one.country]).toLowerCase();
  identities.set(one, identity);
  return identity;
}

function without(object: Kept, name: string): Kept {
  const { [name]: _, ...rest } = object;
  return rest;
}

function asObject(value: unknown): Kept {
  return isObject(value) ? value : {};
}
