import type { NamedUnit } from "#db/intake/answers/place.ts";
import { ImportError } from "../import-error.ts";
import { slug } from "../mapping/columns.ts";
import type { SurveyMapping } from "../mapping/survey-mapping.ts";

/** More than these are the wrong column. */
const MOST_UNITS = 50_000;

/** The units an answers file names while it is read, each once. */
export class AnsweringUnits {
  readonly #units = new Map<string, NamedUnit & { readonly value: string }>();

  constructor(
    private readonly mapping: NonNullable<SurveyMapping["unit"]>,
    private readonly source: string,
  ) {}

  /** The key of the unit a field stands for; null when it would be another's. */
  key(value: string, line: number): string | null {
    const key = this.mapping.key === null ? value : `${this.mapping.key}-${slug(value)}`;
    const known = this.#units.get(key);
    if (known !== undefined) return known.value === value ? key : null;
    if (this.#units.size >= MOST_UNITS) {
      throw new ImportError(
        `${this.source}, line ${line}, column “${this.mapping.column}”: more than ${MOST_UNITS} different ` +
          "units. Nothing was kept. Look whether it is the right column.",
      );
    }
    const named = this.mapping.names ?? { fr: "{}", en: "{}" };
    const [fr, en] = [named.fr.replaceAll("{}", value), named.en.replaceAll("{}", value)];
    this.#units.set(key, { key, fr, en, value });
    return key;
  }

  list(): readonly NamedUnit[] {
    return [...this.#units.values()].map(({ key, fr, en }) => ({ key, fr, en }));
  }
}
