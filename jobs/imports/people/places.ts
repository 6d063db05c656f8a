import type { StagedSegment, StagedSite } from "#db/intake/people/plan.ts";
import { ImportError } from "../import-error.ts";
import { slug } from "../mapping/columns.ts";
import type { PeopleMapping } from "../mapping/people-mapping.ts";

/** More than these are the wrong column. */
const MOST_SITES = 20_000;
const MOST_OPTIONS = 500;

/** The sites a file names while it is read, each once. */
export class Sites {
  readonly #sites = new Map<string, StagedSite>();

  constructor(private readonly source: string) {}

  add(site: StagedSite, line: number): void {
    if (this.#sites.has(site.key)) return;
    if (this.#sites.size >= MOST_SITES) {
      throw new ImportError(
        `${this.source}, line ${line}: more than ${MOST_SITES} sites. Nothing was kept. ` +
          "Look whether the mapping names the right column for the site.",
      );
    }
    this.#sites.set(site.key, site);
  }

  list(): readonly StagedSite[] {
    return [...this.#sites.values()];
  }
}

type SegmentMapping = PeopleMapping["segments"][string];

/** One segment of the mapping, and the options the file names while it is read. */
export class Segment {
  readonly #options = new Map<string, { readonly fr: string; readonly en: string }>();

  constructor(
    readonly key: string,
    private readonly mapping: SegmentMapping,
    private readonly source: string,
  ) {}

  /** The key of the option a field stands for; null when the mapping does not know the value. */
  option(value: string, line: number): string | null {
    const { values, options } = "values" in this.mapping ? this.mapping : {};
    const key = values === undefined ? slug(value) : (values[value] ?? "");
    if (key === "") return null;
    if (!this.#options.has(key)) {
      if (this.#options.size >= MOST_OPTIONS) {
        throw new ImportError(
          `${this.source}, line ${line}, column “${this.mapping.column}”: more than ${MOST_OPTIONS} ` +
            `different values for the segment “${this.key}”. Nothing was kept. Look whether it is the right column.`,
        );
      }
      const name = values === undefined ? value : key;
      this.#options.set(key, options?.[key] ?? { fr: name, en: name });
    }
    return key;
  }

  staged(): StagedSegment {
    const { names, sensitive = false, shown = true } = "names" in this.mapping ? this.mapping : {};
    return { key: this.key, names: names ?? null, sensitive, shown, options: this.#options };
  }
}
