import { methodsIn } from "#app/i18n/methods/read.ts";
import type { Words } from "../around.ts";
import type { readMethods } from "../methods.server.ts";

/** What is said on the page of an indicator of how it is computed; the rest is behind its link. */
export interface ComputedLine {
  readonly key: string;
  readonly topic: string;
  readonly sentence: string;
  readonly plain: string;
}

/** In the order in which a figure comes to be. */
const told: readonly string[] = ["favourable", "indicator", "interval", "many", "drivers"];

/** The methods behind the page, in the words of the page of methods. */
export function computedLines(
  numbers: Awaited<ReturnType<typeof readMethods>>["numbers"],
  { language }: Words,
): readonly ComputedLine[] {
  const methods = methodsIn(language, numbers).flatMap((family) => family.methods);
  return told.flatMap((key) => {
    const method = methods.find((one) => one.key === key);
    return method === undefined
      ? []
      : [{ key, topic: method.topic, sentence: method.sentence, plain: method.plain }];
  });
}
