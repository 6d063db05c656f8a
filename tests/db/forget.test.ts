import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { forgetExpired } from "#db/records/forget.ts";
import { forget } from "#jobs/steps/forget.ts";
import { closeWave, openWave } from "#jobs/waves.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeCompany, makeWave } from "#tests/support/make-company.ts";
import { makeRelease, population } from "#tests/support/make-figures.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";

const days = (from: string, n: number) => new Date(Date.parse(from) + n * 86_400_000);

async function rowsOf(owner: Db, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    owner,
  );
  return rows[0]?.n ?? 0;
}

test("activity goes after 183 days: whole months with their table, the rest by the day", async ({
  owner,
  worker,
}) => {
  await sql`insert into records.connection (key, network, title) values ('chat', 'chat', 'Chat')`.execute(
    owner,
  );
  await sql`select intake.add_activity_months('2026-01-01', '2026-06-30')`.execute(worker);
  await sql`
    insert into intake.activity (occurred_at, external_hash, account_id, connection_id, verb, group_id)
    select at, extract(epoch from at)::bigint, 1, 1, 1, 0
    from generate_series('2026-01-10T12:00Z'::timestamptz, '2026-06-10', '1 day') as at`.execute(
    owner,
  );
  await sql`insert into intake.post select 1, external_hash, 1, 0, occurred_at from intake.activity`.execute(
    owner,
  );
  await sql`insert into counts.week_bits values ('2026-01-12', 'active', '1'), ('2026-06-01', 'active', '1')`.execute(
    owner,
  );
  const now = new Date("2026-09-20T03:00:00Z");
  const gone = await forgetExpired(worker, now);

  const { rows } = await sql<{
    first: Date;
  }>`select min(occurred_at) as first from intake.activity`.execute(owner);
  expect(rows[0]?.first.getTime()).toBeGreaterThanOrEqual(now.getTime() - 183 * 86_400_000);
  const left = await rowsOf(owner, "intake.activity");
  expect(gone).toMatchObject({ activity: 151 - left, posts: 151 - left, "week bits": 1 });
  const months = await sql<{ n: string }>`
    select inhrelid::regclass::text as n from pg_inherits where inhparent = 'intake.activity'::regclass order by 1`.execute(
    owner,
  );
  expect(months.rows.map(({ n }) => n)).not.toContain("intake.activity_2026_02");
  expect(months.rows.map(({ n }) => n)).toContain("intake.activity_2026_03");
  expect(await forgetExpired(worker, now)).toMatchObject({ activity: 0, posts: 0 });
});

test("three months after the next wave has closed, nothing links the answers of the one before to anybody", async ({
  database,
  owner,
  worker,
}) => {
  await makeCompany(owner, { hall: { people: 12 } });
  for (const [key, open, close] of [
    ["spring", "2026-03-02T08:00:00Z", "2026-03-16T08:00:00Z"],
    ["summer", "2026-06-01T08:00:00Z", "2026-06-15T08:00:00Z"],
  ] as const) {
    await makeWave(owner, { key });
    const invitations = await openWave(contextOf(database, worker, open), { wave: key });
    for (const { code } of invitations) {
      await sql`select intake.submit(${code}, '{"1": 4, "2": 3}')`.execute(owner);
    }
    await closeWave(contextOf(database, worker, close), { wave: key });
    await sql`update records.wave set state = 'released' where key = ${key}`.execute(owner);
  }
  await forgetExpired(worker, days("2026-06-15T08:00:00Z", 90));
  expect(await rowsOf(owner, "intake.frame_code")).toBe(24);

  const gone = await forgetExpired(worker, days("2026-06-15T08:00:00Z", 93));
  expect(gone).toMatchObject({ pseudonyms: 12, codes: 12, invitations: 12 });
  const { rows } = await sql<{ key: string; people: number; answers: number }>`
    select w.key, count(r.member) as people, count(*) as answers
    from intake.response r join records.wave w on w.id = r.wave_id group by 1 order by 1`.execute(
    owner,
  );
  expect(rows).toEqual([
    { key: "spring", people: 0, answers: 12 },
    { key: "summer", people: 12, answers: 12 },
  ]);

  // The last one has no successor: two years at most.
  const later = await forgetExpired(worker, days("2026-06-15T08:00:00Z", 731));
  expect(later).toMatchObject({ pseudonyms: 12, invitations: 12 });
});

test("comments go a year after their wave has closed", async ({ owner, worker }) => {
  await makeWave(owner, { key: "old" });
  await sql`update records.wave set state = 'released', opened_at = '2025-01-01', closed_at = '2025-01-15'`.execute(
    owner,
  );
  await sql`insert into intake.comment (wave_id, question_id, cell, value)
    select w.id, q.id, 0, '\\x00' from records.wave w, records.question q`.execute(owner);
  await forgetExpired(worker, new Date("2026-01-10T00:00:00Z"));
  expect(await rowsOf(owner, "intake.comment")).toBe(2);
  const gone = await forgetExpired(worker, new Date("2026-01-20T00:00:00Z"));
  expect([gone.comments, await rowsOf(owner, "intake.comment")]).toEqual([2, 0]);
});

