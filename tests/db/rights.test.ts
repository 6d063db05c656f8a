import { sql } from "kysely";
import { expect } from "vitest";
import { test } from "#tests/support/database.ts";
import { declaredFunctions, declaredTables } from "#tests/support/declared-rights.ts";

const schemas = sql`('intake', 'counts', 'figures', 'records', 'public', 'pgboss')`;
const ourLogins = sql`role.rolname like 'barometer\\_%' and not role.rolsuper`;

/** The rights of a login as `declared-rights.ts` writes them. */
const letters = { SELECT: "S", INSERT: "I", UPDATE: "U", DELETE: "D" } as const;

test("each login may do with each table and column what is written down, and a table that is not fails", async ({
  owner,
}) => {
  const { rows } = await sql<{ name: string; login: string; rights: string; columns: string }>`
    select n.nspname || '.' || c.relname as name, substr(role.rolname, 11) as login,
      array_to_string(array(
        select right_name from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
          with ordinality as r (right_name, at)
        where has_table_privilege(role.rolname, c.oid, right_name) order by at), ',') as rights,
      array_to_string(array(
        select case right_name when 'SELECT' then '' else right_name || ':' end || a.attname
        from pg_attribute a, unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) as right_name
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and has_column_privilege(role.rolname, c.oid, a.attnum, right_name)
          and not has_table_privilege(role.rolname, c.oid, right_name)
        order by a.attnum), ',') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, pg_roles role
    where n.nspname in ${schemas} and c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
      and ${ourLogins}`.execute(owner);
  const found: Record<string, Record<string, string>> = {};
  for (const { name, login, rights, columns } of rows) {
    const of = found[name] ?? {};
    found[name] = of;
    const short = rights
      .split(",")
      .map((right) => letters[right as keyof typeof letters] ?? right)
      .join("");
    const said = columns === "" ? short : `${short}S(${columns})`;
    if (said !== "") of[login] = said;
  }
  expect(Object.keys(found).length).toBeGreaterThan(60);
  expect(found).toEqual(declaredTables);
});

test("a month of activity is reached through its whole, by nobody directly", async ({ owner }) => {
  await sql`select intake.add_activity_months('2026-01-01', '2026-02-28')`.execute(owner);
  const { rows } = await sql`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace, pg_roles role
    where c.relispartition and c.relkind = 'r' and n.nspname in ${schemas} and ${ourLogins}
      and has_table_privilege(role.rolname, c.oid, 'SELECT,INSERT,UPDATE,DELETE,TRUNCATE')`.execute(
    owner,
  );
  expect(rows).toEqual([]);
});

test("only the worker draws numbers of its own; nobody may set one", async ({ owner }) => {
  const { rows } = await sql<{ login: string; may: string }>`
    select distinct substr(role.rolname, 11) as login, right_name as may
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, pg_roles role,
      unnest(array['USAGE', 'SELECT', 'UPDATE']) as right_name
    where c.relkind = 'S' and n.nspname in ${schemas} and ${ourLogins}
      and has_sequence_privilege(role.rolname, c.oid, right_name)`.execute(owner);
  expect(rows).toEqual([{ login: "worker", may: "USAGE" }]);
});

test("each login may call the functions that are written down, and those of the owner look nowhere else", async ({
  owner,
}) => {
  const { rows } = await sql<{
    name: string;
    definer: boolean;
    path: string | null;
    by: string[];
  }>`
    select n.nspname || '.' || p.proname as name, p.prosecdef as definer,
      array_to_string(p.proconfig, ',') as path, array(
        select substr(role.rolname, 11) from pg_roles role
        where ${ourLogins} and has_function_privilege(role.rolname, p.oid, 'EXECUTE')) as by
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('intake', 'counts', 'figures', 'records')`.execute(owner);
  // Two functions of one name would hide each other here.
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  const found = rows.map(({ name, definer, by }) => [
    name,
    { as: definer ? "owner" : "caller", by: by.toSorted() },
  ]);
  const declared = Object.entries(declaredFunctions).map(([name, { as, by }]) => [
    name,
    { as, by: by.toSorted() },
  ]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(declared));
  // A function that runs as its owner must not find tables where its caller put them.
  expect(rows.filter(({ definer, path }) => definer && !path?.startsWith("search_path="))).toEqual(
    [],
  );
});

test("no login can become another, make one, or go past a row it may not see", async ({
  owner,
}) => {
  const { rows } = await sql`
    select role.rolname from pg_roles role
    where ${ourLogins} and (role.rolcreaterole or role.rolcreatedb or role.rolreplication
      or role.rolbypassrls or exists (select from pg_auth_members m where m.member = role.oid))`.execute(
    owner,
  );
  expect(rows).toEqual([]);
});

test("what is made later is open to nobody until it is written down", async ({ owner }) => {
  await sql`create table figures.later (id integer)`.execute(owner);
  await sql`create function figures.later() returns integer language sql as 'select 1'`.execute(
    owner,
  );
  const { rows } = await sql`
    select role.rolname from pg_roles role where ${ourLogins}
      and (has_table_privilege(role.rolname, 'figures.later', 'SELECT,INSERT,UPDATE,DELETE')
        or has_function_privilege(role.rolname, 'figures.later()', 'EXECUTE'))`.execute(owner);
  expect(rows).toEqual([]);
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
