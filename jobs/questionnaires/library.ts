import type { Questionnaire } from "#app/model/questionnaire.ts";
import { yaml } from "./own.ts";

/** Inside the product once it is built. */
const files = import.meta.glob<string>("./library/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The questionnaires that come with the product, in words of our own. */
export function library(): readonly Questionnaire[] {
  return Object.values(files)
    .map((text) => yaml.read(text).questionnaire)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
