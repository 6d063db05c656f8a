import type { Thresholds } from "#app/privacy/policy.ts";
import type { Db } from "../client.server.ts";

/** One version of the thresholds, as everybody may read it. */
export interface PolicyVersion {
  readonly version: number;
  readonly thresholds: Thresholds;
  readonly announcedAt: Date;
  readonly firstUsedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** Every version there has been, newest first: the history is public. */
export async function readPolicies(db: Db): Promise<readonly PolicyVersion[]> {
  return db
    .selectFrom("records.policy")
    .select(["version", "thresholds", "announcedAt", "firstUsedAt", "withdrawnAt"])
    .orderBy("version", "desc")
    .execute();
}
