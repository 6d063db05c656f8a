import { sql } from "kysely";
import { expect, onTestFinished } from "vitest";
import type { Db } from "#db/client.server.ts";
import { ensureConnection, findConnection } from "#db/intake/connection.ts";
import { scim } from "#jobs/connectors/scim.ts";
import { runNight } from "#jobs/nightly.ts";
import { readPeople, takePushedPeople } from "#jobs/steps/read-people.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { takePeople } from "#tests/support/import-people.ts";
import {
  type DirectoryPerson,
  directoryPeople,
  hrFile,
  scimUser,
} from "#tests/support/scim-people.ts";
import { serveScim } from "#tests/support/scim-server.ts";

const now = "2026-11-02T02:00:00Z";
const day = "2026-11-02";

/** Everything the database says of people, by names that do not depend on the order of arrival. */
async function told(owner: Db) {
  const { rows } = await sql<Record<string, unknown>>`
    select encode(p.key, 'hex') as person, e.valid::text as employed, u.key as unit, n.name as unit_name,
      encode(m.key, 'hex') as manager, s.key as site, s.country,
      (select string_agg(g.key || '=' || o.key, ' ' order by g.key) from intake.person_segment ps
        join intake.segment g on g.id = ps.segment_id join intake.segment_option o on o.id = ps.option_id
        where ps.person_id = p.id and ps.retired_by is null) as segments,
      (select string_agg(encode(a.email_key, 'hex'), ' ') from intake.person_email a
        where a.person_id = p.id and a.retired_by is null) as address,
      (select string_agg(d.kind || '=' || encode(d.match_key, 'hex'), ' ' order by d.kind)
        from intake.directory d where d.person_id = p.id) as directory
    from intake.person p
    join intake.employment e on e.person_id = p.id and e.retired_by is null
    left join intake.person_unit pu on pu.person_id = p.id and pu.retired_by is null
    left join intake.unit u on u.id = pu.unit_id
    left join intake.unit_name n on n.unit_id = u.id and n.language = 'fr' and n.retired_by is null
    left join intake.person_manager pm on pm.person_id = p.id and pm.retired_by is null
    left join intake.person m on m.id = pm.manager_id
    left join intake.person_site ps on ps.person_id = p.id and ps.retired_by is null
    left join intake.site s on s.id = ps.site_id
    order by 1`.execute(owner);
  return rows;
}

/** Pushes people as an identity provider does: each with the id the server gave their manager. */
async function push(
  people: readonly DirectoryPerson[],
  ask: Awaited<ReturnType<typeof serveScim>>["ask"],
  ids = new Map<string, string>(),
): Promise<ReadonlyMap<string, string>> {
  for (const person of people) {
    const manager = person.manager === null ? null : (ids.get(person.manager) ?? null);
    const { status, body } = await ask("POST", "/Users", scimUser(person, manager));
    if (status === 201) ids.set(person.number, body.id);
    else expect(status, "somebody who is there already").toBe(409);
  }
  return ids;
}

test("500 people pushed by SCIM are in the database as an HR file would have brought them", {
  timeout: 120_000,
}, async ({ database, worker, owner }) => {
  const context = contextOf(database, worker, now);
  const people = directoryPeople(500);
  const server = await serveScim(context);
  onTestFinished(() => server.close());
  const ids = await push(people, server.ask);
  const report = await takePushedPeople.run(context);
  expect(report).toMatchObject({ read: 500, kept: 500, refused: 0 });
  const pushed = await told(owner);
  expect(pushed).toHaveLength(500);
  expect(pushed.filter(({ manager }) => manager !== null)).toHaveLength(499);

  // The very file changes nothing of it any more.
  const { lines, mapping } = hrFile(people);
  const file = await takePeople(context, day, lines, mapping);
  expect(file.summary).toContain("nothing new");
  expect(await told(owner)).toEqual(pushed);

  // Nor does the same push again.
  for (const person of people.slice(0, 40)) {
    const manager = person.manager === null ? null : (ids.get(person.manager) ?? null);
    const id = ids.get(person.number) ?? "";
    await server.ask("PUT", `/Users/${id}`, scimUser(person, manager));
  }
  expect(await takePushedPeople.run(context)).toMatchObject({ read: 0 });
  expect(await told(owner)).toEqual(pushed);
});

test("a push that is cut in the middle, and begun again, ends in the same", async ({
  database,
  worker,
  owner,
}) => {
  const context = contextOf(database, worker, now);
  const people = directoryPeople(60);
  const first = await serveScim(context);
  const ids = new Map(await push(people.slice(0, 30), first.ask));
  // Between two requests of a push, the night comes by; then the server is gone.
  await takePushedPeople.run(context);
  const dying = push(people.slice(30, 45), first.ask, ids).catch(() => {});
  await first.close();
  await dying;

  const second = await serveScim(context);
  onTestFinished(() => second.close());
  for (const person of people) {
    const [id] = await second.find("Users", `userName eq "${person.email}"`);
    if (id !== undefined) ids.set(person.number, id);
    else await push([person], second.ask, ids);
  }
  await takePushedPeople.run(context);
  const pushed = await told(owner);
  const { lines, mapping } = hrFile(people);
  expect((await takePeople(context, day, lines, mapping)).summary).toContain("nothing new");
  expect(pushed).toHaveLength(60);
});

