import { stringify } from "yaml";
import { z } from "zod";
import { type Reference, type ReferenceFigure, referenceUnits } from "#app/model/reference.ts";
import { key } from "../mapping/common.ts";
import { checkMapping, readMapping } from "../mapping/read-mapping.ts";

const words = z
  .record(z.string().regex(/^[a-z]{2}$/, "a language: fr, en"), z.string().min(1))
  .refine((given) => Object.keys(given).length > 0, "words in one language at least");

/** A period, its statistics, each a number, or a number for each population. */
const values = z.record(
  z.coerce.string(),
  z.record(z.string(), z.union([z.number(), z.record(z.string(), z.number())])),
);

const figure = z.strictObject({
  code: z.string().min(1),
  wordings: words,
  unit: z.enum(referenceUnits).default("percent"),
  nearest: key.nullable().default(null),
  /** Whether it may stand on the axis of what it is near: asked the other way round, or of others, it may not. */
  drawn: z.boolean().default(false),
  note: words.nullable().default(null),
  values,
});

/** A reference as a file says it: every figure once an item, by period and statistic. */
export const referenceFile = z.strictObject({
  kind: z.literal("reference"),
  key,
  names: words,
  publisher: z.string().min(1),
  url: z.url().nullable().default(null),
  published: z.coerce.string().min(4),
  asked: z.coerce.string().min(4),
  sample: words,
  /** An SPDX name, or in words what may be done with the figures. */
  licence: z.string().min(1),
  /** What differs from a barometer of one's own: never left out. */
  comparability: words,
  figures: z.array(figure).min(1),
});

type ReferenceFile = z.infer<typeof referenceFile>;

/** Reads a reference from a file of one's own. @throws {ImportError} naming the key that is wrong. */
export function readReferenceFile(path: string): Reference {
  return referenceOf(readMapping(path, referenceFile));
}

/** The same from what is in one already. */
export function checkReference(given: unknown, name: string): Reference {
  return referenceOf(checkMapping(given, referenceFile, name));
}

function referenceOf({ kind: _, published, asked, figures, ...said }: ReferenceFile): Reference {
  return {
    ...said,
    publishedOn: published,
    askedOn: asked,
    figures: figures.flatMap(({ values, ...about }) =>
      Object.entries(values).flatMap(([period, statistics]) =>
        Object.entries(statistics).flatMap(([statistic, given]) =>
          Object.entries(typeof given === "number" ? { "": given } : given).map(
            ([population, value]) => ({ ...about, period, statistic, population, value }),
          ),
        ),
      ),
    ),
  };
}

/** A reference as a file that can be read again. */
export function writeReference({ publishedOn, askedOn, figures, ...said }: Reference): string {
  const items = grouped(figures);
  return stringify({
    kind: "reference",
    ...said,
    published: publishedOn,
    asked: askedOn,
    figures: [...items.values()].map((own) => itemOf(own)),
  });
}

function grouped(figures: readonly ReferenceFigure[]): Map<string, ReferenceFigure[]> {
  const items = new Map<string, ReferenceFigure[]>();
  for (const one of figures) items.set(one.code, [...(items.get(one.code) ?? []), one]);
  return items;
}

function itemOf(own: readonly ReferenceFigure[]): object {
  const values: Record<string, Record<string, Record<string, number>>> = {};
  for (const { period, statistic, population, value } of own) {
    const statistics = values[period] ?? {};
    values[period] = statistics;
    statistics[statistic] = { ...statistics[statistic], [population]: value };
  }
  const [first] = own;
  return {
    code: first?.code,
    wordings: first?.wordings,
    unit: first?.unit,
    nearest: first?.nearest,
    drawn: first?.drawn,
    note: first?.note,
    values,
  };
}
