import { sql } from "kysely";
import type { Sample, SendingHours, WavePlan } from "#app/model/wave.ts";
import type { Db } from "../client.server.ts";
import { noteDeed } from "./audit.ts";

/** A wave as it was planned, and where it stands. */
export interface PlannedWave extends Omit<WavePlan, "barometer" | "version"> {
  readonly id: number;
  readonly versionId: number;
  /** Key of its barometer. */
  readonly barometer: string;
  readonly state: "draft" | "scheduled" | "open" | "closed" | "released";
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** How many reminders have been queued. */
  readonly reminded: number;
  readonly toldAt: Date | null;
  /** Answers that came after the close. */
  readonly late: number;
}

/**
 * Writes down a wave that is asked for, as a draft, and returns its id; with `corrects`, over the draft
 * of that key. Over one that was thrown away it is written anew.
 * @throws when its key is taken, or there is no such barometer.
 */
export async function planWave(
  db: Db,
  { corrects = false, ...plan }: WavePlan & { readonly corrects?: boolean },
): Promise<number> {
  const version = await db
    .selectFrom("records.barometerVersion as v")
    .innerJoin("records.barometer as b", "b.id", "v.barometerId")
    .where("b.key", "=", plan.barometer)
    .$if(plan.version !== null, (query) => query.where("v.version", "=", plan.version ?? 0))
    .orderBy("v.version", "desc")
    .select("v.id")
    .limit(1)
    .executeTakeFirst();
  if (version === undefined) throw new Error(`There is no barometer "${plan.barometer}".`);
  const written = {
    versionId: version.id,
    names: JSON.stringify(plan.names),
    mode: plan.mode,
    kind: plan.kind,
    answerRule: plan.answerRule,
    opensAt: plan.opensAt,
    closesAt: plan.closesAt,
    consultationOn: plan.consultationOn,
    sample: plan.sample === null ? sql<string>`null` : JSON.stringify(plan.sample),
    reminders: [...plan.reminders],
    hours: JSON.stringify(plan.hours),
  };
  const made = await db
    .insertInto("records.wave")
    .values({ key: plan.key, ...written })
    .onConflict((conflict) =>
      conflict
        .column("key")
        .doUpdateSet({ ...written, state: "draft" })
        .where("records.wave.state", "=", corrects ? "draft" : "discarded")
        .where("records.wave.origin", "=", "asked"),
    )
    .returning("id")
    .executeTakeFirst();
  if (made === undefined) throw new Error(`There is a wave "${plan.key}" already.`);
  return made.id;
}

/**
 * Null when there is no such wave, or it was thrown away. Imported waves were never asked here, and are
 * not in it.
 */
export async function readPlannedWave(db: Db, key: string): Promise<PlannedWave | null> {
  const [wave] = await select(db).where("w.key", "=", key).execute();
  return wave === undefined ? null : planned(wave);
}

/** Every wave that was asked here in one of these states. */
export async function plannedWaves(
  db: Db,
  states: readonly PlannedWave["state"][],
): Promise<readonly PlannedWave[]> {
  const waves = await select(db)
    .where("w.state", "in", [...states])
    .orderBy("w.id")
    .execute();
  return waves.map(planned);
}

/** Goes from draft to scheduled or back; false when it was in another state. */
export async function schedule(db: Db, id: number, to: "draft" | "scheduled"): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("records.wave")
    .set({ state: to })
    .where("id", "=", id)
    .where("state", "=", to === "draft" ? "scheduled" : "draft")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Throws a draft away, with a line in the audit trail; false when it is none. What was sent to try it
 * stays written down, and so does what was asked about it.
 */
export async function discardWave(
  db: Db,
  { id, key }: Pick<PlannedWave, "id" | "key">,
  { actor, at }: { readonly actor: string; readonly at: Date },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("records.wave")
      .set({ state: "discarded" })
      .where("id", "=", id)
      .where("state", "=", "draft")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await noteDeed(trx, { at, actor, action: "wave discarded", subject: { wave: key } });
    return true;
  });
}

export async function recordConsultation(db: Db, id: number, day: string): Promise<void> {
  await db.updateTable("records.wave").set({ consultationOn: day }).where("id", "=", id).execute();
}

/** Notes that so many reminders have been queued; false when somebody else has noted it. */
export async function noteReminded(db: Db, id: number, number: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("records.wave")
    .set({ reminded: number })
    .where("id", "=", id)
    .where("reminded", "<", number)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function noteTold(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable("records.wave").set({ toldAt: now }).where("id", "=", id).execute();
}

type Row = Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number];

function select(db: Db) {
  return db
    .selectFrom("records.wave as w")
    .innerJoin("records.barometerVersion as v", "v.id", "w.versionId")
    .innerJoin("records.barometer as b", "b.id", "v.barometerId")
    .where("w.origin", "=", "asked")
    .where("w.state", "<>", "discarded")
    .select(["w.id", "w.key", "w.versionId", "w.names", "w.mode", "w.state", "w.kind"])
    .select([
      "w.answerRule",
      "w.opensAt",
      "w.closesAt",
      "w.openedAt",
      "w.closedAt",
      "w.consultationOn",
    ])
    .select(["w.sample", "w.reminders", "w.reminded", "w.hours", "w.toldAt", "w.late"])
    .select("b.key as barometer");
}

function planned(row: Row): PlannedWave {
  return {
    ...row,
    mode: row.mode as PlannedWave["mode"],
    state: row.state as PlannedWave["state"],
    kind: row.kind as PlannedWave["kind"],
    answerRule: row.answerRule as PlannedWave["answerRule"],
    sample: row.sample as Sample | null,
    hours: row.hours as SendingHours,
  };
}