test("a taking that dies before it is marked is taken again, to the same effect", async ({
  database,
  worker,
  owner,
}) => {
  const context = contextOf(database, worker, now);
  const server = await serveScim(context);
  onTestFinished(() => server.close());
  await push(directoryPeople(20), server.ask);
  await takePushedPeople.run(context);
  const before = await told(owner);
  await owner.updateTable("intake.scimUser").set({ takenVersion: 0 }).execute();
  const again = await takePushedPeople.run(context);
  expect(again).toMatchObject({ read: 20, message: expect.stringContaining("nothing new") });
  expect(await told(owner)).toEqual(before);
});

test("the night reads our own server with our own client, and whoever is missing has left", {
  timeout: 60_000,
}, async ({ database, worker, owner }) => {
  const context = contextOf(database, worker, now);
  const server = await serveScim(context);
  onTestFinished(() => server.close());
  const people = directoryPeople(230);
  const ids = await push(people, server.ask);
  await ensureConnection(worker, context.keys.secrets, {
    key: "directory",
    network: "scim",
    title: "Annuaire",
    supplies: [],
    settings: { url: server.url, token: server.token },
  });
  const night = async (at: string) => {
    const connection = await findConnection(worker, "directory");
    if (connection === null || scim.live === undefined) throw new Error("no connection");
    const to = new Date(at);
    const window = { from: new Date(to.getTime() - 86_400_000), to };
    return readPeople({ ...context, now: to }, connection, scim.live, window);
  };
  expect(await night(now)).toMatchObject({ read: 230, kept: 230, refused: 0 });
  const { lines, mapping } = hrFile(people);
  expect((await takePeople(context, day, lines, mapping)).summary).toContain("nothing new");

  // A week later everybody is asked for again; one was deleted, one switched off.
  await server.ask("DELETE", `/Users/${ids.get("E1200")}`);
  const off = { Operations: [{ op: "replace", path: "active", value: false }] };
  await server.ask("PATCH", `/Users/${ids.get("E1201")}`, off);
  await night("2026-11-10T02:00:00Z");
  const left = (await told(owner)).filter(({ employed }) => !String(employed).endsWith(",)"));
  expect(left.map(({ employed }) => employed)).toEqual([
    "[2026-11-02,2026-11-10)",
    "[2026-11-02,2026-11-10)",
  ]);
});

test("groups that are pushed as units move people when the groups change", async ({
  database,
  worker,
  owner,
}) => {
  const context = contextOf(database, worker, now);
  const server = await serveScim(context, { choices: { groups: "units" } });
  onTestFinished(() => server.close());
  const ids = await push(directoryPeople(3), server.ask);
  const members = [...ids.values()].map((value) => ({ value }));
  const quai = await server.ask("POST", "/Groups", { displayName: "Quai", members });
  await server.ask("POST", "/Groups", { displayName: "Nord", members: [{ value: quai.body.id }] });
  await takePushedPeople.run(context);
  const units = async () => [...new Set((await told(owner)).map(({ unit }) => unit))];
  expect(await units()).toEqual(["nord.quai"]);
  const rename = { Operations: [{ op: "replace", path: "displayName", value: "Port" }] };
  await server.ask("PATCH", `/Groups/${quai.body.id}`, rename);
  expect(await takePushedPeople.run(context)).toMatchObject({ read: 3 });
  expect(await units()).toEqual(["nord.port"]);
});

test("the night takes what was pushed before it reads any network", async ({
  database,
  worker,
  owner,
}) => {
  const context = contextOf(database, worker, now);
  const server = await serveScim(context);
  onTestFinished(() => server.close());
  await push(directoryPeople(12), server.ask);
  const report = await runNight(context, { clock: () => new Date(now) });
  expect(report?.steps[0]).toMatchObject({ name: "read people that were pushed", ok: true });
  expect(await told(owner)).toHaveLength(12);
});

test("an account without an HR number is told to the night's page and is nobody", async ({
  database,
  worker,
  owner,
}) => {
  const context = contextOf(database, worker, now);
  const server = await serveScim(context);
  onTestFinished(() => server.close());
  await server.ask("POST", "/Users", {
    userName: "sauvegarde@example.org",
    displayName: "Sauvegarde",
  });
  const report = await takePushedPeople.run(context);
  expect(report.refusals).toMatchObject([{ reason: expect.stringContaining("no HR number") }]);
  expect(JSON.stringify(report)).not.toMatch(/sauvegarde/i);
  expect(await told(owner)).toEqual([]);
});
