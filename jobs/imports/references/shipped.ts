import { parse } from "yaml";
import type { Reference } from "#app/model/reference.ts";
import { checkReference } from "./reference-file.ts";

/** The files that come with the product, inside it once it is built. */
const files = import.meta.glob<string>("./*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The references that come with the product. */
export function shippedReferences(): readonly Reference[] {
  return Object.entries(files).map(([path, text]) => checkReference(parse(text), path));
}
