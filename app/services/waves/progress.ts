import { waveProgress } from "#db/figures/wave-progress.ts";
import type { PlannedWave } from "#db/records/plan-wave.ts";
import { nameIn } from "../around.ts";
import type { ViewerVisit } from "../visit.server.ts";

/** The last day's ranges of participation that this viewer may see, the company first, sites last. */
export async function readProgress(
  { db, viewer, language }: Pick<ViewerVisit, "db" | "viewer" | "language">,
  { id }: PlannedWave,
) {
  const rows = (await waveProgress(db, id)).disclose(viewer);
  const day = rows.at(-1)?.day ?? null;
  return {
    day,
    rows: rows
      .filter((row) => row.day === day)
      .toSorted((a, b) => placeOf(a.population.kind) - placeOf(b.population.kind))
      .map(({ population, least, most }) => ({
        key: population.key,
        isSite: population.kind === "site",
        name: nameIn({ language }, population),
        least,
        most,
      })),
  };
}

function placeOf(kind: string): number {
  return ["company", "unit", "site"].indexOf(kind);
}
