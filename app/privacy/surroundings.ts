import { classesOf } from "./classes.ts";
import type { Range } from "./precision.ts";
import { type Published, rangeOf } from "./published.ts";
import type { Equation, Knowledge } from "./solver.ts";

/** People no shown population tells apart, and who are all in the target or all outside it. */
export interface Group {
  readonly n: number;
  readonly inTarget: boolean;
  /** What somebody among them, who knows their own answer, can have answered. */
  readonly answers: readonly number[];
  /** Which equations it is part of. */
  readonly equations: readonly number[];
}

/** What a reader knows around a target: one unknown a group, and one world that fits. */
export interface Surroundings {
  readonly groups: readonly Group[];
  readonly knowledge: Knowledge;
  readonly world: readonly number[];
}

/** All of it that stays the same while nobody else is hidden or shown: not how finely. */
export interface Ground extends Omit<Surroundings, "knowledge"> {
  readonly bounds: readonly Range[];
  /** What adds up to the count of a population that readers know something of. */
  readonly sums: readonly {
    readonly population: number;
    readonly unknowns: readonly number[];
    /** What the people outside the region counted. */
    readonly outside: number;
  }[];
}

/**
 * Who is around a target, when everybody outside `region` is taken as known: more than any reader
 * knows, so that what stays open here is open to all of them.
 */
export function groundOf(
  read: Published,
  region: readonly number[],
  target: ReadonlySet<number>,
): Ground {
  const { reading } = read;
  const classes = classesOf(read, region);
  // A table looked at whole has the same unknowns for every target: what is found serves again.
  const isWhole = region.length === read.table.populations.length;
  const unknowns = new Map<number, number>();
  const groups: { n: number; x: number; most: number; inTarget: boolean; id: number }[] = [];
  for (const [at, cell] of region.entries()) {
    const n = reading.n[cell] ?? 0;
    if (n <= 0) continue;
    const inTarget = target.has(cell);
    const most = reading.most?.[cell] ?? n;
    const id = classes.of[at] ?? 0;
    const x = classes.x[at] ?? 0;
    const key = isWhole ? cell : 2 * id + (inTarget ? 1 : 0);
    const known = groups[unknowns.get(key) ?? -1];
    if (known === undefined) {
      unknowns.set(key, groups.length);
      groups.push({ n, x, most, inTarget, id });
    } else {
      known.n += n;
      known.most += most;
      known.x += x;
    }
  }
  const rows = new Map<number, { unknowns: number[]; inside: number; number: number }>();
  groups.forEach((group, unknown) => {
    for (const population of classes.rows[group.id] ?? []) {
      const row = rows.get(population) ?? { unknowns: [], inside: 0, number: rows.size };
      row.unknowns.push(unknown);
      row.inside += group.x;
      rows.set(population, row);
    }
  });
  return {
    groups: groups.map(({ n, inTarget, id }) => ({
      n,
      inTarget,
      answers: classes.answers[id] ?? [],
      equations: (classes.rows[id] ?? []).map((at) => rows.get(at)?.number ?? -1),
    })),
    world: groups.map(({ x }) => x),
    bounds: groups.map(({ most }): Range => [0, most]),
    sums: [...rows].map(([population, row]) => ({
      population,
      unknowns: row.unknowns,
      outside: (read.x[population] ?? 0) - row.inside,
    })),
  };
}

/** What can be known there now, as finely as each population is shown. */
export function surroundings(read: Published, ground: Ground): Surroundings {
  const { groups, world, bounds, sums } = ground;
  const { whole } = read.reading;
  // Sums of shares carry rounding errors; whole numbers do not.
  const error = whole ? 0 : 1e-7;
  const equations = sums.map(({ population, unknowns, outside }): Equation => {
    const [least, most] = rangeOf(read, population) ?? [0, 0];
    return { unknowns, range: [least - outside - error, most - outside + error] };
  });
  return { groups, world, knowledge: { whole, bounds, equations } };
}
