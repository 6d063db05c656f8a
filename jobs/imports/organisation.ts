import { dayIn } from "#app/model/period.ts";
import { applyOrganisation } from "#db/intake/people/apply-organisation.ts";
import { RefusedPeople } from "#db/intake/people/plan.ts";
import { stageUnits } from "#db/intake/people/stage.ts";
import type { Context } from "#jobs/context.ts";
import { Columns } from "./mapping/columns.ts";
import type { OrganisationMapping } from "./mapping/people-mapping.ts";
import { addUnitFinding, refusalOf } from "./people/findings-of.ts";
import { Units } from "./people/units.ts";
import type { ImportReport } from "./report.ts";
import { openRows, type RowSource } from "./rows/open-rows.ts";
import { runWhole } from "./run-whole.ts";

export type OrganisationSource = RowSource & {
  readonly mapping: OrganisationMapping;
  readonly source?: string | undefined;
  /** The day it is true on; today when left out. */
  readonly effectiveOn?: string | undefined;
};

/**
 * Takes the organisation as of a day, whole or not at all: one line a unit.
 * @throws {ImportError} when it cannot be true, or nothing of it can be kept.
 */
export async function importOrganisation(
  context: Context,
  given: OrganisationSource,
): Promise<ImportReport> {
  const { mapping } = given;
  const today = dayIn(context.timeZone, context.now);
  const effectiveOn = given.effectiveOn ?? today;
  const about = { kind: "organisation", given, source: given.source ?? null, effectiveOn } as const;
  return runWhole(context, about, async ({ session, importId, refusals, notices, source }) => {
    const columns = new Columns();
    const at = {
      key: columns.at(mapping.key),
      parent: columns.maybe(mapping.parent),
      fr: columns.maybe(mapping.name?.fr),
      en: columns.maybe(mapping.name?.en),
      replaces: columns.maybe(mapping.replaces),
    };
    const rows = await openRows(given, {
      ...mapping.file,
      columns: columns.names,
      refusals,
      notices,
      progress: (done, total) => context.progress(`Reading ${source}`, done, total),
    });
    const units = new Units(source);
    let read = 0;
    for await (const { fields, line } of rows) {
      read += 1;
      const field = (place: number | null) => (place === null ? "" : (fields[place] ?? ""));
      const key = field(at.key);
      if (key === "") {
        refusals.add(line, mapping.key, "The unit has no key. The line was left out.");
        continue;
      }
      const parent = field(at.parent) || null;
      const replaces = field(at.replaces)
        .split(/[,;|]/)
        .flatMap((one) => one.trim() || []);
      units.add({ line, key, parent, fr: field(at.fr) || key, en: field(at.en) || key, replaces });
    }
    const list = units.list();
    await stageUnits(session, list);
    const isComplete = !mapping.partial && refusals.total === 0;
    const plan = { importId, effectiveOn, today, isComplete };
    const { changed, findings } = await applyOrganisation(session, plan).catch((error) => {
      throw error instanceof RefusedPeople ? refusalOf(error, source) : error;
    });
    for (const found of findings) addUnitFinding(found, mapping, notices);
    const summary =
      changed === 0
        ? `${list.length} units, nothing new on ${effectiveOn}.`
        : `${list.length} units as of ${effectiveOn}: ${changed} dated facts changed.`;
    return { digest: rows.digest, read, kept: read - refusals.total, already: 0, summary };
  });
}
