import { isSupportedCountry } from "libphonenumber-js";
import { z } from "zod";
import {
  also,
  column,
  dateFormat,
  file,
  key,
  names,
  none,
  only,
  optional,
  segmentKey,
} from "./common.ts";

const segment = z.union(
  [
    column.transform((name) => ({ column: name })),
    z.strictObject({
      column,
      /** What the file writes → the option's key. Anything else is refused. */
      values: z.record(z.string(), key).optional(),
      names: names.optional(),
      /** Names of the options, by key. */
      options: z.record(key, names).optional(),
      sensitive: z.boolean().optional(),
      shown: z.boolean().optional(),
    }),
  ],
  { error: "a column, or { column: …, values: …, names: … }" },
);

const unit = z.union(
  [
    z.strictObject({ path: z.array(column).min(1) }),
    z.strictObject({ key: column, parent: column.optional(), name: nameColumns().optional() }),
    z.strictObject({ from: z.literal("manager") }),
  ],
  { error: "one of path: [columns], key: (with parent: and name:), or from: manager" },
);

const site = z.union(
  [
    column.transform((name) => ({ key: name })),
    z.strictObject({
      key: column,
      name: column.optional(),
      country: column.optional(),
      timeZone: column.optional(),
      headOffice: column.optional(),
      legalEntity: column.optional(),
    }),
  ],
  {
    error:
      "a column, or { key: …, name: …, country: …, timeZone: …, headOffice: …, legalEntity: … }",
  },
);

/** Which column of an HR file is what. Everything but the number is optional. */
export const peopleMapping = z.strictObject({
  kind: z.literal("people"),
  file: file.default({}),
  dates: dateFormat.default("iso"),
  only: only.optional(),
  also,
  optional,
  none,
  /** True when the file holds some of the people: whoever is not in it has not left. */
  partial: z.boolean().default(false),
  number: column,
  email: column.optional(),
  name: z.union([column, z.array(column).min(1)], { error: "a column, or a list" }).optional(),
  telephone: column.optional(),
  /** The person's country: of telephones without a prefix. The site's when not said. */
  country: column.optional(),
  /** The country where neither says one, in two letters. */
  homeCountry: z
    .string()
    .refine(isSupportedCountry, "a country in two letters, such as FR")
    .default("FR"),
  /** The number of the person's manager. */
  manager: column.optional(),
  hired: column.optional(),
  /** The last day of the employment. */
  left: column.optional(),
  unit: unit.optional(),
  site: site.optional(),
  segments: z.record(segmentKey, segment).default({}),
  /** Several lines a person, each true from its date until the person's next. */
  history: z
    .strictObject({
      date: column,
      /** The date names a week, on whichever day it begins: the ISO week that has most of it. */
      weeks: z.boolean().default(false),
    })
    .optional(),
});

export type PeopleMapping = z.infer<typeof peopleMapping>;

/** The organisation apart from the people: one line a unit. */
export const organisationMapping = z.strictObject({
  kind: z.literal("organisation"),
  file: file.default({}),
  partial: z.boolean().default(false),
  key: column,
  parent: column.optional(),
  name: nameColumns().optional(),
  /** The units it took over, by their keys, set apart by commas. */
  replaces: column.optional(),
});

export type OrganisationMapping = z.infer<typeof organisationMapping>;

/** The column of a unit's name, or one a language. */
function nameColumns() {
  return z
    .union([column, z.strictObject({ fr: column, en: column })], {
      error: "a column, or { fr: column, en: column }",
    })
    .transform((given) => (typeof given === "string" ? { fr: given, en: given } : given));
}
