import { z } from "zod";
import { formNames } from "../survey/answer-form.ts";
import { isPersonal } from "../survey/personal-columns.ts";
import { column, file, key, names, only, segmentKey } from "./common.ts";
import { surveyFrom } from "./survey-from.ts";

const wordings = z
  .union(
    [
      z.string().min(1),
      z.record(z.string(), z.string().min(1)).refine((given) => Object.keys(given).length > 0),
    ],
    { error: "a text, or one a language: { fr: …, en: … }" },
  )
  .transform((given) => (typeof given === "string" ? { fr: given, en: given } : given));

const about = {
  column,
  item: key,
  sensitive: z.boolean().optional(),
  wordings,
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
    indicator: z.enum(["connection", "trust", "engagement"]).optional(),
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

const question = z.discriminatedUnion("kind", [agreement, likelihood, number], {
  error:
    "kind: agreement (whole points of a scale), kind: likelihood (0 to 10) or kind: number (a mean)",
});

/** Which column of an answers file is what, and which barometer and wave the answers belong to. */
export const surveyMapping = z
  .strictObject({
    kind: z.literal("survey"),
    file: file.default({}),
    /** How the file writes 3.5. */
    decimal: z.enum([".", ","]).default("."),
    only: only.optional(),
    /** The tool the file comes from, where its files have an own form. */
    form: z.enum(formNames).optional(),
    /** Where the answers are read, when they come in no file. */
    from: surveyFrom.optional(),
    /**
     * The name the survey has in its tool. Responses are told apart by survey and number: say it where
     * the answers of several surveys go into one wave.
     */
    survey: z.coerce.string().default(""),
    /** Where the tool's own name of a response stands: read again, it is the same response. */
    id: column.optional(),
    /** How a finished response is told from one that may still change. */
    complete: only.optional(),
    barometer: z.strictObject({
      key,
      names,
      /** Other questions under the same name are another version. */
      version: z.int().min(1).default(1),
    }),
    wave: z.strictObject({
      key,
      names,
      /** The day it is of. Where people are named, they are counted where they were on it. */
      date: z.iso.date("a day, YYYY-MM-DD"),
    }),
    /** HR number of whoever answered; unit, site and segments are then those of that day. */
    person: column.optional(),
    /** The unit each answer is counted in, where no person is named. */
    unit: z
      .union(
        [
          column.transform((name) => ({ column: name, key: null, names: null })),
          z.strictObject({
            column,
            /** Keys become `<key>-<value>`, so that they are not taken for units of the organisation. */
            key: key.nullable().default(null),
            /** Name of one unit; `{}` stands for the value. */
            names: names.nullable().default(null),
          }),
        ],
        { error: "a column, or { column: …, key: …, names: … }" },
      )
      .optional(),
    segments: z
      .record(
        segmentKey,
        z.strictObject({
          column,
          /** What the file writes → the option's key. */
          values: z.record(z.string(), key).optional(),
          names: names.optional(),
          options: z.record(key, names).optional(),
        }),
      )
      .default({}),
    questions: z.array(question).min(1),
    /** What the file writes where there is no answer, besides nothing. */
    missing: z.array(z.coerce.string()).default([]),
  })
  .refine(({ person, unit }) => person === undefined || unit === undefined, {
    path: ["unit"],
    message: "where a person is named, the unit is theirs: leave unit: or person: out",
  })
  .refine(({ person, segments }) => person === undefined || Object.keys(segments).length === 0, {
    path: ["segments"],
    message: "where a person is named, the segments are theirs: leave segments: or person: out",
  })
  .superRefine(({ questions, unit, segments }, context) => {
    const read = [...questions, ...(unit ? [unit] : []), ...Object.values(segments)];
    for (const { column } of read) {
      if (!isPersonal(column)) continue;
      const message = `the column “${column}” says who answered: only person: may name it`;
      context.addIssue({ code: "custom", path: [], message });
    }
  })
  .superRefine(({ questions }, context) => {
    for (const [index, { item }] of questions.entries()) {
      if (questions.findIndex((other) => other.item === item) === index) continue;
      const path = ["questions", index, "item"];
      context.addIssue({ code: "custom", path, message: `“${item}” is asked twice` });
    }
  });

export type SurveyMapping = z.infer<typeof surveyMapping>;

/** What a survey read from its tool is: of the tool's form, under the tool's own name for it. */
export function surveyOf({ form, survey, from }: SurveyMapping): {
  readonly form: SurveyMapping["form"];
  readonly survey: string;
} {
  return { form: from?.tool ?? form, survey: from?.survey ?? survey };
}
