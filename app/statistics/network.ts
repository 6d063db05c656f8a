import { requireCount } from "./domain.ts";

/** A person as the counting knows them: a number or a pseudonym. */
export type Person = string | number;

/** One person turned towards another: an answer, a mention, a reaction. */
export type Tie = readonly [from: Person, to: Person];

/** The unit of each person; null or undefined for nobody's. */
export type UnitOf =
  | ((person: Person) => Person | null | undefined)
  | ReadonlyMap<Person, Person | null | undefined>
  | Readonly<Record<string, Person | null | undefined>>;

/** Under this many people on a side, or ties, a pair of units is not shown. */
export const SMALLEST_SIDE = 5;

/**
 * Share of ties that are returned, 0–1: igraph's `reciprocity`, mode default (a returned pair
 * counts as two ties). A tie is or is not there, however often it was used, so repeated ones count
 * once; ties to oneself are left out. Null without ties.
 */
export function reciprocity(ties: readonly Tie[]): number | null {
  const distinct = distinctTies(ties);
  if (distinct.size === 0) return null;
  let returned = 0;
  for (const [from, to] of distinct.values()) if (distinct.has(keyOf(to, from))) returned += 1;
  return returned / distinct.size;
}

/**
 * Ties there are out of those there could be, L/(n(n−1)), 0–1. `nodes`: the people, or how many.
 * Distinct directed ties, none to oneself, as in `reciprocity`. Null under two people.
 * @throws RangeError when the ties link more people than there are.
 */
export function density(nodes: number | readonly Person[], ties: readonly Tie[]): number | null {
  const n = typeof nodes === "number" ? nodes : new Set(nodes).size;
  requireCount("nodes", n);
  const distinct = [...distinctTies(ties).values()];
  const linked = new Set(distinct.flat()).size;
  if (linked > n) throw new RangeError(`nodes must be ${linked} at least, the people with a tie`);
  return n < 2 ? null : distinct.length / (n * (n - 1));
}

/** −1: every tie stays inside a unit; 1: every tie leaves it. */
export interface ExternalInternal {
  readonly index: number | null;
  readonly expected: number | null;
}

/**
 * Krackhardt & Stern's (1988) E–I index, (E − I)/(E + I) over distinct directed ties, and what it
 * would be if everybody were tied to everybody alike: 1 − 2·Σ n_u(n_u − 1)/(n(n − 1)), n_u the
 * people of a unit. Small units make `expected` high, so the index is read against it, not
 * against 0. The people are all those of a record or map, also without a tie, and for a function
 * those who appear in a tie; people without a unit are left out with their ties. Null without
 * ties, or under two people.
 */
export function externalInternal(ties: readonly Tie[], unitOf: UnitOf): ExternalInternal {
  const unit = lookUp(unitOf);
  let [external, internal] = [0, 0];
  for (const [from, to] of distinctTies(ties).values()) {
    const [left, right] = [unit(from), unit(to)];
    if (left === undefined || right === undefined) continue;
    if (left === right) internal += 1;
    else external += 1;
  }
  const sizes = new Map<string, number>();
  for (const person of peopleOf(ties, unitOf)) {
    const one = unit(person);
    if (one !== undefined) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  }
  const inside = insideByChance([...sizes.values()]);
  return {
    index: external + internal === 0 ? null : (external - internal) / (external + internal),
    expected: inside === null ? null : 1 - 2 * inside,
  };
}

/**
 * Share of ties that would leave a unit if everybody were tied to everybody alike, 0–1: of everybody,
 * 1 − Σ n_u(n_u − 1)/(n(n − 1)), and of the people of each unit, (n − n_u)/(n − 1). `sizes` are the
 * people of the units. Null under two people.
 */
export function randomMixing(
  sizes: readonly number[],
): { readonly company: number; readonly units: readonly number[] } | null {
  const inside = insideByChance(sizes);
  const n = sum(sizes);
  if (inside === null) return null;
  return { company: 1 - inside, units: sizes.map((size) => (n - size) / (n - 1)) };
}

/** Σ n_u(n_u − 1)/(n(n − 1)): how many of all ties there could be stay in a unit. */
function insideByChance(sizes: readonly number[]): number | null {
  for (const size of sizes) requireCount("size", size);
  const n = sum(sizes);
  return n < 2 ? null : sum(sizes.map((size) => size * (size - 1))) / (n * (n - 1));
}

export interface UnitMatrix {
  readonly units: readonly string[];
  /** Distinct ties from the unit of the row to that of the column; null where not shown. */
  readonly ties: readonly (readonly (number | null)[])[];
}

/**
 * Who is turned towards whom, unit by unit. A cell is shown when at least five distinct people of
 * the one unit have at least five ties to at least five distinct people of the other; all others
 * are null, also those without a tie, so that an empty cell tells nothing.
 */
export function unitMatrix(
  ties: readonly Tie[],
  unitOf: UnitOf,
  smallest = SMALLEST_SIDE,
): UnitMatrix {
  requireCount("smallest", smallest);
  const unit = lookUp(unitOf);
  const cells = new Map<string, { from: Set<string>; to: Set<string>; ties: number }>();
  for (const [from, to] of distinctTies(ties).values()) {
    const [left, right] = [unit(from), unit(to)];
    if (left === undefined || right === undefined) continue;
    const key = JSON.stringify([left, right]);
    const cell = cells.get(key) ?? { from: new Set<string>(), to: new Set<string>(), ties: 0 };
    cell.from.add(String(from));
    cell.to.add(String(to));
    cell.ties += 1;
    cells.set(key, cell);
  }
  const named = [...peopleOf(ties, unitOf)].flatMap((person) => unit(person) ?? []);
  const units = [...new Set(named)].sort();
  const shown = (row: string, column: string) => {
    const cell = cells.get(JSON.stringify([row, column]));
    if (!cell) return null;
    return Math.min(cell.from.size, cell.to.size, cell.ties) < smallest ? null : cell.ties;
  };
  return { units, ties: units.map((row) => units.map((column) => shown(row, column))) };
}

function distinctTies(ties: readonly Tie[]): Map<string, Tie> {
  const distinct = new Map<string, Tie>();
  for (const [at, tie] of ties.entries()) {
    const [from, to] = tie;
    if (tie.length !== 2 || !isPerson(from) || !isPerson(to)) {
      throw new RangeError(`ties[${at}] must be a pair of people`);
    }
    if (String(from) !== String(to)) distinct.set(keyOf(from, to), tie);
  }
  return distinct;
}

function isPerson(one: unknown): boolean {
  return typeof one === "string" || Number.isFinite(one);
}

function keyOf(from: Person, to: Person): string {
  return JSON.stringify([String(from), String(to)]);
}

function lookUp(unitOf: UnitOf): (person: Person) => string | undefined {
  const find = finderOf(unitOf);
  return (person) => {
    const unit = find(person);
    return unit === null || unit === undefined ? undefined : String(unit);
  };
}

function finderOf(unitOf: UnitOf): (person: Person) => Person | null | undefined {
  if (typeof unitOf === "function") return unitOf;
  if (isMap(unitOf)) return (person) => unitOf.get(person);
  return (person) => (Object.hasOwn(unitOf, person) ? unitOf[person] : undefined);
}

function peopleOf(ties: readonly Tie[], unitOf: UnitOf): Iterable<Person> {
  if (typeof unitOf === "function") return new Set(ties.flat());
  return isMap(unitOf) ? unitOf.keys() : Object.keys(unitOf);
}

function isMap(unitOf: UnitOf): unitOf is ReadonlyMap<Person, Person | null | undefined> {
  return unitOf instanceof Map;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
