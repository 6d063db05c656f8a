import { wordsFor } from "#app/services/around.ts";
import type { BarometerReading } from "#app/services/barometer.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { drawGrid } from "../grid.server.ts";
import type { Sheet } from "../sheet.ts";
import { sourceOf } from "./said.ts";

/** What leaders guessed beside what people answered, as the page writes it. */
export function perceptionSheet(reading: BarometerReading, visit: ViewerVisit): Sheet | null {
  const words = wordsFor(visit.language);
  const { perception, wave, dials } = reading;
  if (perception === null) return null;
  const { title, sentence, heads, rows } = perception;
  const [first, ...columns] = heads;
  const hiddenWord = words.t("figure.hidden");
  return {
    title: wave === null ? title : words.t("paper.titled", { title, wave: wave.name }),
    sentence,
    caption: words.t("wave.guess.aside"),
    source: sourceOf(
      dials.flatMap(({ figure }) => (figure?.release.kind === "wave" ? [figure] : [])),
      reading.populationName,
      visit,
      words,
    ),
    picture: drawGrid({
      firstColumn: first,
      ...{ columns, hiddenWord },
      rows: rows.map(({ name, guess, answer }) => ({
        name,
        cells: [{ text: guess }, { text: answer ?? "", hidden: answer === null }],
      })),
    }),
    table: {
      columns: heads,
      rows: rows.map(({ name, guess, answer }) => [name, guess, answer ?? hiddenWord]),
    },
  };
}
