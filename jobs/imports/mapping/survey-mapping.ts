import { z } from "zod";
import { column, dateFormat, file, key, names, only } from "./common.ts";

const question = z.strictObject({
  column,
  item: key,
  indicator: z.enum(["connection", "trust", "engagement"]).optional(),
  kind: z.enum(["agreement", "likelihood", "single", "number"]),
  low: z.number().optional(),
  high: z.number().optional(),
  reversed: z.boolean().optional(),
  sensitive: z.boolean().optional(),
  wordings: z.union([z.string(), z.record(z.string(), z.string())]).transform(wordingsOf),
});

/** Which column of an answers file is what, and which barometer and wave the answers belong to. */
export const surveyMapping = z
  .strictObject({
    kind: z.literal("survey"),
    file: file.default({}),
    dates: dateFormat.default("iso"),
    only: only.optional(),
    barometer: z.strictObject({
      key,
      names,
      version: z.int().min(1).default(1),
      languages: z.array(z.string()).min(1).default(["fr", "en"]),
    }),
    wave: z.strictObject({
      key,
      names,
      opened: z.iso.date("a day, YYYY-MM-DD"),
      closed: z.iso.date("a day, YYYY-MM-DD"),
    }),
    /** HR number of whoever answered; the unit and segments are then those of that time. */
    person: column.optional(),
    /** The unit each answer is counted in, where no person is named. */
    unit: z
      .union(
        [
          column.transform((name) => ({ column: name, key: null, names: null })),
          z.strictObject({
            column,
            /** Keys become `<key>-<value>`, so that they are not taken for other units. */
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
        key,
        z.strictObject({
          column,
          values: z.record(z.string(), key).optional(),
          names: names.optional(),
        }),
      )
      .default({}),
    questions: z.array(question).min(1),
    /** What the file writes where there is no answer, besides nothing. */
    missing: z.array(z.coerce.string()).default([]),
  })
  .refine(({ person, unit }) => person === undefined || unit === undefined, {
    path: ["person"],
    message: "say either person: or unit:, not both",
  });

export type SurveyMapping = z.infer<typeof surveyMapping>;

function wordingsOf(given: string | Record<string, string>): Record<string, string> {
  return typeof given === "string" ? { fr: given, en: given } : given;
}
