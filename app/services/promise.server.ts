import { type Role, roles } from "#app/model/viewer.ts";
import { floors } from "#app/privacy/policy.ts";
import { readConnections } from "#db/records/connections.ts";
import { retention } from "#db/records/forget.ts";
import { readPolicies } from "#db/records/policies.ts";
import { readRoleHolders } from "#db/records/viewers.ts";
import type { Visit } from "./visit.server.ts";

/** What everybody may know without signing in: the rules, who holds which role, what is kept. */
export async function readPromise({ db, today }: Pick<Visit, "db" | "today">) {
  const [policies, holders, connections] = await Promise.all([
    readPolicies(db),
    readRoleHolders(db, today),
    readConnections(db),
  ]);
  const inForce = policies.find(({ withdrawnAt }) => withdrawnAt === null);
  return {
    thresholds: inForce?.thresholds ?? floors,
    policies,
    roles: roles.map((role: Role) => ({
      role,
      names: holders.filter((one) => one.role === role).map(({ name }) => name),
    })),
    people: new Set(holders.map(({ name }) => name)).size,
    retention,
    // What is paused was read, and what was read is kept.
    networks: connections.filter(({ state }) => state !== "ended").map(({ title }) => title),
  };
}
