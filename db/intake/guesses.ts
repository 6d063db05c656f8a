import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** Keeps what a leader believes, in percent by indicator, under the login of the web. */
export async function giveGuesses(
  db: Db,
  {
    viewerId,
    wave,
    guesses,
    at,
  }: { viewerId: number; wave: string; guesses: Readonly<Record<string, number>>; at: Date },
): Promise<"kept" | "late" | "nobody"> {
  const { rows } = await sql<{ outcome: "kept" | "late" | "nobody" }>`
    select intake.give_guesses(${viewerId}, ${wave}, ${JSON.stringify(guesses)}::jsonb, ${at}) as outcome`.execute(
    db,
  );
  return rows[0]?.outcome ?? "late";
}

/** The guesses about waves whose results are out and that were not judged yet, as shares of 1. */
export async function guessesToRelease(
  db: Db,
): Promise<readonly { waveId: number; indicatorKey: string; shares: readonly number[] }[]> {
  const { rows } = await sql<{ waveId: number; indicatorKey: string; shares: number[] }>`
    select g.wave_id, g.indicator_key, array_agg(g.share / 100.0::double precision order by g.share) as shares
    from intake.guess g join records.wave w on w.id = g.wave_id and w.state = 'released'
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

/** Writes what may be shown of one wave's guesses, and forgets the guesses themselves. */
export async function releaseGuesses(
  db: Db,
  waveId: number,
  shown: readonly { readonly indicatorKey: string; readonly within: readonly [number, number] }[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { indicatorKey, within } of shown) {
      await trx
        .insertInto("figures.guess")
        .values({ waveId, indicatorKey, least: within[0], most: within[1] })
        .execute();
    }
    await trx.deleteFrom("intake.guess").where("waveId", "=", waveId).execute();
  });
}
