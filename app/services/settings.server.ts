import { thresholdNames } from "#app/privacy/policy.ts";
import type { Db } from "#db/client.server.ts";
import {
  currentPolicy,
  type RaiseOutcome,
  raiseThreshold,
  readPolicies,
  type WithdrawOutcome,
  withdrawRaise,
} from "#db/records/policies.ts";
import type { ViewerVisit } from "./visit.server.ts";

/** The thresholds an administrator may raise, and whether the last raise may still be taken back. */
export async function readThresholds({ db }: Pick<ViewerVisit, "db">) {
  const [{ thresholds }, policies] = await Promise.all([currentPolicy(db), readPolicies(db)]);
  const last = policies.find(({ withdrawnAt }) => withdrawnAt === null);
  return {
    thresholds: thresholdNames
      .filter((name) => name !== "exact")
      .map((name) => ({ name, least: thresholds[name] })),
    withdrawable: last !== undefined && !last.byProduct && last.firstUsedAt === null,
    policies,
  };
}

/** What an administrator's form asked for and did not get, as a word; null when it was done. */
export type SettingsTrouble =
  | Exclude<RaiseOutcome, "raised">
  | Exclude<WithdrawOutcome, "withdrawn">
  | "number";

/**
 * Raises a threshold, under the steward's login and in the audit trail. What is refused is written
 * down as well.
 */
export async function raise(
  { viewer, now }: ViewerVisit,
  steward: Db,
  { threshold, to }: { readonly threshold: string; readonly to: string },
): Promise<SettingsTrouble | null> {
  if (!/^\d{1,9}$/.test(to)) return "number";
  const asked = { threshold, to: Number(to), at: now };
  const outcome = await raiseThreshold(steward, viewer.email, asked);
  return outcome === "raised" ? null : outcome;
}

/** Takes the last raise back, as long as nothing has used it. */
export async function withdraw(
  { viewer, now }: ViewerVisit,
  steward: Db,
): Promise<SettingsTrouble | null> {
  const outcome = await withdrawRaise(steward, viewer.email, now);
  return outcome === "withdrawn" ? null : outcome;
}
