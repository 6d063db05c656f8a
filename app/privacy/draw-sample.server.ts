import { createHmac } from "node:crypto";

/**
 * The people who are drawn: those whose keyed hash comes first, so many of each stratum. The same
 * seed draws the same people whatever order they come in, and somebody who joins moves at most one
 * other out. Without the seed nobody tells who is drawn.
 */
export function drawSample<Person extends { readonly personKey: Buffer }>(
  strata: readonly { readonly people: readonly Person[]; readonly draw: number }[],
  seed: string,
): readonly Person[] {
  return strata.flatMap(({ people, draw }) =>
    people
      .map((person) => ({
        person,
        lot: createHmac("sha256", `sample:${seed}`).update(person.personKey).digest(),
      }))
      .toSorted((a, b) => Buffer.compare(a.lot, b.lot))
      .slice(0, draw)
      .map(({ person }) => person),
  );
}
