import { sql } from "kysely";
import type { Db } from "../../client.server.ts";
import {
  type BarometerDefinition,
  DefinitionConflict,
  defineBarometer,
  defineWave,
  findWave,
  type WaveDefinition,
} from "../../records/define-barometer.ts";
import { currentPolicy } from "../../records/policies.ts";

export interface ImportedWave {
  readonly id: number;
  /** Its figures are out and never change. */
  readonly isReleased: boolean;
  /** How many answers it holds from earlier imports. */
  readonly held: number;
}

/**
 * Makes the wave an answers file belongs to, closed, or finds and locks it. A wave whose imports
 * were all taken back begins again with an empty frame. Runs inside the caller's transaction.
 * @throws {DefinitionConflict} when what is known under these keys is something else.
 */
export async function ensureImportedWave(
  db: Db,
  barometer: BarometerDefinition,
  wave: Pick<WaveDefinition, "key" | "names" | "mode"> & {
    readonly openedAt: Date;
    readonly closedAt: Date;
  },
): Promise<ImportedWave> {
  const known = await findWave(db, wave.key);
  if (known !== null && known.origin !== "imported") {
    throw new DefinitionConflict(
      `Wave "${wave.key}" was asked here: answers from a file need a wave of their own.`,
    );
  }
  const versionId = await defineBarometer(db, barometer);
  await refuseOtherIndicators(db, versionId, barometer);
  const id = await defineWave(db, {
    ...wave,
    barometer: barometer.key,
    ...(barometer.version === undefined ? {} : { version: barometer.version }),
    state: "closed",
    origin: "imported",
    policy: await currentPolicy(db),
  });
  const { state, mode, openedAt } = await db
    .selectFrom("records.wave")
    .where("id", "=", id)
    .select(["state", "mode", "openedAt"])
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (openedAt?.getTime() !== wave.openedAt.getTime()) {
    throw new DefinitionConflict(
      `Wave "${wave.key}" exists already and is of another day: give this one another key, or the same day.`,
    );
  }
  const { rows } = await sql<{ held: number }>`
    select count(*) as held from intake.response where wave_id = ${id}`.execute(db);
  const held = rows[0]?.held ?? 0;
  const isReleased = state === "released";
  if (mode !== wave.mode && (held > 0 || isReleased)) {
    throw new DefinitionConflict(
      `Wave "${wave.key}" holds answers ${mode === "anonymous" ? "without" : "with"} persons: give this one another key.`,
    );
  }
  if (held === 0 && !isReleased) {
    await sql`delete from intake.frame_cell where wave_id = ${id}`.execute(db);
    await sql`delete from intake.frame_unit where wave_id = ${id}`.execute(db);
    await db.updateTable("records.wave").set({ mode: wave.mode }).where("id", "=", id).execute();
  }
  return { id, isReleased, held };
}

/** An item keeps its indicator for good, so answers would go where the mapping does not say. */
async function refuseOtherIndicators(
  db: Db,
  versionId: number,
  { questions }: BarometerDefinition,
): Promise<void> {
  const rows = await db
    .selectFrom("records.question as q")
    .innerJoin("records.item as i", "i.id", "q.itemId")
    .where("q.versionId", "=", versionId)
    .select(["i.key", "i.indicatorKey"])
    .execute();
  for (const { item, indicator = null } of questions) {
    const known = rows.find(({ key }) => key === item);
    if (known === undefined || known.indicatorKey === indicator) continue;
    const counts = known.indicatorKey ?? "no indicator";
    throw new DefinitionConflict(
      `Item "${item}" is known already and counts towards ${counts}: say so too, or give it another key.`,
    );
  }
}
