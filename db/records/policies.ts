import { sql } from "kysely";
import { completeThresholds, type FrozenThresholds, type Thresholds } from "#app/privacy/policy.ts";
import type { Db } from "../client.server.ts";

/** One version of the thresholds, as everybody may read it. */
export interface PolicyVersion {
  readonly version: number;
  readonly thresholds: Thresholds;
  /** Those it knew, without the floors of the others. */
  readonly stated: FrozenThresholds;
  readonly announcedAt: Date;
  /** Raised by a new version of the product rather than by the company. */
  readonly byProduct: boolean;
  readonly firstUsedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** A version of the thresholds, with the floor for each that it did not know. */
export interface Policy {
  readonly version: number;
  readonly thresholds: Thresholds;
}

/** Every version there has been, newest first: the history is public. */
export async function readPolicies(db: Db): Promise<readonly PolicyVersion[]> {
  const rows = await db
    .selectFrom("records.policy")
    .select(["version", "thresholds", "announcedAt", "firstUsedAt", "withdrawnAt", "announcedBy"])
    .orderBy("version", "desc")
    .execute();
  return rows.map(({ announcedBy, thresholds, ...rest }) => ({
    ...rest,
    stated: thresholds,
    thresholds: completeThresholds(thresholds),
    byProduct: announcedBy === "barometer",
  }));
}

/** The thresholds in force: the last version that was not withdrawn. */
export async function currentPolicy(db: Db): Promise<Policy> {
  const { version, thresholds } = await db
    .selectFrom("records.policy")
    .where("withdrawnAt", "is", null)
    .orderBy("version", "desc")
    .select(["version", "thresholds"])
    .limit(1)
    .executeTakeFirstOrThrow();
  return { version, thresholds: completeThresholds(thresholds) };
}

/**
 * Notes that the thresholds in force are used, and returns them: from here on they cannot be
 * withdrawn. A wave uses them when its frame is frozen, because that is what its people are told.
 */
export async function usePolicy(db: Db, now: Date): Promise<Policy> {
  const policy = await currentPolicy(db);
  await markUsed(db, policy.version, now);
  return policy;
}

/**
 * The thresholds frozen into a wave; a raise since then does not reach back. (An imported wave
 * promises nobody anything before its release: the raise it froze may have been withdrawn, and then
 * it is released under the version in force, with the numbers it froze.)
 */
export async function policyOfWave(db: Db, waveId: number): Promise<Policy> {
  const { thresholds, version } = await db
    .selectFrom("records.wave as w")
    .leftJoin("records.policy as p", (join) =>
      join.onRef("p.version", "=", "w.policyVersion").on("p.withdrawnAt", "is", null),
    )
    .where("w.id", "=", waveId)
    .select(["w.thresholds", "p.version"])
    .executeTakeFirstOrThrow();
  const current = await currentPolicy(db);
  return {
    version: version ?? current.version,
    thresholds: thresholds === null ? current.thresholds : completeThresholds(thresholds),
  };
}

/** Notes the first use of a version. */
export async function markUsed(db: Db, version: number, now: Date): Promise<void> {
  await db
    .updateTable("records.policy")
    .set({ firstUsedAt: now })
    .where("version", "=", version)
    .where("firstUsedAt", "is", null)
    .execute();
}

/** What became of a wish to raise; every one is in the audit trail, refused ones too. */
export type RaiseOutcome = "raised" | "same" | "lower" | "unknown" | "fixed" | "too-high";

/** Raises one threshold for what is released from now on. For the worker and the steward. */
export async function raiseThreshold(
  db: Db,
  actor: string,
  { threshold, to, at }: { readonly threshold: string; readonly to: number; readonly at: Date },
): Promise<RaiseOutcome> {
  const { rows } = await sql<{ outcome: RaiseOutcome }>`
    select records.raise_threshold(${actor}, ${threshold}, ${to}, ${at}) as outcome`.execute(db);
  return rows[0]?.outcome ?? "unknown";
}

/** Withdrawn; or a wave or a release has used it; or the company has raised nothing. */
export type WithdrawOutcome = "withdrawn" | "used" | "none";

/** Takes the last raise back. For the worker and the steward. */
export async function withdrawRaise(db: Db, actor: string, at: Date): Promise<WithdrawOutcome> {
  const { rows } = await sql<{ outcome: WithdrawOutcome }>`
    select records.withdraw_raise(${actor}, ${at}) as outcome`.execute(db);
  return rows[0]?.outcome ?? "none";
}
