import type { Viewer } from "#app/model/viewer.ts";
import type { Db } from "#db/client.server.ts";
import { waveFigures, weekFigures } from "#db/figures/released-figures.ts";
import type { ContinuityBetween } from "#db/records/read-lineage.ts";
import type { Moments } from "../barometer/moments.ts";
import { type Lookup, lookup } from "../disclosed.ts";

interface Sought {
  readonly populations: readonly string[];
  /** All of them unless some are named. */
  readonly measures?: readonly string[];
  readonly between: ContinuityBetween;
}

/** The same populations at the moment they are compared with, where the same was asked. */
export async function beforeOf(
  db: Db,
  viewer: Viewer,
  { wave, comparedWave, comparedWeek }: Moments,
  { between, ...wanted }: Sought,
): Promise<Lookup> {
  const [answers, activity] = await Promise.all([
    comparedWave && waveFigures(db, { ...wanted, waves: [comparedWave.key] }),
    comparedWeek && weekFigures(db, { ...wanted, from: comparedWeek.week, to: comparedWeek.week }),
  ]);
  const answered = (answers?.disclose(viewer) ?? []).filter(
    ({ measure, release }) => wave === null || between(measure, release.key, wave.key).goesOn,
  );
  return lookup([...answered, ...(activity?.disclose(viewer) ?? [])]);
}
