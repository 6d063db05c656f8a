import type { NeutralTable } from "#app/privacy/neutral-table.ts";

/** Chance that falls the same way every time (a linear congruential generator, as in POSIX). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A company of departments and teams of 1 to `largest` people who answered. */
export function randomTree(seed: number, largest = 18): NeutralTable {
  const roll = dice(seed);
  const departments = 2 + Math.floor(roll() * 3);
  const teams = Array.from({ length: departments }, () => 2 + Math.floor(roll() * 4));
  const cells = teams.flatMap((count) =>
    Array.from({ length: count }, () => answers(roll, largest)),
  );
  let next = 0;
  const inside = teams.map((count) => Array.from({ length: count }, () => ++next));
  return {
    id: `tree ${seed}`,
    k: 5,
    cells,
    groups: [
      { group: "company", cells: cells.map((_, index) => index + 1) },
      ...inside.map((members, at) => ({ group: `D${at + 1}`, cells: members })),
      ...cells.map((_, index) => ({ group: `T${index + 1}`, cells: [index + 1] })),
    ],
  };
}

/** Teams crossed with the options of a segment, with both margins. */
export function randomCross(seed: number, largest = 9): NeutralTable {
  const roll = dice(seed);
  const [teams, options] = [2 + Math.floor(roll() * 3), 2 + Math.floor(roll() * 2)];
  const cells = Array.from({ length: teams * options }, () => answers(roll, largest));
  const all = cells.map((_, index) => index + 1);
  const line = (name: string, count: number, of: (cell: number) => number) =>
    Array.from({ length: count }, (_, at) => ({
      group: `${name}${at + 1}`,
      cells: all.filter((cell) => of(cell - 1) === at),
    }));
  return {
    id: `cross ${seed}`,
    k: 5,
    cells,
    groups: [
      { group: "total", cells: all },
      ...line("T", teams, (cell) => Math.floor(cell / options)),
      ...line("S", options, (cell) => cell % options),
      ...all.map((cell) => ({ group: `C${cell}`, cells: [cell] })),
    ],
  };
}

function answers(roll: () => number, largest: number) {
  const n = 1 + Math.floor(roll() * largest);
  const leaning = 0.2 + roll() * 0.7;
  const x = Array.from({ length: n }, () => (roll() < leaning ? 1 : 0)).filter(Boolean).length;
  return { n, x };
}
