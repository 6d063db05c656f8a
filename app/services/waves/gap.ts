import type { Value } from "#app/model/measure.ts";
import { waveFigures } from "#db/figures/released-figures.ts";
import { waveGuesses } from "#db/figures/wave-guesses.ts";
import type { PlannedWave } from "#db/records/plan-wave.ts";
import { nameIn } from "../around.ts";
import { lookup, shown } from "../disclosed.ts";
import type { ViewerVisit } from "../visit.server.ts";

/** What leaders believed beside what people answered. */
export interface GapLine {
  readonly indicator: string;
  readonly name: string;
  readonly guess: Value;
  /** Null when it is hidden. */
  readonly answer: Value | null;
  /** Whether leaders believed more, or less, than can be read from the answers; null where the ranges meet. */
  readonly verdict: "more" | "less" | null;
}

/** The perception gap of a wave whose results are out, for whoever reads the company's. */
export async function readGap(
  { db, viewer, language }: Pick<ViewerVisit, "db" | "viewer" | "language">,
  { id, key }: PlannedWave,
): Promise<readonly GapLine[]> {
  const guesses = (await waveGuesses(db, id)).disclose(viewer);
  if (guesses.length === 0) return [];
  const measures = guesses.map(({ indicator }) => indicator);
  const figures = await waveFigures(db, { waves: [key], measures, populations: ["company"] });
  const find = lookup(figures.disclose(viewer));
  return guesses.map(({ indicator, names, least, most }) => {
    const answer = shown(find("company", indicator));
    return {
      indicator,
      name: nameIn({ language }, { names }),
      guess: {
        form: "share",
        value: (least + most) / 2,
        within: [least, most],
        low: null,
        high: null,
        base: { band: "10-19" },
      },
      answer,
      verdict: answer === null ? null : compare([least, most], rangeOf(answer)),
    };
  });
}

/** As far as the answer may lie: its interval where it has one, else the range it is shown as. */
function rangeOf({ value, within, low, high }: Value): readonly [number, number] {
  return [low ?? within?.[0] ?? value, high ?? within?.[1] ?? value];
}

function compare(
  [least, most]: readonly [number, number],
  [low, high]: readonly [number, number],
): GapLine["verdict"] {
  if (least > high) return "more";
  return most < low ? "less" : null;
}
