import { exchanges } from "./exchanges.ts";
import { isPinned } from "./pinned.ts";
import { type Published, published, type Showing } from "./published.ts";
import { regionOf, WHOLE, wholesOf } from "./region.ts";
import type { Solver, World } from "./solver.ts";
import { type Ground, groundOf, surroundings } from "./surroundings.ts";
import type { Reading, Table } from "./table.ts";
import { type Target, targetsOf } from "./targets.ts";

/** The grounds of so many targets are kept: a target is asked about several times in a row. */
const GROUNDS = 2000;

/** Measures of one table that are shown or hidden together. */
export interface Family {
  readonly table: Table;
  readonly readings: readonly Reading[];
  /** Parts of one whole, set by set. */
  readonly siblings: readonly (readonly number[])[];
  /** For each set who of its whole is in none of its parts, by cell; then others no population is about. */
  readonly rests: readonly (readonly number[])[];
  /** Fewest people a shown population has. */
  readonly minimum: number;
}

/** One target in one measure, and whether it can be worked out from what is shown. */
export interface Attack {
  readonly read: Published;
  readonly target: Target;
  /** Smallest shown populations around the target when the attacks were listed. */
  readonly wholes: readonly number[];
  /**
   * Whether the target can be worked out. In a large table only exchanges are tried, unless
   * `thoroughly`: that may say yes where solving would say no, never the other way round.
   */
  succeeds(thoroughly?: boolean): boolean;
}

/** Every attack on a family. They follow `showing` as it changes; say so when one is hidden or shown again. */
export interface Attacks {
  readonly all: readonly Attack[];
  /** Populations that are out already: they give no cover. */
  readonly fixed: ReadonlySet<number>;
  hiddenChanged(population: number): void;
}

/** Lists every attack: each target of each measure. Nothing is tried yet. */
export function attacksOn(solver: Solver, family: Family, showing: Showing): Attacks {
  const reads = family.readings.map((reading) => published(family.table, reading, showing));
  const worlds: World[][] = reads.map(() => []);
  const grounds = recent<Target, Ground>(GROUNDS);
  const isWhole = family.table.populations.length <= WHOLE;
  const all = reads.flatMap((read, index) =>
    targetsOf(read, family).map(
      (target): Attack => ({
        read,
        target,
        wholes: wholesOf(read, target.cells),
        succeeds(thoroughly = false) {
          const ground = grounds.get(target, () =>
            groundOf(read, regionOf(read, target.cells), new Set(target.cells)),
          );
          const around = surroundings(read, ground);
          const known = isWhole ? (worlds[index] ?? []) : exchanges(around, target.secret);
          if (isWhole && known.length === 0) known.push(around.world);
          // How often people did something is not bounded by how many they are: solving finds little
          // that exchanging does not, and takes long.
          const solves = isWhole || (thoroughly && !read.reading.acts);
          return isPinned(solves ? solver : null, around, target.secret, known);
        },
      }),
    ),
  );
  return {
    all,
    fixed: new Set(),
    hiddenChanged(population) {
      grounds.clear();
      for (const whole of family.table.around(population)) {
        for (const { inside } of reads) inside.delete(whole);
      }
    },
  };
}

/** What was made for the most recent keys. */
function recent<Key, Made>(size: number) {
  const kept = new Map<Key, Made>();
  return {
    get(key: Key, make: () => Made): Made {
      const made = kept.get(key) ?? make();
      kept.delete(key);
      kept.set(key, made);
      for (const oldest of kept.keys()) {
        if (kept.size <= size) break;
        kept.delete(oldest);
      }
      return made;
    },
    clear() {
      kept.clear();
    },
  };
}
