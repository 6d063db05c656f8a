import { floors } from "#app/privacy/policy.ts";
import { SMALLEST_DIFFERENCE, SMALLEST_TESTED } from "#app/statistics/change.ts";
import { EXACT_UP_TO } from "#app/statistics/interval.ts";
import type { Db } from "#db/client.server.ts";
import { readPolicies } from "#db/records/policies.ts";

/** The numbers that the methods speak of: from where they are used, never written twice. */
export async function readMethods({ db }: { readonly db: Db }) {
  const policies = await readPolicies(db);
  const inForce = policies.find(({ withdrawnAt }) => withdrawnAt === null);
  return {
    ...(inForce?.thresholds ?? floors),
    points: Math.round(SMALLEST_DIFFERENCE * 100),
    tested: SMALLEST_TESTED,
    team: EXACT_UP_TO,
  };
}
