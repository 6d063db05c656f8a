import type { Option, Words } from "#app/model/questionnaire.ts";
import type { Choice } from "./draft.ts";
import { type Loose, listIn, numberIn, objectIn, textIn } from "./loose.ts";
import { plainText } from "./plain-text.ts";

/** Languages are found where words are; the survey's own is what “default” stands for. */
export class SurveyWords {
  readonly #own: string;
  readonly #languages = new Set<string>();
  readonly #survey: Loose;

  constructor(survey: Loose) {
    this.#survey = survey;
    this.#own = textIn(survey.locale) || "en";
    this.#languages.add(this.#own);
  }

  /** A text, in every language it is written in. */
  of(given: unknown): Words {
    const plain = textIn(given);
    const texts = plain === null ? objectIn(given) : { default: plain };
    // Where the survey's own language is there besides, what is left without one is English.
    const usual = this.#own in texts ? "en" : this.#own;
    const words = Object.entries(texts).flatMap(([language, text]) => {
      const bare = plainText(textIn(text) ?? "");
      return bare === "" ? [] : [[language === "default" ? usual : language, bare] as const];
    });
    for (const [language] of words) this.#languages.add(language);
    return Object.fromEntries(words);
  }

  /** `value`, `{ value, text }`, or `value|text` as older versions wrote it. */
  choices(given: unknown): readonly Choice[] {
    return listIn(given).map((one) => {
      const plain = textIn(one);
      if (plain !== null) {
        const [code = "", text = code] = plain.split("|");
        return { code, words: this.of(text) };
      }
      const { value, text } = objectIn(one);
      return { code: textIn(value) ?? String(value), words: this.of(text ?? value) };
    });
  }

  /** The points of a rating, with the words of those that have any. */
  rated(element: Loose): { options: readonly Option[]; value(code: string): number | null } {
    const listed = this.choices(element.rateValues);
    const low = numberIn(element.rateMin) ?? 1;
    const high = numberIn(element.rateMax) ?? numberIn(element.rateCount) ?? 5;
    const step = numberIn(element.rateStep) ?? 1;
    const points = Array.from(
      { length: Math.floor((high - low) / step) + 1 },
      (_, at) => low + at * step,
    );
    const ends: Readonly<Record<number, unknown>> = {
      // Spelt so in versions before 1.0.
      [low]: element.minRateDescription ?? element.mininumRateDescription,
      [high]: element.maxRateDescription ?? element.maximumRateDescription,
    };
    const options =
      listed.length > 0 && listed.every(({ code }) => numberIn(code) !== null)
        ? listed.map(({ code, words }) => ({
            value: Number(code),
            words: Object.values(words).every((text) => text === code) ? {} : words,
          }))
        : points.map((value) => ({ value, words: this.of(ends[value]) }));
    return { options, value: numberIn };
  }

  /** The name of the whole, and the languages any of its words are in. */
  whole(): { readonly names: Words; readonly languages: readonly string[] } {
    const names = this.of(this.#survey.title);
    const languages = [...this.#languages];
    const none = Object.fromEntries(languages.map((one) => [one, "SurveyJS"]));
    return { names: Object.keys(names).length > 0 ? names : none, languages };
  }
}
