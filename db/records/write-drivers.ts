import type { DriverFigures } from "#app/privacy/drivers.ts";
import type { Db } from "../client.server.ts";

/** Writes what moves together with an indicator into a release that was just opened, for good. */
export async function writeDrivers(
  db: Db,
  release: number,
  population: number,
  { outcome, n, explained, ordered, drivers }: DriverFigures,
): Promise<void> {
  if (drivers.length === 0) return;
  await db
    .insertInto("figures.driver")
    .values(
      drivers.map((driver, place) => ({
        releaseId: release,
        population,
        outcome,
        n,
        explained,
        ordered,
        place,
        ...driver,
      })),
    )
    .execute();
}
