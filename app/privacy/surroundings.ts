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

/**
 * What can be known of the people in `region`, when everybody outside is taken as known: more than
 * any reader knows, so that what stays open here is open to all of them.
 */
export function surroundings(
  read: Published,
  region: readonly number[],
  target: ReadonlySet<number>,
): Surroundings {
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
  const equations = [...rows].map(([population, row]): Equation => {
    const [least, most] = rangeOf(read, population) ?? [0, 0];
    const outside = (read.x[population] ?? 0) - row.inside;
    // Sums of shares carry rounding errors; whole numbers do not.
    const error = reading.whole ? 0 : 1e-7;
    const range: Range = [least - outside - error, most - outside + error];
    return { unknowns: row.unknowns, range };
  });
  return {
    groups: groups.map(({ n, inTarget, id }) => ({
      n,
      inTarget,
      answers: classes.answers[id] ?? [],
      equations: (classes.rows[id] ?? []).map((at) => rows.get(at)?.number ?? -1),
    })),
    knowledge: {
      whole: reading.whole,
      bounds: groups.map(({ most }): Range => [0, most]),
      equations,
    },
    world: groups.map(({ x }) => x),
  };
}
