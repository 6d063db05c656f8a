import { z } from "zod";
import { type Purpose, purposes, verbs } from "#app/model/canonical.ts";
import { also, column, dateFormat, file, none, only, optional } from "./common.ts";

const purpose = z.enum(purposes as readonly [Purpose, ...Purpose[]]);
const verb = z.enum(verbs, `one of ${verbs.join(", ")}`);

/** Which column of an activity file is what. Either `verb` (one act a line) or `counts`. */
export const activityMapping = z
  .strictObject({
    kind: z.literal("activity"),
    file: file.default({}),
    dates: dateFormat.default("iso"),
    only: only.optional(),
    also,
    optional,
    none,
    /** Zone of times that do not say theirs; the company's when not said. */
    timeZone: z.string().refine(isTimeZone, "a zone such as Europe/Paris").optional(),
    /** What members are called by in the file; it is also how they are matched to people. */
    members: z.enum(["number", "email", "name"]).default("number"),
    /** Of totals it may be left out, where they are of a group (a site, a terminal). */
    member: column.optional(),
    at: column,
    recipients: z
      .union(
        [
          column.transform((name) => ({ column: name, separator: null })),
          z.strictObject({ column, separator: z.string().min(1) }),
        ],
        { error: "a column, or { column: …, separator: … }" },
      )
      .optional(),
    verb: z
      .union([verb, z.strictObject({ column, values: z.record(z.string(), verb) })], {
        error: `one of ${verbs.join(", ")}, or { column: …, values: { Posted: post, … } }`,
      })
      .optional(),
    group: z
      .strictObject({
        id: column,
        name: column.optional(),
        privacy: z
          .union(
            [
              z.enum(["open", "closed", "secret"]),
              z.strictObject({
                column,
                values: z.record(z.string(), z.enum(["open", "closed", "secret"])),
              }),
            ],
            { error: "open, closed, secret, or { column: …, values: … }" },
          )
          .default("closed"),
        purpose: z
          .union(
            [
              purpose,
              z.strictObject({
                column,
                values: z.record(z.string(), purpose),
                others: purpose.optional(),
              }),
            ],
            { error: `one of ${purposes.join(", ")}, or { column: …, values: …, others: … }` },
          )
          .optional(),
      })
      .optional(),
    /** The network's own id; `line` when there is none: the line itself and how often it came. */
    id: z.union([z.literal("line"), z.strictObject({ column })]).default("line"),
    root: column.optional(),
    isQuestion: column.optional(),
    withdrawnAt: column.optional(),
    /** Totals instead of acts: one a column, for the day or the week that begins at `at`. */
    counts: z
      .array(z.strictObject({ column, verb, counts: z.enum(["acts", "people"]).default("acts") }))
      .min(1)
      .optional(),
    grain: z.enum(["day", "week"]).default("week"),
  })
  .refine(({ member, counts, group }) => member !== undefined || (counts && group), {
    path: ["member"],
    message: "missing; only totals (counts:) of a group (group:) go without",
  })
  .refine(({ verb, counts }) => (verb === undefined) !== (counts === undefined), {
    path: ["verb"],
    message: "say either verb: (one act a line) or counts: (totals), not both",
  });

export type ActivityMapping = z.infer<typeof activityMapping>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
