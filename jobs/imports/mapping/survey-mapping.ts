import { z } from "zod";
import { formNames } from "../survey/answer-form.ts";
import { isPersonal } from "../survey/personal-columns.ts";
import { column, file, key, names, only, segmentKey } from "./common.ts";
import { surveyFrom } from "./survey-from.ts";
import { columnsAsked, surveyQuestion } from "./survey-question.ts";

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
    questions: z.array(surveyQuestion).min(1),
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
    const cut = [...(unit ? [unit] : []), ...Object.values(segments)].map(({ column }) => column);
    for (const column of [...questions.flatMap(columnsAsked), ...cut]) {
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