test("what a released week was counted from goes when no correction of it is considered any more", async ({
  owner,
  worker,
}) => {
  await sql`insert into figures.release (kind, week, policy_version, released_at)
    values ('week', '2026-06-01', 1, '2026-06-10')`.execute(owner);
  for (const week of ["2026-06-01", "2026-06-08"]) {
    await sql`insert into counts.week_population (week, population, kind, key, cut, names, path)
      values (${week}, 1, 'company', 'company', 'organisation', '{}', '{company}')`.execute(owner);
    await sql`insert into counts.week_measure (week, population, measure, n, x)
      values (${week}, 1, 'active', 20, 10)`.execute(owner);
  }
  await forgetExpired(worker, days("2026-06-10", 55));
  expect(await rowsOf(owner, "counts.week_measure")).toBe(2);
  const gone = await forgetExpired(worker, days("2026-06-10", 57));
  expect(gone["counts of released weeks"]).toBe(2);
  // What is not released waits, however long.
  expect(await rowsOf(owner, "counts.week_measure")).toBe(1);
});

test("the audit trail keeps a year by the database's own clock, whatever the worker asks", async ({
  owner,
  worker,
}) => {
  await sql`insert into records.audit_entry (at, actor, action)
    values (now() - interval '364 days', 'a', 'b'), (now() - interval '366 days', 'a', 'b')`.execute(
    owner,
  );
  await sql`select records.forget_audit('infinity')`.execute(worker);
  expect(await rowsOf(owner, "records.audit_entry")).toBe(1);
  await expect(sql`delete from records.audit_entry`.execute(worker)).rejects.toThrow(
    "permission denied",
  );
});

test("the night's page says how many rows of what went, and of people only roughly", async ({
  database,
  owner,
  worker,
}) => {
  await makeCompany(owner, { hall: { people: 38 } });
  for (const [key, day] of [
    ["spring", "2026-03-02"],
    ["summer", "2026-06-01"],
  ] as const) {
    await makeWave(owner, { key });
    const context = contextOf(database, worker, `${day}T08:00:00Z`);
    await openWave(context, { wave: key });
    await closeWave(context, { wave: key });
  }
  await sql`update records.wave set state = 'released'`.execute(owner);
  await sql`insert into records.audit_entry (at, actor, action) values ('2024-01-01', 'a', 'b')`.execute(
    owner,
  );
  const context = contextOf(database, worker, "2026-10-01T02:00:00Z");
  const { message, kept } = await forget.run(context);
  expect(message).toBe("removed about 40 codes, about 40 invitations, 1 audit entries");
  expect(kept).toBe(0);
  expect((await forget.run(context)).message).toBe("nothing had expired");
});

test("which announcements a week followed goes with what it was counted from; what was released stays", async ({
  owner,
  worker,
}) => {
  const populations = [population("company", "Halles Valmière")];
  const releasedAt = "2026-01-13T03:00:00Z";
  const release = await makeRelease(owner, {
    week: "2026-01-05",
    releasedAt,
    populations,
    figures: [],
  });
  await sql`insert into counts.week_announcement values ('2026-01-05', 1, '2025-12-16', 'Relais', 'Nouvelles')`.execute(
    owner,
  );
  await sql`insert into figures.announcement values (${release}, 1, '2025-12-16', 'Relais', 'Nouvelles')`.execute(
    owner,
  );
  await forgetExpired(worker, new Date("2026-01-20T03:00:00Z"));
  expect(await rowsOf(owner, "counts.week_announcement")).toBe(1);
  await forgetExpired(worker, new Date("2028-01-20T03:00:00Z"));
  expect(await rowsOf(owner, "counts.week_announcement")).toBe(0);
  expect(await rowsOf(owner, "figures.announcement")).toBe(1);
});

test("alerts that are over go after a year, traces of mail after three months, choices with a closed account", async ({
  owner,
  worker,
}) => {
  const now = new Date("2026-09-20T03:00:00Z");
  const [open, closed] = await Promise.all(
    ["open", "closed"].map((name) =>
      makeViewer(owner, { email: `${name}@halles.example`, roles: ["director"], scopes: [] }),
    ),
  );
  await sql`update records.viewer set disabled_at = '2026-08-01' where id = ${closed}`.execute(
    owner,
  );
  for (const id of [open, closed]) {
    await sql`insert into records.viewer_mail_choice values (${id}, 'weekly', true)`.execute(owner);
    await sql`insert into records.saved_view (viewer_id, name, address, saved_at)
      values (${id}, 'mine', '/', '2026-07-01')`.execute(owner);
    for (const day of ["2026-06-01", "2026-07-01"]) {
      await sql`insert into records.viewer_mail (viewer_id, kind, period, since, due_at)
        values (${id}, 'digest', ${day}, ${day}, ${day})`.execute(owner);
    }
  }
  await sql`insert into records.alert (kind, subject, raised_on, ended_on)
    values ('network', 'old', '2025-09-01', '2025-09-05'), ('network', 'still', '2025-09-01', null),
      ('network', 'lately', '2026-09-01', '2026-09-05')`.execute(owner);
  expect(await forgetExpired(worker, now)).toMatchObject({
    ...{ alerts: 1, mails: 2, "choices of closed accounts": 1, "views of closed accounts": 1 },
  });
  const { rows } = await sql`select subject from records.alert order by 1`.execute(owner);
  expect(rows).toEqual([{ subject: "lately" }, { subject: "still" }]);
  expect(await forgetExpired(worker, now)).toMatchObject({ alerts: 0, mails: 0 });
});
