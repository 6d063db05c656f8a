import { sql } from "kysely";
import type { Reach } from "#app/model/wave.ts";
import type { Db } from "../client.server.ts";

export const wishes = [
  "plan",
  "schedule",
  "withdraw",
  "dry-run",
  "open",
  "remind",
  "close",
  "consultation",
  "test",
  "tell",
  "pulse",
  "discard",
] as const;
export type Wish = (typeof wishes)[number];

/** What a page asked for, and what became of it. */
export interface WaveWish {
  readonly id: number;
  readonly waveKey: string;
  readonly wish: Wish;
  readonly details: unknown;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly doneAt: Date | null;
  readonly outcome: "done" | "refused" | null;
  /** Why it was refused: words of `waveRules`, or a sentence. */
  readonly said: readonly string[];
}

/** Asks the worker for something, under the steward's login; “waiting” when it was asked already. */
export async function wishWave(
  db: Db,
  actor: string,
  { wave, wish, details, at }: { wave: string; wish: Wish; details: unknown; at: Date },
): Promise<"asked" | "waiting"> {
  const { rows } = await sql<{ outcome: "asked" | "waiting" }>`
    select records.wish_wave(${actor}, ${wave}, ${wish}, ${JSON.stringify(details)}::jsonb, ${at}) as outcome`.execute(
    db,
  );
  return rows[0]?.outcome ?? "waiting";
}

/** What waits, oldest first. */
export async function waitingWishes(db: Db): Promise<readonly WaveWish[]> {
  const rows = await db
    .selectFrom("records.waveWish")
    .where("doneAt", "is", null)
    .orderBy("id")
    .selectAll()
    .execute();
  return rows as readonly WaveWish[];
}

/** The last that were asked about a wave (or, with null, about any), newest first. */
export async function lastWishes(db: Db, wave: string | null): Promise<readonly WaveWish[]> {
  const rows = await db
    .selectFrom("records.waveWish")
    .$if(wave !== null, (query) => query.where("waveKey", "=", wave ?? ""))
    .orderBy("id", "desc")
    .limit(wave === null ? 30 : 8)
    .selectAll()
    .execute();
  return rows as readonly WaveWish[];
}

export async function settleWish(
  db: Db,
  id: number,
  { outcome, said, at }: { outcome: "done" | "refused"; said: readonly string[]; at: Date },
): Promise<void> {
  await db
    .updateTable("records.waveWish")
    .set({ outcome, said: [...said], doneAt: at })
    .where("id", "=", id)
    .execute();
}

/** How people are reached, as the gate lets it be told: what was planned, or what was done. */
export async function writeReach(
  db: Db,
  waveId: number,
  { kind, reach, at }: { kind: "planned" | "reached"; reach: Reach; at: Date },
): Promise<void> {
  const text = JSON.stringify(reach);
  await db
    .insertInto("records.waveReach")
    .values({ waveId, kind, madeAt: at, reach: text })
    .onConflict((conflict) =>
      conflict.columns(["waveId", "kind"]).doUpdateSet({ madeAt: at, reach: text }),
    )
    .execute();
}

export async function readWaveReach(
  db: Db,
  waveId: number,
): Promise<Readonly<Partial<Record<"planned" | "reached", { reach: Reach; madeAt: Date }>>>> {
  const rows = await db
    .selectFrom("records.waveReach")
    .where("waveId", "=", waveId)
    .select(["kind", "reach", "madeAt"])
    .execute();
  return Object.fromEntries(rows.map(({ kind, ...rest }) => [kind, rest]));
}
