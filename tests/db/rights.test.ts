import { sql } from "kysely";
import { expect } from "vitest";
import { test } from "#tests/support/database.ts";

/** What each login may do with tables, by schema. What is not written here is forbidden. */
const tables: Record<string, Record<string, readonly string[]>> = {
  barometer_worker: {
    counts: ["DELETE", "INSERT", "SELECT", "UPDATE"],
    figures: ["INSERT", "SELECT"],
    intake: ["DELETE", "INSERT", "SELECT", "UPDATE"],
    records: ["DELETE", "INSERT", "SELECT", "UPDATE"],
    "records.audit_entry": ["INSERT", "SELECT"],
    "records.policy": ["INSERT", "SELECT", "UPDATE"],
  },
  barometer_web: {
    figures: ["SELECT"],
    "records.setting": ["SELECT"],
    "records.policy": ["SELECT"],
    "records.connection": ["SELECT"],
    "records.network": ["SELECT"],
    "records.night": ["SELECT"],
    "records.night_step": ["SELECT"],
    "records.indicator": ["SELECT"],
    "records.barometer": ["SELECT"],
    "records.barometer_version": ["SELECT"],
    "records.item": ["SELECT"],
    "records.question": ["SELECT"],
    "records.equivalence": ["SELECT"],
    "records.wave": ["SELECT"],
    "records.viewer_role": ["SELECT"],
    "records.viewer_scope": ["SELECT"],
    "records.session": ["DELETE", "INSERT", "SELECT"],
    "records.sign_in_attempt": ["INSERT", "SELECT"],
    "records.audit_entry": ["INSERT"],
  },
  barometer_steward: {
    "records.connection": ["SELECT"],
    "records.network": ["SELECT"],
    "records.night": ["SELECT"],
    "records.night_step": ["SELECT"],
    "records.setting": ["SELECT"],
  },
  barometer_reader: { figures: ["SELECT"] },
};

const functions: Record<string, readonly string[]> = {
  barometer_worker: [
    "counts.refresh_statistics",
    "intake.add_activity_months",
    "intake.answer_hash",
    "intake.invitation_hash",
    "intake.undo_import",
  ],
  barometer_web: ["intake.resume", "intake.submit", "records.password_of"],
  barometer_steward: [
    "intake.ask_link",
    "intake.count_unmatched",
    "intake.list_imports",
    "intake.list_linked_by_hand",
    "intake.list_unmatched",
    "intake.undo_import",
  ],
  barometer_reader: [],
};

test("each login may do with each table what is written down, and nothing else", async ({
  owner,
}) => {
  const { rows } = await sql<{ login: string; schema: string; name: string; rights: string[] }>`
    select role.rolname as login, n.nspname as schema, c.relname as name,
      array_agg(privilege order by privilege) filter (
        where has_table_privilege(role.rolname, c.oid, privilege)) as rights
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, pg_roles role,
      unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as privilege
    where n.nspname in ('intake', 'counts', 'figures', 'records') and c.relkind in ('r', 'p', 'v', 'm')
      and role.rolname like 'barometer\\_%' and not role.rolsuper
    group by 1, 2, 3`.execute(owner);
  expect(rows.length).toBeGreaterThan(200);
  const surprises = rows
    .map(({ login, schema, name, rights }) => ({
      what: `${login} on ${schema}.${name}`,
      rights: rights ?? [],
      expected: tables[login]?.[`${schema}.${name}`] ?? tables[login]?.[schema] ?? [],
    }))
    .filter(({ rights, expected }) => rights.join() !== expected.join());
  expect(surprises).toEqual([]);
});

test("each login may call the functions that are written down, and no others", async ({
  owner,
}) => {
  const { rows } = await sql<{ login: string; functions: string[] | null }>`
    select role.rolname as login, array_agg(n.nspname || '.' || p.proname order by 1) filter (
      where has_function_privilege(role.rolname, p.oid, 'EXECUTE')) as functions
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace, pg_roles role
    where n.nspname in ('intake', 'counts', 'figures', 'records') and role.rolname like 'barometer\\_%' and not role.rolsuper
    group by 1`.execute(owner);
  expect(
    Object.fromEntries(rows.map(({ login, functions: may }) => [login, (may ?? []).toSorted()])),
  ).toEqual(functions);
});

test("of a viewer the web reads everything but the password", async ({ web }) => {
  await sql`select id, email, name, language from records.viewer`.execute(web);
  await expect(sql`select password_hash from records.viewer`.execute(web)).rejects.toThrow(
    "permission denied",
  );
});

test("the web can hand in an answer and cannot read one", async ({ web }) => {
  const { rows } = await sql<object>`select intake.submit('no such code', '{}') as state`.execute(
    web,
  );
  expect(rows).toEqual([{ state: "unknown" }]);
  for (const table of ["response", "answer_box", "invitation", "frame_code", "person"]) {
    await expect(sql`select * from ${sql.table(`intake.${table}`)}`.execute(web)).rejects.toThrow(
      "permission denied",
    );
  }
});

test("what is released cannot be changed, not even by the worker or the owner", async ({
  owner,
  worker,
}) => {
  await expect(sql`delete from figures.figure`.execute(worker)).rejects.toThrow(
    "permission denied",
  );
  await expect(sql`delete from figures.figure`.execute(owner)).rejects.toThrow(
    "what is released never changes",
  );
  await expect(sql`truncate figures.release cascade`.execute(owner)).rejects.toThrow(
    "what is released never changes",
  );
});

test("thresholds only rise, and a raise can be withdrawn until a release has used it", async ({
  owner,
}) => {
  const raise = (answers: number) => sql`
    insert into records.policy (thresholds, announced_by)
    select jsonb_set(thresholds, '{answers}', ${String(answers)}::jsonb), 'test'
    from records.policy where version = 2`;
  await expect(raise(4).execute(owner)).rejects.toThrow('the threshold "answers" can only rise');
  await raise(8).execute(owner);
  await expect(raise(7).execute(owner)).rejects.toThrow("it is 8 and may not become 7");
  await sql`update records.policy set withdrawn_at = now() where thresholds ->> 'answers' = '8'`.execute(
    owner,
  );
  await raise(7).execute(owner);
  await sql`update records.policy set first_used_at = now() where thresholds ->> 'answers' = '7'`.execute(
    owner,
  );
  await expect(
    sql`update records.policy set withdrawn_at = now() where thresholds ->> 'answers' = '7'`.execute(
      owner,
    ),
  ).rejects.toThrow("they can only rise now");
  await expect(sql`delete from records.policy`.execute(owner)).rejects.toThrow(
    "nothing is deleted",
  );
});
