import type { CanonicalRecord, PersonRecord } from "#app/model/canonical.ts";
import { addDays, dayIn } from "#app/model/period.ts";
import {
  type Connection,
  listConnections,
  markCovered,
  readCursor,
  readSettingsOf,
} from "#db/intake/connection.ts";
import { forgetPushedLeavers, markUsersTaken } from "#db/intake/scim-pending.ts";
import { listScimTokens } from "#db/intake/scim-tokens.ts";
import type { LiveReading } from "#jobs/connectors/connector.ts";
import { doorsWith } from "#jobs/connectors/http.ts";
import { connectorOf } from "#jobs/connectors/index.ts";
import { Findings } from "#jobs/imports/findings.ts";
import { importPersonRecords } from "#jobs/imports/people-records.ts";
import type { ImportReport } from "#jobs/imports/report.ts";
import { storeRecords } from "#jobs/imports/store-records.ts";
import { readPushedPeople } from "#jobs/receiver/scim/pushed-people.ts";
import type { Context } from "../context.ts";
import { type Window, windowOf } from "./ingest.ts";
import { type Step, type StepReport, said } from "./step.ts";

/** How long a pushed account stays after it was deactivated, for a provider that wants it back. */
const REMEMBERED_DAYS = 90;

/** One step for each source of people, before any network is read: activity is told of people. */
export async function peopleSteps(context: Context, only?: string): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const connection of await listConnections(context.db)) {
    const { key, network, fedBy, state } = connection;
    const live = connectorOf(network)?.live;
    if (!live?.tellsPeople || fedBy !== "network" || state !== "active") continue;
    if (only !== undefined && only !== key && only !== network) continue;
    const window = windowOf(connection, context);
    steps.push({
      name: `read people from ${key}`,
      connectionId: connection.id,
      window,
      run: (night) => readPeople(night, connection, live, window),
    });
  }
  const isPushed = only === undefined && (await listScimTokens(context.db)).length > 0;
  return isPushed ? [...steps, takePushedPeople] : steps;
}

/**
 * Reads a source of people for one night: people whole or not at all, like an HR file; then, where
 * the source has groups, who is in them, together with the cursor.
 */
export async function readPeople(
  context: Context,
  connection: Connection,
  live: LiveReading,
  window: Window,
): Promise<StepReport> {
  if (window.from >= window.to) return said("nothing to read yet");
  const { db, keys, timeZone, progress } = context;
  const refusals = new Findings();
  const bookmark = await readCursor(db, connection.id);
  const people: PersonRecord[] = [];
  const others: CanonicalRecord[] = [];
  let isWhole = false;
  const source = {
    settings: await readSettingsOf(db, keys.secrets, connection.id),
    ...window,
    cursor: bookmark?.cursor ?? null,
    timeZone,
    ...doorsWith(),
  };
  for await (const record of live.pull(source)) {
    if (record.type === "person") people.push(record);
    else if (record.type === "everybody") isWhole = true;
    else if (record.type === "progress") progress(connection.title, record.done, record.total);
    else others.push(record);
  }
  const report = await importPersonRecords(context, {
    source: `${connection.key}: night`,
    people,
    isWhole,
    refusals,
  });
  await storeRecords(context, {
    connectionId: connection.id,
    source: `${connection.key}: night`,
    window,
    tellsMemberships: true,
    refusals,
    records: each(others),
  });
  await markCovered(db, connection.id, window.to);
  return reportOf(people.length, report, refusals);
}

/** Takes what an identity provider pushed since the last night, and forgets who left long ago. */
export const takePushedPeople: Step = {
  name: "read people that were pushed",
  async run(context) {
    const { db, timeZone, now } = context;
    const refusals = new Findings();
    const { pending, people, numbers, told } = await readPushedPeople(context);
    const report = await importPersonRecords(context, {
      source: "SCIM: pushed",
      people,
      isWhole: false,
      numbers,
      told,
      refusals,
    });
    // Only now: whoever is killed before takes them again, and nothing changes by it.
    await markUsersTaken(db, pending);
    await forgetPushedLeavers(db, addDays(dayIn(timeZone, now), -REMEMBERED_DAYS));
    return reportOf(pending.length, report, refusals);
  },
};

function reportOf(read: number, report: ImportReport | null, own: Findings): StepReport {
  const refusals = [...own.list(), ...(report?.refusals ?? [])];
  return {
    read,
    kept: report?.kept ?? 0,
    refused: own.total + (report?.refused ?? 0),
    refusals: refusals.slice(0, 20).map(({ field, line, reason, occurrences }) => ({
      where: field ?? (line === null ? "people" : `person ${line}`),
      reason,
      occurrences,
    })),
    message: report?.summary ?? "nobody new or changed",
  };
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
