import type { StagedUnit } from "#db/intake/people/plan.ts";
import { ImportError } from "../import-error.ts";
import { slug } from "../mapping/columns.ts";

/** More than this is not an organisation, it is the wrong column. */
const MOST = 50_000;

/** The units a file names while it is read, each once. */
export class Units {
  readonly #units = new Map<string, StagedUnit>();

  constructor(private readonly source: string) {}

  /** The unit a path of names leads to, with those above it; null for an empty path. */
  addPath(names: readonly string[], line: number): string | null {
    let key: string | null = null;
    for (const name of names) {
      const part = slug(name);
      if (part === "") break;
      const parent: string | null = key;
      key = parent === null ? part : `${parent}.${part}`;
      if (!this.#units.has(key)) this.#put({ line, key, parent, fr: name, en: name });
    }
    return key;
  }

  /**
   * A unit under its own key. Names that differ from line to line are not worth stopping for; the
   * first stays. @throws {ImportError} when it is said to be part of two others.
   */
  add(unit: StagedUnit): string {
    const known = this.#units.get(unit.key);
    if (known === undefined) this.#put(unit);
    else if (known.parent !== unit.parent) {
      throw new ImportError(
        `${this.source}, lines ${known.line} and ${unit.line}: one unit is said to be part of two others. ` +
          "Nothing was kept. Correct one of the lines.",
      );
    }
    return unit.key;
  }

  /** All of them. A unit that is only ever named as a parent is at the top. */
  list(): readonly StagedUnit[] {
    const units = [...this.#units.values()];
    const named = new Map<string, StagedUnit>();
    for (const { line, parent } of units) {
      if (parent === null || this.#units.has(parent)) continue;
      named.set(parent, { line, key: parent, parent: null, fr: parent, en: parent });
    }
    return [...units, ...named.values()];
  }

  #put(unit: StagedUnit): void {
    if (this.#units.size >= MOST) {
      throw new ImportError(
        `${this.source}, line ${unit.line}: more than ${MOST} units. Nothing was kept. ` +
          "Look whether the mapping names the right columns for the unit.",
      );
    }
    this.#units.set(unit.key, unit);
  }
}
