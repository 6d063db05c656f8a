import { barometer } from "./barometer.ts";
import { figures } from "./figures.ts";
import { frame } from "./frame.ts";
import { troubles } from "./troubles.ts";

/** What every page brings along: of the longest pages, the words come with the page (`words-of-*.ts`). */
export const everywhere = {
  ...frame,
  ...figures,
  ...barometer,
  ...troubles,
} as const;
