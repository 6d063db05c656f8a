import type { Viewer } from "#app/model/viewer.ts";
import type { Db } from "#db/client.server.ts";
import { waveFigures } from "#db/figures/released-figures.ts";
import type { ContinuityBetween } from "#db/records/read-lineage.ts";
import type { ReleasedWave } from "#db/records/releases.ts";
import { nameIn, type Words } from "../around.ts";
import { shown } from "../disclosed.ts";
import type { FindEarlier } from "./ladder.ts";

interface Sought {
  readonly populations: readonly string[];
  readonly measure: string;
  /** The wave that is looked at. */
  readonly wave: ReleasedWave;
  /** Newest first. */
  readonly waves: readonly ReleasedWave[];
  readonly between: ContinuityBetween;
}

/** What was released of these populations before, the same question only. */
export async function earlierFigures(
  db: Db,
  viewer: Viewer,
  { populations, measure, wave, waves, between }: Sought,
  words: Words,
): Promise<FindEarlier> {
  const before = waves.slice(waves.indexOf(wave) + 1).map(({ key }) => key);
  if (populations.length === 0 || before.length === 0) return () => null;
  const sealed = await waveFigures(db, { populations, measures: [measure], waves: before });
  const newestFirst = sealed.disclose(viewer).toReversed();
  return (population) => {
    const figure = newestFirst.find(
      (one) =>
        one.population.key === population &&
        shown(one) !== null &&
        between(measure, one.release.key, wave.key).goesOn,
    );
    const named = waves.find(({ key }) => key === figure?.release.key);
    return figure === undefined || named === undefined
      ? null
      : { figure, wave: nameIn(words, named) };
  };
}
