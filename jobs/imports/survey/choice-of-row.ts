import { packChoices, packRank } from "#app/model/answer-forms.ts";
import type { SurveyQuestion } from "../mapping/survey-question.ts";

type Choice = Extract<SurveyQuestion, { readonly options: unknown }>;
type Option = Choice["options"][number];

/** Why a choice cannot be taken, and what stands there. */
export interface NoChoice {
  readonly reason: string;
  readonly text: string;
}

const NO = /^(|0|n|no|non|false|faux|not selected)$/i;

/**
 * What was chosen, as it is stored: a value, the bits of places, or the digits of an order. Null where
 * nothing was.
 */
export function choiceOf(
  question: Choice,
  field: (column: string) => string,
): number | null | NoChoice {
  if (question.kind === "single") {
    const text = field(question.column);
    return text === "" ? null : (chosen(question, text)?.value ?? unknown(text));
  }
  const { options, column, separator } = question;
  const places = column === undefined ? inColumns(question, field) : [];
  if ("reason" in places) return places;
  for (const text of column === undefined ? [] : field(column).split(separator)) {
    if (text.trim() === "") continue;
    const option = chosen(question, text.trim());
    if (option === undefined) return unknown(text.trim());
    places.push(options.indexOf(option));
  }
  if (places.length === 0) return null;
  if (new Set(places).size < places.length) return { reason: TWICE, text: field(column ?? "") };
  return question.kind === "rank"
    ? packRank(places, options.length)
    : packChoices(places, options.length);
}

const TWICE = "An option is chosen twice. The line was left out: correct it.";

/** Ticked, or numbered from the preferred one. */
function inColumns(
  { kind, options }: Exclude<Choice, { readonly kind: "single" }>,
  field: (column: string) => string,
): number[] | NoChoice {
  const said = options.map(({ column = "" }, place) => ({ place, text: field(column) }));
  if (kind === "multiple") return said.flatMap(({ place, text }) => (NO.test(text) ? [] : [place]));
  const ranked = said.filter(({ text }) => text !== "");
  const wrong = ranked.find(({ text }) => !/^[1-9]\d?$/.test(text));
  if (wrong !== undefined) {
    const reason = "The place of an option is no number. The line was left out: correct it.";
    return { reason, text: wrong.text };
  }
  const order = ranked.toSorted((a, b) => Number(a.text) - Number(b.text));
  const isTwice = new Set(order.map(({ text }) => text)).size < order.length;
  if (!isTwice) return order.map(({ place }) => place);
  return { reason: "Two options have one place. The line was left out: correct it.", text: "" };
}

function chosen({ options }: Choice, text: string): Option | undefined {
  const small = text.toLowerCase();
  return options.find(({ value, says = [String(value)] }) =>
    says.some((one) => one.toLowerCase() === small),
  );
}

function unknown(text: string): NoChoice {
  const reason =
    "This is none of the options. The line was left out: say under says: what the file writes for each.";
  return { reason, text };
}
