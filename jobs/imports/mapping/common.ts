import { z } from "zod";
import { dateReader } from "../dates/date-format.ts";
import { separators } from "../rows/csv.ts";
import { encodings } from "../rows/decode.ts";

/** The name of a column, as the file writes it. */
export const column = z.string("the name of a column").min(1, "the name of a column");

/** How the file is written, where it is not to be found out. */
export const file = z.strictObject({
  format: z.enum(["csv", "ndjson", "xlsx"]).optional(),
  encoding: z.enum(encodings).optional(),
  separator: z.enum(separators).optional(),
  /** Of a workbook: the name of the sheet; the first that is not hidden when not said. */
  sheet: z.string().min(1).optional(),
});

/** `iso`, or a format in the letters of date-fns. */
export const dateFormat = z.string().superRefine((format, context) => {
  try {
    dateReader(format);
  } catch (error) {
    context.addIssue({ code: "custom", message: error instanceof Error ? error.message : "" });
  }
});

/** One name for both languages, or one each. */
export const names = z
  .union([z.string().min(1), z.strictObject({ fr: z.string().min(1), en: z.string().min(1) })], {
    error: "a name, or { fr: …, en: … }",
  })
  .transform((given) => (typeof given === "string" ? { fr: given, en: given } : given));

/** Part of an address of a page, so letters, digits and hyphens. */
export const key = z
  .string("letters, digits and hyphens")
  .regex(/^[a-z0-9][a-z0-9-]*$/, "small letters, digits and hyphens");

/** The gate tells ways of cutting the company apart by name: a segment cannot take a name of ours. */
export const segmentKey = key.refine((given) => !["organisation", "site"].includes(given), {
  message: "another name: the organisation and the sites are no segment",
});

/** Only the lines where a column has one of these values are read; the others are not counted as refused. */
export const only = z.strictObject({
  column,
  // The list first: one word would also be made of a list.
  equals: z.union([
    z.array(z.coerce.string()).min(1),
    z.coerce.string().transform((value) => [value]),
  ]),
});

/** What else the columns may be called, capitals and accents not counting: `{ Matricule: [Employee ID] }`. */
export const also = z.record(column, z.array(column).min(1)).default({});

/**
 * Columns the file need not have: nothing is said of what they would tell, and what was known of it
 * stays. `true` for all but those without which nobody could be told apart.
 */
export const optional = z.union([z.boolean(), z.array(column)]).default(false);

/** What the file writes where there is nothing, besides nothing: `NO_MANAGER`, `null`. */
export const none = z.array(z.coerce.string()).default([]);
