import { attacksOn, type Family } from "./attack.ts";
import { ends } from "./count.ts";
import { type Precision, written } from "./precision.ts";
import { protect } from "./protect.ts";
import { precisionOf, published, rangeOf, shownOf } from "./published.ts";
import type { Solver } from "./solver.ts";
import { tableOf } from "./table.ts";

/** A company as anybody can write it down: cells, and populations made of some of them. */
export interface NeutralTable {
  readonly id: string;
  /** The fewest answers a shown population has. */
  readonly k: number;
  /** n answered, x of them favourably. */
  readonly cells: readonly { readonly n: number; readonly x: number }[];
  /** Cells are numbered from 1. */
  readonly groups: readonly { readonly group: string; readonly cells: readonly number[] }[];
}

/**
 * One population that would be shown: the number of favourable answers where it is exact; otherwise
 * the middle of a range of percents that is `step` wide. (`decimals` rounds at least as far, for who
 * reads no `step`.)
 */
export type NeutralFigure = { readonly group: string } & (
  | { readonly favourable: number }
  | { readonly percent: number; readonly decimals: number; readonly step: number }
);

export interface NeutralRelease {
  readonly id: string;
  readonly published: readonly NeutralFigure[];
  /** Populations with at least k answers. */
  readonly publishable: number;
  readonly attacks: { readonly tried: number; readonly succeeded: number };
}

/** Decides what of a table would be shown, as a release does, and attacks the result. */
export function releaseTable(
  solver: Solver,
  { id, k, cells, groups }: NeutralTable,
): NeutralRelease {
  const members = groups.map((group) => group.cells.map((cell) => cell - 1));
  const reading = {
    n: cells.map(({ n }) => n),
    x: cells.map(({ x }) => x),
    whole: true,
    ends: ends.answers,
  };
  const parts = partsOf(members);
  const family: Family = {
    table: tableOf(members, cells.length),
    readings: [reading],
    siblings: parts,
    rests: parts.map((inside, whole) => {
      const held = new Set(inside.flatMap((part) => members[part] ?? []));
      const left = (members[whole] ?? []).filter((cell) => !held.has(cell));
      return inside.length === 0 ? [] : left;
    }),
    minimum: k,
  };
  const sizes = members.map((cellsOf) =>
    cellsOf.reduce((sum, cell) => sum + (reading.n[cell] ?? 0), 0),
  );
  const start = sizes.map((n): Precision | null => (n < k ? null : "exact"));
  const showing = protect(solver, family, start);
  const read = published(family.table, reading, showing);
  const attacks = attacksOn(solver, family, showing).all;
  return {
    id,
    publishable: sizes.filter((n) => n >= k).length,
    attacks: {
      tried: attacks.length,
      succeeded: attacks.filter((attack) => attack.succeeds(true)).length,
    },
    published: groups.flatMap(({ group }, population): readonly NeutralFigure[] => {
      const [shown, precision] = [shownOf(read, population), precisionOf(read, population)];
      const range = rangeOf(read, population);
      if (shown === null || precision === null || range === null) return [];
      if (range[0] === range[1]) return [{ group, favourable: shown.x }];
      const { within } = written(shown, precision);
      return [{ group, ...around(within ?? [0, 1]) }];
    }),
  };
}

function around([least, most]: readonly [number, number]) {
  const step = round(100 * (most - least));
  return { percent: round(50 * (least + most)), decimals: step <= 10 ? -1 : -2, step };
}

function round(percent: number): number {
  return Math.round(percent * 1e6) / 1e6;
}

/** For each population, those that lie inside it and are not the same. */
function partsOf(members: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const sets = members.map((cells) => new Set(cells));
  return sets.map((whole) =>
    members.flatMap((cells, part) =>
      cells.length < whole.size && cells.every((cell) => whole.has(cell)) ? part : [],
    ),
  );
}
