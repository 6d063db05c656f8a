import { isIndicator } from "#app/model/indicator.ts";
import type { Form } from "#app/model/measure.ts";
import { type MeasureKind, measureKinds } from "#app/model/measure-kind.ts";
import type { Question } from "#db/records/questions.ts";
import type { Words } from "../around.ts";

/** What a kind of measure is: everything an analyst has to know of it to use its figures. */
export interface CodebookLine {
  /** As it stands in the file; of a kind with a colon, what follows it is named in brackets. */
  readonly key: string;
  readonly label: string;
  readonly what: string;
  readonly unit: string;
  /** Of whom it is said. */
  readonly of: string;
  readonly how: string;
}

/** What follows the colon of a key. */
const followed = {
  "question:": "item",
  "unfavourable:": "item",
  "option:": "item:value",
  "adoption-in:": "privacy",
  "adoption-for:": "purpose",
  "adoption-on:": "network",
  "account-on:": "network",
  "own-on:": "network",
  "with:": "unit:key",
  "post-reached:": "number",
  "post-answered:": "number",
} as const;

/** A line for every kind of measure that a file may hold. */
export function codebookOf(words: Words): readonly CodebookLine[] {
  return measureKinds.map((kind) => lineOf(kind, words));
}

function lineOf(kind: MeasureKind, { t }: Words): CodebookLine {
  const after = kind in followed ? `<${followed[kind as keyof typeof followed]}>` : "";
  const about = isIndicator(kind) ? "indicator" : entryOf(kind);
  return {
    key: kind + after,
    label: labelOf(kind, { t }),
    what: t(`codebook.${about}.what`),
    unit: kind === "question:" ? t("codebook.unit.question") : t(`codebook.unit.${formOf(kind)}`),
    of: t(`codebook.${about}.of`),
    how: t(`codebook.${about}.how`),
  };
}

/** A measure that pages name is called as there. */
function labelOf(kind: MeasureKind, { t }: Pick<Words, "t">): string {
  switch (kind) {
    case "question:":
    case "unfavourable:":
    case "option:":
    case "adoption-in:":
    case "adoption-for:":
    case "adoption-on:":
    case "account-on:":
    case "own-on:":
    case "with:":
    case "ties-sites":
    case "ties-units":
    case "post-reached:":
    case "post-answered:":
      return t(`codebook.${entryOf(kind)}.label`);
    default:
      return t(`measure.${kind}`);
  }
}

function formOf(kind: MeasureKind): Form {
  return kind === "messages" ? "count" : "share";
}

type Entry<Kind extends string> = Kind extends `${infer Name}:` ? Name : Kind;

function entryOf<Kind extends string>(kind: Kind): Entry<Kind> {
  // Checked where it is called: only what is after the name goes.
  return kind.replace(":", "") as Entry<Kind>;
}

/** Every option that could be chosen, as it stands in the file, with its question. */
export function optionLines(
  questions: readonly Question[],
  { t, language }: Words,
): readonly { readonly key: string; readonly name: string }[] {
  const said = (words: Readonly<Record<string, string>>) =>
    words[language] ?? Object.values(words)[0] ?? "";
  return questions.flatMap(({ item, wordings, options }) =>
    (options ?? []).map(({ value, words }) => ({
      key: `option:${item}:${value}`,
      name: t("codebook.chosen", { wording: said(wordings), option: said(words) }),
    })),
  );
}
