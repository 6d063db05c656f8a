import { sql } from "kysely";
import { expect } from "vitest";
import { floors } from "#app/privacy/policy.ts";
import type { Db } from "#db/client.server.ts";
import {
  currentPolicy,
  markUsed,
  policyOfWave,
  raiseThreshold,
  readPolicies,
  withdrawRaise,
} from "#db/records/policies.ts";
import { openWave } from "#jobs/waves.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeCompany, makeWave } from "#tests/support/make-company.ts";

const at = new Date("2026-11-20T10:00:00Z");
const raise = (db: Db, threshold: string, to: number) =>
  raiseThreshold(db, "admin@halles.example", { threshold, to, at });

async function deeds(owner: Db) {
  const rows = await owner
    .selectFrom("records.auditEntry")
    .orderBy("id")
    .select(["actor", "action", "subject"])
    .execute();
  return rows.map(({ action, subject }) => [action, (subject as { outcome: string }).outcome]);
}

test("a new company begins at the floors, and reads that the product itself raised them", async ({
  web,
}) => {
  expect(await currentPolicy(web)).toEqual({ version: 2, thresholds: floors });
  const history = await readPolicies(web);
  expect(history.map(({ version, byProduct }) => [version, byProduct])).toEqual([
    [2, true],
    [1, true],
  ]);
});

test("P11: three answers are refused on a closed wave as on any other, and the try is written down", async ({
  steward,
  owner,
}) => {
  expect(await raise(steward, "answers", 3)).toBe("lower");
  expect(await raise(steward, "means", 9)).toBe("lower");
  expect((await currentPolicy(owner)).thresholds).toEqual(floors);
  expect(await deeds(owner)).toEqual([
    ["raise refused", "lower"],
    ["raise refused", "lower"],
  ]);
});

test("P11: from ten back to five is refused, also on the way to ten again", async ({
  steward,
  owner,
}) => {
  expect(await raise(steward, "answers", 10)).toBe("raised");
  await markUsed(owner, 3, at);
  expect(await raise(steward, "answers", 5)).toBe("lower");
  expect(await withdrawRaise(steward, "admin@halles.example", at)).toBe("used");
  expect(await raise(steward, "answers", 10)).toBe("same");
  expect((await currentPolicy(owner)).thresholds.answers).toBe(10);
  expect(await deeds(owner)).toEqual([
    ["threshold raised", "raised"],
    ["raise refused", "lower"],
    ["withdrawal refused", "used"],
    ["raise refused", "same"],
  ]);
});

test("a raise nothing has used may be taken back, and its history stays", async ({
  steward,
  web,
  owner,
}) => {
  await raise(steward, "answers", 8);
  expect(await withdrawRaise(steward, "admin@halles.example", at)).toBe("withdrawn");
  expect((await currentPolicy(web)).thresholds.answers).toBe(5);
  expect((await readPolicies(web)).map(({ withdrawnAt }) => withdrawnAt)).toEqual([at, null, null]);
  expect(await withdrawRaise(steward, "admin@halles.example", at)).toBe("none");
  await expect(
    sql`update records.policy set withdrawn_at = null where version = 3`.execute(owner),
  ).rejects.toThrow("they are history");
});

test("what the product raised is nobody's to take back", async ({ owner }) => {
  await expect(
    sql`update records.policy set withdrawn_at = now() where version = 2`.execute(owner),
  ).rejects.toThrow("they can only rise now");
});

test("whatever says more of people never needs fewer of them than a share", async ({
  steward,
  web,
}) => {
  await raise(steward, "answers", 12);
  const { answers, means, sensitive, comments, records } = (await currentPolicy(web)).thresholds;
  expect([answers, means, sensitive, comments, records]).toEqual([12, 12, 12, 12, 12]);
});

test("a wave keeps the thresholds of its opening, which is their first use", async ({
  database,
  worker,
  owner,
}) => {
  await makeCompany(owner, { hall: { people: 12 } });
  await makeWave(owner, { key: "first" });
  await raise(worker, "answers", 8);
  await openWave(contextOf(database, worker, "2026-11-20T10:00:00Z"), { wave: "first" });
  expect(await withdrawRaise(worker, "barometer thresholds", at)).toBe("used");
  await raise(worker, "answers", 11);
  const [{ id } = { id: 0 }] = await owner.selectFrom("records.wave").select("id").execute();
  const frozen = await policyOfWave(worker, id);
  expect([frozen.version, frozen.thresholds.answers]).toEqual([3, 8]);
});

test("a frame of before the newer thresholds falls back to their floors", async ({
  worker,
  owner,
}) => {
  await makeWave(owner, { key: "old" });
  await sql`update records.wave set policy_version = 1,
    thresholds = '{"answers": 7, "means": 12, "members": 5, "contributors": 5, "exact": 20}'`.execute(
    owner,
  );
  const [{ id } = { id: 0 }] = await owner.selectFrom("records.wave").select("id").execute();
  expect(await policyOfWave(worker, id)).toEqual({
    version: 1,
    thresholds: { ...floors, answers: 7, means: 12 },
  });
});

test("what is no threshold, or no number to live with, is refused", async ({ steward, web }) => {
  expect(await raise(steward, "adoption", 5)).toBe("unknown");
  expect(await raise(steward, "exact", 30)).toBe("fixed");
  expect(await raise(steward, "answers", 100_000)).toBe("too-high");
  await expect(raise(web, "answers", 8)).rejects.toThrow("permission denied");
});
