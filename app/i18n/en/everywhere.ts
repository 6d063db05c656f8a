import { barometer } from "./barometer.ts";
import { figures } from "./figures.ts";
import { frame } from "./frame.ts";
import { troubles } from "./troubles.ts";

/** As in French. */
export const everywhere = {
  ...frame,
  ...figures,
  ...barometer,
  ...troubles,
};
