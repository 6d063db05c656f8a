import type { Population } from "#app/model/population.ts";
import { SealedDrivers } from "#app/privacy/drivers.ts";
import type { Db } from "../client.server.ts";

/** What moved together with an indicator in one population of a wave, as it was released. */
export async function waveDrivers(
  db: Db,
  wanted: { readonly wave: string; readonly population: string; readonly outcome: string },
): Promise<SealedDrivers> {
  const rows = await db
    .selectFrom("figures.driver as d")
    .innerJoin("figures.release as r", "r.id", "d.releaseId")
    .innerJoin("records.wave as w", "w.id", "r.waveId")
    .innerJoin("figures.population as p", (join) =>
      join.onRef("p.releaseId", "=", "d.releaseId").onRef("p.population", "=", "d.population"),
    )
    .where("w.key", "=", wanted.wave)
    .where("p.key", "=", wanted.population)
    .where("d.outcome", "=", wanted.outcome)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("figures.release as later")
            .select("later.id")
            .whereRef("later.supersedes", "=", "r.id"),
        ),
      ),
    )
    .orderBy("d.place")
    .select([
      "d.outcome",
      "d.item",
      "d.n",
      "d.explained",
      "d.part",
      "d.low",
      "d.high",
      "d.ordered",
      "p.kind",
      "p.key",
      "p.parentKey",
      "p.cut",
      "p.names",
      "p.path",
    ])
    .execute();
  const [first] = rows;
  if (first === undefined) return new SealedDrivers([]);
  const { outcome, n, explained, ordered, kind, key, parentKey, cut, names, path } = first;
  const population = { kind, key, parentKey, cut, names, path } as Population;
  const drivers = rows.map(({ item, part, low, high }) => ({ item, part, low, high }));
  return new SealedDrivers([{ outcome, n, explained, ordered, drivers, population }]);
}
