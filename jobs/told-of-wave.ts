import type { Disclosed } from "#app/privacy/gate.ts";
import { type Added, type Lattice, withAdded } from "#app/privacy/lattice.ts";
import type { WrittenOf } from "#app/privacy/recovered.ts";
import type { Db } from "#db/client.server.ts";
import { figuresOfPart, waveFigures } from "#db/figures/released-figures.ts";
import { readToldSince } from "#db/rollups/reorganised-waves.ts";
import { readWaveLattice } from "#db/rollups/wave-counts.ts";
import { everything } from "./everything.ts";

/** Everything that is out of a wave: when it was released, and by the units of later days. */
export interface Told {
  readonly lattice: Lattice;
  readonly written: WrittenOf;
  /** What was added since, by its number in the lattice. */
  readonly since: readonly (Added & { readonly releaseId: number; readonly from: number })[];
}

/** Reads what is out of a wave, laid out so that what was added since stands beside the rest. */
export async function readTold(db: Db, wave: { id: number; key: string }): Promise<Told> {
  const asWas = await readWaveLattice(db, wave.id);
  const first = Math.max(0, ...asWas.numbers) + 1;
  const since = (await readToldSince(db, wave.id)).map(({ population, ...one }, index) => ({
    ...one,
    population: first + index,
    from: population,
  }));
  const byKey = new Map([...asWas.populations].map(([number, { key }]) => [key, number]));
  const values = new Map<string, Disclosed & { readonly hidden: false }>();
  const keep = (figures: readonly Disclosed[], numberOf: (key: string) => number | undefined) => {
    for (const figure of figures) {
      const number = numberOf(figure.population.key);
      if (!figure.hidden && number !== undefined) values.set(`${number} ${figure.measure}`, figure);
    }
  };
  const released = await waveFigures(db, { waves: [wave.key] });
  keep(released.disclose(everything), (key) => byKey.get(key));
  for (const releaseId of new Set(since.map((one) => one.releaseId))) {
    const own = since.filter((one) => one.releaseId === releaseId);
    const whole = { kind: "wave", key: wave.key, first: 0, last: 2 ** 31 - 1 } as const;
    const sealed = await figuresOfPart(db, { releaseId, ...whole }, {});
    keep(sealed.disclose(everything), (key) => own.find((one) => one.key === key)?.population);
  }
  return {
    lattice: withAdded(asWas, since),
    written: (population, measure) => values.get(`${population} ${measure}`)?.value ?? null,
    since,
  };
}
