import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import type { Refusal } from "../schema.ts";

/** Opens the record of a night. Nights that never ended are marked: their process is gone. */
export async function beginNight(
  db: Db,
  { now, only }: { readonly now: Date; readonly only: string | null },
): Promise<number> {
  await db
    .updateTable("records.night")
    .set({ state: "interrupted" })
    .where("state", "=", "running")
    .execute();
  await sql`
    update records.night_step s set state = 'failed', message = 'interrupted: the process ended'
    from records.night n
    where n.id = s.night_id and n.state = 'interrupted' and s.state = 'running'`.execute(db);
  const { id } = await db
    .insertInto("records.night")
    .values({ startedAt: now, heartbeatAt: now, state: "running", onlyNetwork: only })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function endNight(db: Db, id: number, failures: number, at: Date): Promise<void> {
  await db
    .updateTable("records.night")
    .set({ finishedAt: at, heartbeatAt: at, state: failures === 0 ? "done" : "failed" })
    .where("id", "=", id)
    .execute();
}

export interface BeginningStep {
  readonly nightId: number;
  readonly position: number;
  readonly name: string;
  readonly connectionId: number | null;
  readonly window: { readonly from: Date; readonly to: Date } | null;
  readonly at: Date;
}

export async function beginStep(db: Db, step: BeginningStep): Promise<void> {
  await db
    .insertInto("records.nightStep")
    .values({
      nightId: step.nightId,
      position: step.position,
      name: step.name,
      connectionId: step.connectionId,
      windowFrom: step.window?.from ?? null,
      windowTo: step.window?.to ?? null,
      startedAt: step.at,
      state: "running",
    })
    .execute();
}

export interface EndedStep {
  readonly nightId: number;
  readonly position: number;
  readonly state: "done" | "failed";
  readonly read: number;
  readonly kept: number;
  readonly refused: number;
  readonly refusals: readonly Refusal[];
  readonly message: string;
  readonly trouble?: { readonly word: string; readonly status: number | null } | undefined;
  readonly at: Date;
}

export async function endStep(db: Db, step: EndedStep): Promise<void> {
  const { nightId, position, at, refusals, trouble, ...rest } = step;
  await db
    .updateTable("records.nightStep")
    .set({
      ...rest,
      trouble: trouble?.word ?? null,
      troubleStatus: trouble?.status ?? null,
      finishedAt: at,
      refusals: JSON.stringify(refusals),
    })
    .where("nightId", "=", nightId)
    .where("position", "=", position)
    .execute();
}
