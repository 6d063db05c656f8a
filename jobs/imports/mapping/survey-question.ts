import { z } from "zod";
import { MOST_CHOICES, MOST_RANKED } from "#app/model/answer-forms.ts";
import { indicators } from "#app/model/indicator.ts";
import { column, key } from "./common.ts";

const wordings = z
  .union(
    [
      z.string().min(1),
      z.record(z.string(), z.string().min(1)).refine((given) => Object.keys(given).length > 0),
    ],
    { error: "a text, or one a language: { fr: …, en: … }" },
  )
  .transform((given) => (typeof given === "string" ? { fr: given, en: given } : given));

const asked = { item: key, sensitive: z.boolean().optional(), wordings };
const about = {
  column,
  ...asked,
  /** What the file writes instead of numbers: `{ Strongly agree: 5, A5: 5 }`. */
  values: z.record(z.string(), z.number("a number")).default({}),
};

/** Whole points of a scale; its upper two fifths are favourable. */
const agreement = z
  .strictObject({
    kind: z.literal("agreement"),
    ...about,
    low: z.int("a whole number").default(1),
    high: z.int("a whole number").default(5),
    /** A high answer is unfavourable. */
    reversed: z.boolean().optional(),
    indicator: z.enum(indicators).optional(),
  })
  .refine(({ low, high }) => low < high, { path: ["high"], message: "above low:" });

/** Any number, for instance the mean of a scale: shown as a mean, never as a favourable share. */
const number = z
  .strictObject({
    kind: z.literal("number"),
    ...about,
    low: z.number().optional(),
    high: z.number().optional(),
  })
  .refine(({ low, high }) => low === undefined || high === undefined || low < high, {
    path: ["high"],
    message: "above low:",
  });

/** How likely, from 0 to 10. */
const likelihood = z.strictObject({
  kind: z.literal("likelihood"),
  ...about,
  low: z.literal(0).default(0),
  high: z.literal(10).default(10),
});

const option = z.strictObject({
  /** What is stored of a single choice, and never changes its meaning. */
  value: z.int("a whole number"),
  words: wordings,
  /** What the file writes where this is chosen; its value, when not said. */
  says: z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]).optional(),
  /** Of several choices, or an order, that stand in a column each. */
  column: column.optional(),
});

function options(most: number) {
  return z
    .array(option)
    .min(2, "two options at least")
    .max(most, `${most} options at most`)
    .refine((given) => new Set(given.map(({ value }) => value)).size === given.length, {
      message: "two options have one value",
    });
}

/** One of several options. */
const single = z.strictObject({
  kind: z.literal("single"),
  column,
  ...asked,
  options: options(MOST_CHOICES),
});

/** Several choices, or an order: in one column with a separator, or in a column an option. */
const several = {
  column: column.optional(),
  /** Between choices in one column: Microsoft Forms writes `;`, Google Forms `, `. */
  separator: z.string().min(1).default(";"),
  ...asked,
};
const inColumns = (given: {
  readonly column?: string | undefined;
  readonly options: readonly { readonly column?: string | undefined }[];
}) =>
  given.column === undefined
    ? given.options.every((one) => one.column !== undefined)
    : given.options.every((one) => one.column === undefined);
const where = { path: ["column"], message: "one column: of all, or one for each of the options" };
const multiple = z
  .strictObject({ kind: z.literal("multiple"), ...several, options: options(MOST_CHOICES) })
  .refine(inColumns, where);
/** In a column each, an option's place is a number, 1 the preferred. */
const rank = z
  .strictObject({ kind: z.literal("rank"), ...several, options: options(MOST_RANKED) })
  .refine(inColumns, where);

/** A question of a survey asked elsewhere, and where its answers stand. */
export const surveyQuestion = z.discriminatedUnion(
  "kind",
  [agreement, likelihood, number, single, multiple, rank],
  {
    error:
      "kind: agreement (whole points of a scale), likelihood (0 to 10), number (a mean), single, multiple or rank",
  },
);

export type SurveyQuestion = z.infer<typeof surveyQuestion>;

/** Every column a question is read from. */
export function columnsAsked(question: SurveyQuestion): readonly string[] {
  const own = question.column === undefined ? [] : [question.column];
  if (!("options" in question)) return own;
  const each = question.options.flatMap((one) => (one.column === undefined ? [] : [one.column]));
  return [...own, ...each];
}
