import type { Words } from "#app/model/questionnaire.ts";
import { type Loose, listIn, objectIn, textIn } from "./loose.ts";
import { plainText } from "./plain-text.ts";

/** Something that can be chosen, or a row of a table; its code is what the answers are exported as. */
export interface QualtricsChoice {
  readonly id: string;
  readonly code: string;
  readonly words: Words;
  readonly inOwnWords: boolean;
}

/** A question, whichever of Qualtrics' two shapes it comes in. */
export interface QualtricsQuestion {
  readonly id: string;
  readonly tag: string;
  /** Type, selector and its refinement: `MC/SAVR`, `Matrix/Likert/SingleAnswer`. */
  readonly kind: string;
  readonly wordings: Words;
  readonly choices: readonly QualtricsChoice[];
  /** Columns of a table; what is chosen among in each row. */
  readonly answers: readonly QualtricsChoice[];
  readonly ends: readonly Words[];
  readonly isForced: boolean;
  readonly content: Loose;
  readonly logic: unknown;
}

/** The question of a `.qsf` file, by its payload. */
export function questionOf(payload: Loose, own: string): QualtricsQuestion {
  const settings = objectIn(objectIn(payload.Validation).Settings);
  const isTable = payload.QuestionType === "Matrix";
  const recodes = objectIn(payload.RecodeValues);
  const worded = (part: "Choices" | "Answers", id: string, given: unknown): Words =>
    wordsIn(own, given, payload, (language) => objectIn(objectIn(language[part])[id]).Display);
  const listed = (part: "Choices" | "Answers", order: unknown, recoded: boolean) => {
    const all = Array.isArray(payload[part])
      ? Object.fromEntries(listIn(payload[part]).map((one, place) => [String(place), one]))
      : objectIn(payload[part]);
    const ids = listIn(order).map((id) => textIn(id) ?? "");
    return (ids.length > 0 ? ids : Object.keys(all))
      .filter((id) => id in all)
      .map((id) => {
        const { Display, TextEntry } = objectIn(all[id]);
        const tag = textIn(objectIn(payload.ChoiceDataExportTags)[id]);
        const code = recoded ? (textIn(recodes[id]) ?? id) : (tag ?? id);
        const inOwnWords = TextEntry !== undefined && TextEntry !== false;
        return { id, code, words: worded(part, id, Display), inOwnWords };
      });
  };
  const type = [payload.QuestionType, payload.Selector, payload.SubSelector];
  return {
    id: textIn(payload.QuestionID) ?? "",
    tag: textIn(payload.DataExportTag) ?? textIn(payload.QuestionID) ?? "",
    kind: type.flatMap((one) => textIn(one) ?? []).join("/"),
    wordings: wordsIn(own, payload.QuestionText, payload, (language) => language.QuestionText),
    choices: listed("Choices", payload.ChoiceOrder, !isTable),
    answers: listed("Answers", payload.AnswerOrder, true),
    ends: listIn(payload.ColumnLabels).map((one) => wordsOf(own, objectIn(one).Display)),
    isForced: settings.ForceResponse === "ON",
    content: settings,
    logic: payload.DisplayLogic ?? null,
  };
}

/** The question of an answer of the survey API, which tells neither translations nor conditions. */
export function questionOfApi(id: string, given: Loose, own: string): QualtricsQuestion {
  const type = objectIn(given.questionType);
  const listed = (part: unknown) =>
    Object.entries(objectIn(part)).map(([key, one]) => {
      const { recode, choiceText, textEntry } = objectIn(one);
      const words = wordsOf(own, choiceText);
      return { id: key, code: textIn(recode) ?? key, words, inOwnWords: textEntry !== undefined };
    });
  const isTable = type.type === "Matrix";
  return {
    id,
    tag: textIn(given.questionName) ?? id,
    kind: [type.type, type.selector, type.subSelector]
      .flatMap((one) => textIn(one) ?? [])
      .join("/"),
    wordings: wordsOf(own, given.questionText),
    choices: listed(isTable ? given.subQuestions : given.choices),
    answers: isTable ? listed(given.choices) : [],
    ends: [],
    isForced: objectIn(given.validation).doesForceResponse === true,
    content: {},
    logic: null,
  };
}

/** Qualtrics writes languages in capitals: FR, PT-BR. */
export function languageOf(code: string): string {
  const [language = "", region] = code.split("-");
  return region ? `${language.toLowerCase()}-${region}` : language.toLowerCase();
}

function wordsOf(own: string, given: unknown): Words {
  const text = plainText(textIn(given) ?? "");
  return text === "" ? {} : { [own]: text };
}

function wordsIn(
  own: string,
  given: unknown,
  payload: Loose,
  translated: (language: Loose) => unknown,
): Words {
  const others = Object.entries(objectIn(payload.Language)).flatMap(([code, language]) =>
    Object.entries(wordsOf(languageOf(code), translated(objectIn(language)))),
  );
  return { ...wordsOf(own, given), ...Object.fromEntries(others) };
}
