import { sql } from "kysely";
import { expect } from "vitest";
import { floors } from "#app/privacy/policy.ts";
import { readMethods } from "#app/services/methods.server.ts";
import { readPromise } from "#app/services/promise.server.ts";
import type { Db } from "#db/client.server.ts";
import { forgetExpired } from "#db/records/forget.ts";
import { test } from "#tests/support/database.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";

const today = "2026-11-20";

async function announce(owner: Db, answers: number): Promise<number> {
  const thresholds = { ...floors, answers };
  const { version } = await owner
    .insertInto("records.policy")
    .values({ thresholds: JSON.stringify(thresholds), announcedBy: "works council" })
    .returning("version")
    .executeTakeFirstOrThrow();
  return version;
}

test("everybody can read the thresholds in force and every version before them", async ({
  owner,
  web,
}) => {
  await announce(owner, 8);
  const { thresholds, policies } = await readPromise({ db: web, today });
  expect(thresholds.answers).toBe(8);
  expect(policies.map((one) => [one.version, one.thresholds.answers])).toEqual([
    [3, 8],
    [2, 5],
    [1, 5],
  ]);
  const { numbers } = await readMethods({ db: web, language: "fr" });
  expect(numbers).toMatchObject({ answers: 8, tested: 30, points: 5 });
});

test("a raise that was withdrawn stays in the history and is not in force", async ({
  owner,
  web,
}) => {
  const version = await announce(owner, 8);
  await owner
    .updateTable("records.policy")
    .set({ withdrawnAt: new Date("2026-11-19T10:00:00Z") })
    .where("version", "=", version)
    .execute();
  const { thresholds, policies } = await readPromise({ db: web, today });
  expect(thresholds.answers).toBe(5);
  expect(policies[0]?.withdrawnAt).not.toBeNull();
});

test("who holds which role is named, and nobody who no longer does", async ({ owner, web }) => {
  await makeViewer(owner, {
    email: "ada@halles.example",
    name: "Ada Quai",
    roles: ["administrator", "auditor"],
    scopes: [],
  });
  const gone = await makeViewer(owner, {
    email: "leo@halles.example",
    name: "Léo Parti",
    roles: ["director"],
    scopes: [],
  });
  await owner
    .updateTable("records.viewer")
    .set({ disabledAt: new Date() })
    .where("id", "=", gone)
    .execute();
  const { roles, people } = await readPromise({ db: web, today });
  expect(people).toBe(1);
  expect(roles.filter(({ names }) => names.length > 0)).toEqual([
    { role: "administrator", names: ["Ada Quai"] },
    { role: "auditor", names: ["Ada Quai"] },
  ]);
});

test("it names no address and no secret of the networks", async ({ owner, web }) => {
  await makeViewer(owner, {
    email: "ada@halles.example",
    name: "Ada Quai",
    roles: ["administrator"],
    scopes: [],
  });
  expect(JSON.stringify(await readPromise({ db: web, today }))).not.toContain("@");
});

test("what is said to be deleted is", async ({ owner, worker, web }) => {
  const { retention } = await readPromise({ db: web, today });
  const longAgo = new Date("2024-01-01T00:00:00Z");
  await sql`insert into records.sign_in_attempt values ('\\x00', ${longAgo}, false)`.execute(owner);
  await sql`insert into records.audit_entry (at, actor, action) values (${longAgo}, 'x', 'y')`.execute(
    owner,
  );
  await sql`select intake.add_activity_months('2024-01-01', '2024-01-31')`.execute(worker);
  await sql`
    insert into intake.activity (occurred_at, external_hash, account_id, connection_id, verb, group_id)
    values (${longAgo}, 1, 1, 1, 1, 0)`.execute(owner);

  const days = Math.max(...Object.values(retention)) + 1000;
  await forgetExpired(worker, new Date(longAgo.getTime() + days * 86_400_000));

  const count = async (table: string) => {
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from ${sql.table(table)}`.execute(owner);
    return rows[0]?.n;
  };
  expect(await count("records.signInAttempt")).toBe(0);
  expect(await count("intake.activity")).toBe(0);
  expect(await count("records.auditEntry")).toBe(0);
});
