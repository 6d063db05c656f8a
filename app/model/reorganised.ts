import type { Population } from "./population.ts";

/** A unit of a wave's frame: its place in the organisation as it was. */
export interface UnitThen {
  readonly id: number;
  readonly parentId: number | null;
}

/** A unit on a later day. */
export interface UnitNow extends UnitThen {
  readonly key: string;
  readonly names: Population["names"];
}

/** A unit that took over another after the wave was opened. */
export interface TookOver {
  readonly fromId: number;
  readonly toId: number;
}

/** A unit of a later day, and the cells of the frame it is made of. */
export type Reorganised = Population & { readonly cells: readonly number[] };

/**
 * The people of a wave by the units of a later day. Whole units move, never a person: whoever was in
 * a unit is where that unit is now. What several units took over is only as finely known as the unit
 * they share; what ended without a successor, as the unit it was in. Units without anybody are left
 * out. In the order of the tree, each unit before those in it.
 * @param cells the cells of the people right in each unit of the frame.
 */
export function reorganised(
  then: readonly UnitThen[],
  now: readonly UnitNow[],
  tookOver: readonly TookOver[],
  cells: ReadonlyMap<number, readonly number[]>,
): readonly Reorganised[] {
  const were = new Map(then.map((unit) => [unit.id, unit]));
  const are = new Map(now.map((unit) => [unit.id, unit]));
  const successors = new Map<number, number[]>();
  for (const { fromId, toId } of tookOver) {
    successors.set(fromId, [...(successors.get(fromId) ?? []), toId]);
  }
  const held = new Map<number, number[]>();
  for (const [unit, own] of cells) {
    for (const above of upwards(placeOf(unit, new Set()))) {
      held.set(above.id, [...(held.get(above.id) ?? []), ...own]);
    }
  }
  return now
    .map((unit) => ({ unit, line: upwards(unit.id).toReversed() }))
    .toSorted((a, b) => compare(a.line, b.line))
    .flatMap(({ unit, line }) => {
      const own = held.get(unit.id);
      if (own === undefined) return [];
      const parent = line.at(-2);
      return {
        kind: "unit" as const,
        key: `unit:${unit.key}`,
        parentKey: parent === undefined ? "company" : `unit:${parent.key}`,
        cut: "organisation",
        names: unit.names,
        path: ["company", ...line.map(({ key }) => `unit:${key}`)],
        cells: own.toSorted((a, b) => a - b),
      };
    });

  /** Where the people of a unit are now; null when only the company is known to hold them all. */
  function placeOf(id: number, seen: Set<number>): number | null {
    if (seen.has(id)) return null;
    seen.add(id);
    const after = successors.get(id);
    if (after !== undefined) return shared(after.map((one) => placeOf(one, seen)));
    if (are.has(id)) return id;
    const parent = were.get(id)?.parentId ?? null;
    return parent === null ? null : placeOf(parent, seen);
  }

  /** The lowest unit that holds all of some. */
  function shared([first, ...others]: readonly (number | null)[]): number | null {
    const lines = others.map((one) => new Set(upwards(one).map(({ id }) => id)));
    return upwards(first ?? null).find(({ id }) => lines.every((line) => line.has(id)))?.id ?? null;
  }

  /** A unit and those above it, itself first. */
  function upwards(id: number | null): readonly UnitNow[] {
    const line: UnitNow[] = [];
    for (let at = id; at !== null; ) {
      const unit = are.get(at);
      if (unit === undefined || line.includes(unit)) break;
      line.push(unit);
      at = unit.parentId;
    }
    return line;
  }
}

function compare(a: readonly UnitNow[], b: readonly UnitNow[]): number {
  const at = a.findIndex((unit, index) => unit !== b[index]);
  const [one, other] = [a[at], b[at]];
  if (one === undefined || other === undefined) return a.length - b.length;
  return one.key < other.key ? -1 : 1;
}
