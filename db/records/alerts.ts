import { type Alert, type AlertKind, DAYS_BETWEEN_ALERTS, type Noticed } from "#app/model/alert.ts";
import { addDays } from "#app/model/period.ts";
import type { Db } from "../client.server.ts";

/** What still holds, and what was raised on a day or later; the newest first. */
export async function readAlerts(
  db: Db,
  { raisedFrom, raisedTo }: { readonly raisedFrom: string; readonly raisedTo?: string },
): Promise<readonly Alert[]> {
  const rows = await db
    .selectFrom("records.alert")
    .select(["kind", "subject", "raisedOn", "endedOn", "population", "details"])
    .$if(raisedTo === undefined, (query) =>
      query.where((eb) => eb.or([eb("endedOn", "is", null), eb("raisedOn", ">=", raisedFrom)])),
    )
    .$if(raisedTo !== undefined, (query) =>
      query.where("raisedOn", ">=", raisedFrom).where("raisedOn", "<=", raisedTo ?? raisedFrom),
    )
    .orderBy("raisedOn", "desc")
    .orderBy("kind")
    .orderBy("subject")
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as AlertKind }));
}

/**
 * Notes what is noticed of one kind on a day: what is new is raised, at most once in 31 days about the
 * same thing, and what does not hold any more has ended, except where nothing is known today. Returns
 * how many were raised.
 */
export async function noteAlerts(
  db: Db,
  {
    kind,
    day,
    noticed,
    unknown = () => false,
  }: {
    readonly kind: AlertKind;
    readonly day: string;
    readonly noticed: readonly Noticed[];
    /** Of what cannot be said today whether it still holds. */
    readonly unknown?: (subject: string) => boolean;
  },
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom("records.alert")
      .where("kind", "=", kind)
      .where("raisedOn", "<=", day)
      .select(["id", "subject", "endedOn", "raisedOn"])
      .execute();
    const lately = new Set(
      known
        .filter(({ raisedOn }) => day < addDays(raisedOn, DAYS_BETWEEN_ALERTS))
        .map(({ subject }) => subject),
    );
    const raised = noticed.filter(({ subject }) => !lately.has(subject));
    const anew = new Set(raised.map(({ subject }) => subject));
    const holding = new Set(noticed.map(({ subject }) => subject));
    const ended = known.filter(
      ({ subject, endedOn }) =>
        endedOn === null && (anew.has(subject) || !(holding.has(subject) || unknown(subject))),
    );
    if (ended.length > 0) {
      const ids = ended.map(({ id }) => id);
      await trx.updateTable("records.alert").set({ endedOn: day }).where("id", "in", ids).execute();
    }
    if (raised.length === 0) return 0;
    const { numInsertedOrUpdatedRows = 0n } = await trx
      .insertInto("records.alert")
      .values(
        raised.map(({ subject, population, details }) => ({
          kind,
          subject,
          raisedOn: day,
          endedOn: null,
          population: population === null ? null : JSON.stringify(population),
          details: JSON.stringify(details),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return Number(numInsertedOrUpdatedRows);
  });
}
