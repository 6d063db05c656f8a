import type { Population } from "#app/model/population.ts";
import { may, type Viewer } from "#app/model/viewer.ts";
import type { Db } from "#db/client.server.ts";
import { waveFigures, weekFigures } from "#db/figures/released-figures.ts";
import { readReleasedWaves, readReleasedWeeks } from "#db/records/releases.ts";
import { populationsOf } from "../disclosed.ts";

/** The populations of the last release for which this viewer may write. */
export async function writablePlaces(viewer: Viewer, db: Db): Promise<readonly Population[]> {
  const figures = await lastFigures(viewer, db);
  return populationsOf(figures).filter((population) =>
    may(viewer, { do: "write-actions", population }),
  );
}

/**
 * Whether the words of a population may be read by everybody. Where its results are hidden, “you
 * said” would point at a few people; what this viewer is shown of it is what decides.
 */
export async function mayStandOnBoard(viewer: Viewer, db: Db, key: string): Promise<boolean> {
  const figures = await lastFigures(viewer, db);
  return figures.some(({ population, hidden }) => population.key === key && !hidden);
}

/** Participation of the newest wave; before there is one, adoption of the newest week. */
async function lastFigures(viewer: Viewer, db: Db) {
  const [[wave], [week]] = await Promise.all([readReleasedWaves(db), readReleasedWeeks(db)]);
  const sealed =
    wave !== undefined
      ? await waveFigures(db, { waves: [wave.key], measures: ["participation"], crossed: false })
      : week !== undefined
        ? await weekFigures(db, {
            from: week.week,
            to: week.week,
            measures: ["adoption"],
            crossed: false,
          })
        : null;
  return sealed?.disclose(viewer) ?? [];
}
