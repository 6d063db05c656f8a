import { type Columns, slug } from "../mapping/columns.ts";
import type { SurveyMapping } from "../mapping/survey-mapping.ts";
import { type AnswerForm, answerForms } from "./answer-form.ts";
import { isPersonal } from "./personal-columns.ts";

/** What a survey's file says of each response besides its answers. */
export interface Told {
  readonly id: string;
  readonly isFinished: boolean;
  /** False for a trial, and for what its tool took for a machine. */
  readonly isGenuine: boolean;
}

/** Columns of a file nobody reads. */
export interface Unread {
  /** They say who answered, or from where. */
  readonly personal: readonly string[];
  /** The mapping does not name them. */
  readonly others: readonly string[];
}

function isSame(there: string, name: string): boolean {
  return there === name || (slug(name) !== "" && slug(there) === slug(name));
}

/** The columns of a survey tool's own: which response a line is, and whether it counts. */
export class FormOfFile {
  /** Columns a file need not have, and what else they may be called. */
  readonly optional = new Set<string>();
  readonly also: Record<string, readonly string[]> = {};
  readonly #id: number | null;
  readonly #finished: number | null;
  readonly #genuine: number | null;
  readonly #takes: (value: string) => boolean;
  readonly #takesGenuine: (value: string) => boolean;
  #isTellingFinished = false;
  #isTellingGenuine = false;
  #unread: Unread = { personal: [], others: [] };

  constructor(
    { form, id, complete }: Pick<SurveyMapping, "form" | "id" | "complete">,
    private readonly columns: Columns,
  ) {
    const own: AnswerForm | null = form === undefined ? null : answerForms[form];
    this.#id = id === undefined ? this.#any(own?.id) : columns.at(id);
    this.#finished =
      complete === undefined ? this.#any(own?.finished.columns) : columns.at(complete.column);
    this.#takes =
      complete === undefined
        ? (own?.finished.takes ?? (() => true))
        : (value) => complete.equals.includes(value);
    this.#genuine = this.#any(own?.genuine?.columns);
    this.#takesGenuine = own?.genuine?.takes ?? (() => true);
  }

  /** Called with the header, before the first row. */
  heard(header: readonly string[]): void {
    const isThere = (at: number | null) => {
      const name = at === null ? undefined : this.columns.names[at];
      const names = name === undefined ? [] : [name, ...(this.also[name] ?? [])];
      return names.some((one) => header.some((there) => isSame(there, one)));
    };
    this.#isTellingFinished = isThere(this.#finished);
    this.#isTellingGenuine = isThere(this.#genuine);
    const read = new Set([...this.columns.names, ...Object.values(this.also).flat()]);
    const unread = header.filter((name) => name !== "" && !read.has(name));
    this.#unread = {
      personal: unread.filter(isPersonal),
      others: unread.filter((name) => !isPersonal(name)),
    };
  }

  told(fields: readonly string[]): Told {
    const field = (at: number | null) => (at === null ? "" : (fields[at] ?? ""));
    return {
      id: field(this.#id),
      isFinished: !this.#isTellingFinished || this.#takes(field(this.#finished)),
      isGenuine: !this.#isTellingGenuine || this.#takesGenuine(field(this.#genuine)),
    };
  }

  get unread(): Unread {
    return this.#unread;
  }

  /** The first of several columns the file has; a file need have none. */
  #any(names: readonly string[] | undefined): number | null {
    const [first, ...others] = names ?? [];
    if (first === undefined) return null;
    const at = this.columns.at(first);
    this.optional.add(first);
    this.also[first] = others;
    return at;
  }
}
