import type { Range } from "./precision.ts";
import type { Knowledge, Questions, Solver, World } from "./solver.ts";
import type { Surroundings } from "./surroundings.ts";

/** How open the count of a target has to stay. */
export interface Secret {
  /** Its smallest and largest possible counts must be as far apart as this. */
  readonly apart: number;
  /** And as far as this for a reader who knows one more answer: their own. 0: not asked. */
  readonly apartToReader: number;
  /** The largest possible count must be at least, the smallest at most this. */
  readonly most: number;
  readonly least: number;
}

const NEARLY = 1e-6;
/** So many worlds are kept: more would take longer to look through than to solve anew. */
const KEPT = 60;

/**
 * Whether a target's count can be worked out more closely than its secret allows, by a reader who
 * may have answered too: everybody outside the target is tried as the reader, with either answer.
 * @param solver finds more worlds; without it only those given count, and a target that may be open
 * is taken to be pinned.
 * @param worlds found before in the same surroundings; those that still fit answer most questions,
 * and what is found is added.
 */
export function isPinned(
  solver: Solver | null,
  { groups, knowledge }: Surroundings,
  secret: Secret,
  worlds: World[] = [],
): boolean {
  const target = groups.flatMap(({ inTarget }, unknown) => (inTarget ? unknown : []));
  const valueIn = (world: World) => target.reduce((sum, at) => sum + (world[at] ?? 0), 0);
  // Worlds found by exchanges fit: only those that were kept while what is shown changed may not.
  // Worlds found by exchanges fit: only those kept while what is shown changed may not.
  const fitting = solver === null ? [...worlds] : worlds.filter((world) => fits(world, knowledge));
  let asked: Questions | undefined;
  const ask = (by: Solver) => {
    asked ??= by.open(knowledge);
    return asked;
  };
  const spread = (among: readonly World[]) => {
    const values = among.map(valueIn);
    return [Math.min(...values), Math.max(...values)] as const;
  };
  /** Whether the worlds within some bounds of one unknown are far enough apart; finds more first. */
  const isOpen = (holds: (among: readonly World[]) => boolean, at?: number, bounds?: Range) => {
    const among = () =>
      at === undefined || bounds === undefined
        ? fitting
        : fitting.filter((world) => isWithin(world[at] ?? 0, bounds));
    if (holds(among())) return true;
    if (solver === null) return false;
    const questions = ask(solver);
    if (at !== undefined && bounds !== undefined) questions.bound(at, bounds);
    const found = [questions.least(target), questions.most(target)];
    if (at !== undefined) questions.bound(at, knowledge.bounds[at] ?? [0, 0]);
    for (const world of found) {
      // Nobody there can have answered so: there is no such reader.
      if (world === null) return at !== undefined;
      fitting.push(world);
      worlds.push(world);
    }
    return holds(among());
  };
  try {
    const isSecret = (among: readonly World[]) => {
      const [least, most] = spread(among);
      const open = most - least >= secret.apart - NEARLY;
      return open && most >= secret.most - NEARLY && least <= secret.least + NEARLY;
    };
    if (!isOpen(isSecret)) return true;
    if (secret.apartToReader === 0) return false;
    const isSecretToReader = (among: readonly World[]) => {
      const [least, most] = spread(among);
      return most - least >= secret.apartToReader - NEARLY;
    };
    return groups.some(
      ({ inTarget, n, answers }, at) =>
        !inTarget &&
        !answers.every((answer) => isOpen(isSecretToReader, at, [answer, n - 1 + answer])),
    );
  } finally {
    asked?.close();
    worlds.splice(0, worlds.length - KEPT);
  }
}

function fits(world: World, { bounds, equations }: Knowledge): boolean {
  return (
    bounds.every((range, unknown) => isWithin(world[unknown] ?? 0, range)) &&
    equations.every(({ unknowns, range }) =>
      isWithin(
        unknowns.reduce((sum, unknown) => sum + (world[unknown] ?? 0), 0),
        range,
      ),
    )
  );
}

function isWithin(value: number, [least, most]: Range): boolean {
  return value >= least - NEARLY && value <= most + NEARLY;
}
