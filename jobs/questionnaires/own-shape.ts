import { z } from "zod";
import { indicators } from "#app/model/indicator.ts";
import { questionKinds } from "#app/model/questionnaire.ts";

const key = z
  .string("small letters, digits and hyphens")
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, "small letters, digits and hyphens")
  .describe("A name that never changes: small letters, digits and hyphens.");

const language = z
  .string("a language, as in fr or pt-BR")
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a language, as in fr or pt-BR");

const words = z
  .record(language, z.string().min(1), { error: "words in each language: { fr: …, en: … }" })
  .describe("The same text in each language: { fr: …, en: … }.");

const option = z.strictObject({
  value: z.int().describe("What is stored. It never changes its meaning."),
  words,
});

const question = z.strictObject({
  item: key.describe(
    "The thing that is asked, whatever the words: what makes a series over waves.",
  ),
  kind: z.enum(questionKinds, { error: questionKinds.join(", ") }),
  low: z.number().optional().describe("1 for an agreement, 0 for a likelihood, when not said."),
  high: z.number().optional().describe("5 for an agreement, 10 for a likelihood, when not said."),
  scale: z
    .union([key, z.array(option)], { error: "the key of one of scales:, or its points" })
    .optional()
    .describe("What points of the scale are called: the key of one of scales, or a list."),
  options: z.array(option).optional().describe("At most 30, and 10 to be put in order."),
  reversed: z.boolean().optional().describe("A high answer is unfavourable."),
  sensitive: z
    .boolean()
    .optional()
    .describe("It asks for what may harm whoever is known to have answered so."),
  indicator: z.enum(indicators, { error: indicators.join(", ") }).optional(),
  section: key.optional(),
  shownIf: z
    .array(z.strictObject({ item: key, is: z.array(z.number()).min(1) }))
    .optional()
    .describe("Asked only of those who answered these earlier questions so; all of them hold."),
  wordings: words,
  comparableTo: z
    .string()
    .min(1)
    .optional()
    .describe("The published item it is comparable to, indicatively, and on what terms."),
});

/** A questionnaire file of our own, in YAML or JSON. */
export const ownShape = z.strictObject({
  $schema: z.string().optional(),
  key,
  version: z.int().min(1).default(1),
  names: words,
  purpose: words.optional(),
  licence: z.string().min(1).optional().describe("SPDX name of the licence of its words."),
  languages: z.array(language).min(1),
  scales: z
    .record(key, z.array(option).min(1))
    .optional()
    .describe("Scales that several questions share, by a key of their own."),
  sections: z.array(z.strictObject({ key, names: words })).default([]),
  questions: z.array(question).min(1),
});

export type OwnFile = z.input<typeof ownShape>;

/** The shape of such a file as JSON Schema, for editors and other programs. */
export function ownJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(ownShape, { io: "input", target: "draft-2020-12" });
}
