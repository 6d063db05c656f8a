import { sayValue } from "#app/i18n/say-value.ts";
import { may, type Viewer } from "#app/model/viewer.ts";
import type { Db } from "#db/client.server.ts";
import { readPlannedWave } from "#db/records/plan-wave.ts";
import type { Words } from "../around.ts";
import { readGap } from "../waves/gap.ts";

/** What leaders guessed beside what people answered, said and written out. */
export interface Perception {
  readonly title: string;
  readonly sentence: string;
  readonly heads: readonly [indicator: string, guess: string, answer: string];
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly guess: string;
    /** Null when it is hidden. */
    readonly answer: string | null;
  }[];
}

/** The perception gap of a wave; null where no guesses were released, or not to this viewer. */
export async function readPerception(
  db: Db,
  viewer: Viewer,
  wave: string,
  words: Words,
): Promise<Perception | null> {
  if (!may(viewer, { do: "read-guesses" })) return null;
  const planned = await readPlannedWave(db, wave);
  if (planned === null) return null;
  const lines = await readGap({ db, viewer, language: words.language }, planned);
  if (lines.length === 0) return null;
  const apart = lines.filter(({ verdict }) => verdict !== null);
  return {
    title: words.t("wave.gap"),
    sentence:
      apart.length === 0
        ? words.t("wave.gap.same")
        : apart
            .map(({ verdict, name }) => words.t(`wave.gap.${verdict ?? "more"}`, { name }))
            .join(" "),
    heads: [words.t("wave.gap.indicator"), words.t("wave.gap.guess"), words.t("wave.gap.answer")],
    rows: lines.map(({ indicator, name, guess, answer }) => ({
      key: indicator,
      name,
      guess: sayValue(words, guess),
      answer: answer && sayValue(words, answer),
    })),
  };
}
