import { readdirSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import { describe, expect, onTestFinished } from "vitest";
import type { Db } from "#db/client.server.ts";
import { revokeScimToken } from "#db/intake/scim-tokens.ts";
import { canary } from "#fixtures/recording.ts";
import { paceOf } from "#jobs/receiver/scim/pace.ts";
import { takePushedPeople } from "#jobs/steps/read-people.ts";
import { contextOf } from "#tests/support/context.ts";
import { type TestDatabase, test } from "#tests/support/database.ts";
import { core, enterprise, patchOp } from "#tests/support/scim-people.ts";
import { type ServerOptions, serveScim } from "#tests/support/scim-server.ts";

const monday = "2026-11-02T10:00:00Z";

async function serve(database: TestDatabase, worker: Db, options: ServerOptions = {}) {
  const context = contextOf(database, worker, monday);
  const server = await serveScim(context, options);
  onTestFinished(() => server.close());
  return { context, ...server };
}

const patch = (...Operations: readonly object[]) => ({ schemas: [patchOp], Operations });

/** Until when people are employed, by HR number: null while they are. */
async function employed(owner: Db): Promise<Readonly<Record<string, string | null>>> {
  const { rows } = await sql<{ id: number; until: string | null }>`
    select p.id, upper(e.valid)::text as until from intake.person p
    join intake.employment e on e.person_id = p.id and e.retired_by is null order by 1`.execute(
    owner,
  );
  return Object.fromEntries(rows.map(({ id, until }) => [id, until]));
}

describe("the door", () => {
  test("opens to tokens that stand, several at once, and to no other", async ({
    database,
    worker,
  }) => {
    const { ask, tokenId, context, ...server } = await serve(database, worker);
    expect((await ask("GET", "/Users")).status).toBe(200);
    for (const authorization of ["", "Bearer", "Bearer wrong", `Basic ${server.token}`]) {
      const refused = await ask("GET", "/Users", undefined, { authorization });
      expect(refused.status).toBe(401);
      expect(refused.headers.get("content-type")).toContain("application/scim+json");
      expect(refused.headers.get("www-authenticate")).toContain("Bearer");
      expect(refused.body).toMatchObject({
        schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
        status: "401",
      });
    }
    const second = await serve(database, worker);
    const other = { authorization: `Bearer ${second.token}` };
    expect((await ask("GET", "/Users", undefined, other)).status).toBe(200);
    await revokeScimToken(context.db, tokenId, context.now);
    expect((await ask("GET", "/Users")).status).toBe(401);
    expect((await ask("GET", "/Users", undefined, other)).status).toBe(200);
  });

  test("keeps of a token its hash only", async ({ database, worker, owner }) => {
    const { token, ask } = await serve(database, worker);
    await ask("GET", "/Users");
    const rows = await owner.selectFrom("intake.scimToken").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows[0]).toMatchObject({ label: "Entra ID", usedOn: "2026-11-02" });
  });

  test("asks who comes too often to wait, and takes no request beyond its size", async ({
    database,
    worker,
  }) => {
    const pace = paceOf({ perSecond: 1, atOnce: 3 });
    const { ask, clock } = await serve(database, worker, { pace });
    const statuses = [];
    for (let time = 0; time < 4; time += 1) statuses.push((await ask("GET", "/Users")).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const busy = await ask("GET", "/Users");
    expect(busy.headers.get("retry-after")).toBe("1");
    expect(busy.body.status).toBe("429");
    clock.now = new Date(clock.now.getTime() + 10_000);
    const large = await ask("POST", "/Users", { userName: "x".repeat(5_000_000) });
    expect(large).toMatchObject({ status: 413, body: { status: "413" } });
    expect(await ask("POST", "/Users", "{ half")).toMatchObject({
      status: 400,
      body: { scimType: "invalidSyntax" },
    });
  });

  test("says what it can do, and what it keeps", async ({ database, worker }) => {
    const { ask } = await serve(database, worker);
    expect((await ask("GET", "/ServiceProviderConfig")).body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      filter: { supported: true, maxResults: 200 },
      etag: { supported: true },
    });
    const types = (await ask("GET", "/ResourceTypes")).body;
    expect(types.Resources.map(({ id }) => id)).toEqual(["User", "Group"]);
    const schema = (await ask("GET", `/Schemas/${core}`)).body;
    const names = schema.attributes.map(({ name }) => name);
    expect(names).toContain("userName");
    expect(names).not.toContain("password");
    expect((await ask("POST", "/Bulk", {})).status).toBe(501);
    expect((await ask("GET", "/Nothing")).body.status).toBe("404");
  });
});

describe("users", () => {
  test("the user of RFC 7643 (8.2) is made, and of it only what is used comes back", async ({
    database,
    worker,
  }) => {
    const { ask } = await serve(database, worker);
    const made = await ask("POST", "/Users", {
      schemas: [core],
      id: "chosen-by-the-client",
      externalId: "701984",
      userName: "ada@example.org",
      name: {
        formatted: "Mme Ada Morel",
        familyName: "Morel",
        givenName: "Ada",
        middleName: canary,
      },
      nickName: canary,
      password: canary,
      title: canary,
      emails: [{ value: "ada@example.org", type: "work", primary: true }],
      addresses: [{ type: "work", streetAddress: canary, locality: "Lille", country: "FR" }],
      ims: [{ value: canary, type: "aim" }],
      x509Certificates: [{ value: canary }],
      meta: { resourceType: "User", version: canary },
    });
    expect(made.status).toBe(201);
    expect(made.headers.get("location")).toBe(`/scim/v2/Users/${made.body.id}`);
    expect(made.headers.get("etag")).toBe(made.body.meta.version);
    expect(made.body.id).not.toBe("chosen-by-the-client");
    expect(JSON.stringify(made.body)).not.toContain(canary);
    expect(made.body).toMatchObject({
      schemas: [core],
      externalId: "701984",
      userName: "ada@example.org",
      active: true,
      addresses: [{ type: "work", locality: "Lille", country: "FR" }],
    });
    const again = await ask("GET", `/Users/${made.body.id}`);
    expect(again.body).toEqual(made.body);
  });

  test("errors come as RFC 7644 (3.12) writes them", async ({ database, worker }) => {
    const { ask } = await serve(database, worker);
    await ask("POST", "/Users", { userName: "ada@example.org" });
    expect(await ask("POST", "/Users", { userName: "ADA@example.org" })).toMatchObject({
      status: 409,
      body: { status: "409", scimType: "uniqueness" },
    });
    expect((await ask("POST", "/Users", { displayName: "Ada" })).body.scimType).toBe(
      "invalidValue",
    );
    expect((await ask("GET", "/Users/nope")).body.status).toBe("404");
    expect((await ask("GET", "/Users/6b2a0c1e-0000-4000-8000-000000000000")).status).toBe(404);
    expect((await ask("GET", "/Users?filter=userName%20zz%20%22a%22")).body).toMatchObject({
      status: "400",
      scimType: "invalidFilter",
    });
    expect((await ask("GET", "/Users?count=many")).body.scimType).toBe("invalidValue");
    const body = JSON.stringify(
      (await ask("POST", "/Users", { userName: "ada@example.org" })).body,
    );
    expect(body, "nothing that was sent is repeated").not.toContain("ada@");
  });

  test("lists know where they end", async ({ database, worker }) => {
    const { ask } = await serve(database, worker);
    for (let index = 0; index < 7; index += 1)
      await ask("POST", "/Users", { userName: `u${index}` });
    const page = async (query: string) => {
      const { body } = await ask("GET", `/Users?${query}`);
      const names = body.Resources.map(({ userName }) => userName);
      return { total: body.totalResults, start: body.startIndex, size: body.itemsPerPage, names };
    };
    expect(await page("startIndex=1&count=3")).toEqual({
      total: 7,
      start: 1,
      size: 3,
      names: ["u0", "u1", "u2"],
    });
    expect(await page("startIndex=7&count=3")).toMatchObject({ names: ["u6"] });
    expect(await page("startIndex=8&count=3")).toMatchObject({ total: 7, size: 0, names: [] });
    expect(await page("count=0")).toMatchObject({ total: 7, names: [] });
    expect(await page("startIndex=-4&count=-1")).toMatchObject({ total: 7, start: 1, names: [] });
    const { body } = await ask("GET", "/Users?attributes=userName&count=1");
    expect(Object.keys(body.Resources[0] ?? {}).toSorted()).toEqual(["id", "schemas", "userName"]);
    const path = `userName,emails.value,emails.primary,${enterprise}:manager.value`;
    const parts = await ask("POST", `/Users?attributes=${path}`, {
      userName: "u7",
      emails: [{ value: "u7@example.org", type: "work" }, { value: "u7@home.example" }],
      [enterprise]: { department: "Quai", manager: { value: "m" } },
    });
    expect(parts.body).toEqual({
      schemas: [core, enterprise],
      id: parts.body.id,
      userName: "u7",
      emails: [{ value: "u7@example.org" }, { value: "u7@home.example" }],
      [enterprise]: { manager: { value: "m" } },
    });
    await ask("DELETE", `/Users/${parts.body.id}`);
    const search = await ask("POST", "/Users/.search", {
      filter: 'userName sw "u"',
      startIndex: 6,
      count: 5,
    });
    expect(search.body).toMatchObject({ totalResults: 7, startIndex: 6, itemsPerPage: 2 });
  });

  test("filters find by what identity providers look for", async ({ database, worker }) => {
    const { ask, find, clock } = await serve(database, worker);
    const one = (
      await ask("POST", "/Users", {
        userName: "Ada@example.org",
        externalId: "Object-1",
        emails: [
          { type: "work", value: "ada@example.org" },
          { type: "home", value: "a@home.example" },
        ],
        [enterprise]: { employeeNumber: "1001", manager: "0f8fad5b-d9cb-469f-a165-70867728950e" },
      })
    ).body.id;
    clock.now = new Date("2026-11-03T10:00:00Z");
    const two = (await ask("POST", "/Users", { userName: "bruno", active: false })).body.id;
    expect(await find("Users", 'userName eq "ada@EXAMPLE.org"')).toEqual([one]);
    expect(await find("Users", 'externalId eq "Object-1"')).toEqual([one]);
    expect(await find("Users", 'externalId eq "object-1"'), "case counts there").toEqual([]);
    expect(await find("Users", 'emails[type eq "work" and value eq "ada@example.org"]')).toEqual([
      one,
    ]);
    expect(await find("Users", 'emails[type eq "work"].value eq "ada@example.org"')).toEqual([one]);
    expect(await find("Users", 'emails[type eq "home"].value eq "ada@example.org"')).toEqual([]);
    expect(await find("Users", 'emails.value eq "A@home.example"')).toEqual([one]);
    expect(await find("Users", "active eq true")).toEqual([one]);
    expect(await find("Users", "active eq False")).toEqual([two]);
    expect(await find("Users", `id eq "${two}"`)).toEqual([two]);
    expect(
      await find(
        "Users",
        `id eq "${one}" and ${enterprise}:manager eq "0f8fad5b-d9cb-469f-a165-70867728950e"`,
      ),
    ).toEqual([one]);
    expect(await find("Users", 'meta.lastModified gt "2026-11-02T20:00:00Z"')).toEqual([two]);
    expect(await find("Users", 'userName eq "ada@example.org" and active eq false')).toEqual([]);
    expect(await find("Users", 'userName eq "bruno" or externalId eq "Object-1"')).toEqual([
      one,
      two,
    ]);
  });

  test("a version that has gone is not overwritten", async ({ database, worker }) => {
    const { ask } = await serve(database, worker);
    const { body, headers } = await ask("POST", "/Users", { userName: "ada" });
    const etag = headers.get("etag") ?? "";
    const off = patch({ op: "replace", path: "active", value: false });
    expect((await ask("PATCH", `/Users/${body.id}`, off, { "if-match": etag })).status).toBe(200);
    expect((await ask("PATCH", `/Users/${body.id}`, off, { "if-match": etag })).status).toBe(412);
    expect((await ask("PUT", `/Users/${body.id}`, { userName: "ada2" })).body).toMatchObject({
      userName: "ada2",
      active: false,
    });
  });
});

describe("groups", () => {
  test("have members that are known, added and removed one by one", async ({
    database,
    worker,
  }) => {
    const { ask, find } = await serve(database, worker);
    const ids: string[] = [];
    for (const userName of ["a", "b", "c"])
      ids.push((await ask("POST", "/Users", { userName })).body.id);
    const [a = "", b = "", c = ""] = ids;
    const made = await ask("POST", "/Groups", {
      displayName: "Quai",
      members: [{ value: a, display: canary }],
    });
    expect(made.status).toBe(201);
    const path = `/Groups/${made.body.id}`;
    const add = patch({ op: "Add", path: "members", value: [{ value: b }, { value: c }] });
    expect((await ask("PATCH", path, add)).body.members).toHaveLength(3);
    const remove = patch({ op: "remove", path: `members[value eq "${b}"]` });
    const after = (await ask("PATCH", path, remove)).body.members;
    expect(after.map(({ value }) => value).toSorted()).toEqual([a, c].toSorted());
    expect(JSON.stringify(after)).not.toContain(canary);
    expect(await find("Groups", 'displayName eq "QUAI"')).toEqual([made.body.id]);
    expect(await find("Groups", `id eq "${made.body.id}" and members eq "${b}"`)).toEqual([]);
    expect(await find("Groups", `members.value eq "${c}"`)).toEqual([made.body.id]);
    expect((await ask("GET", `${path}?excludedAttributes=members`)).body.members).toBeUndefined();
    const stranger = patch({ op: "add", path: "members", value: [{ value: "nobody" }] });
    expect((await ask("PATCH", path, stranger)).body.scimType).toBe("invalidValue");
    await ask("DELETE", `/Users/${c}`);
    expect((await ask("GET", path)).body.members).toEqual([{ value: a, type: "User" }]);
    expect((await ask("DELETE", path)).status).toBe(204);
    expect((await ask("GET", path)).status).toBe(404);
  });
});

describe("a life of an account", () => {
  test("as Entra ID tells it: looked for, made, changed, switched off, on again", async ({
    database,
    worker,
    owner,
  }) => {
    const { ask, find, clock, context } = await serve(database, worker);
    const night = async (day: string) => {
      clock.now = new Date(`${day}T02:00:00Z`);
      return takePushedPeople.run({ ...context, now: clock.now });
    };
    expect(await find("Users", 'userName eq "chloe@example.org"')).toEqual([]);
    const { body } = await ask("POST", "/Users", {
      schemas: [core, enterprise],
      externalId: "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
      userName: "chloe@example.org",
      active: true,
      emails: [{ primary: true, type: "work", value: "chloe@example.org" }],
      meta: { resourceType: "User" },
      name: { formatted: "Chloé Roux", familyName: "Roux", givenName: "Chloé" },
      roles: [],
      [enterprise]: { employeeNumber: "1003", department: "Quai" },
    });
    await night("2026-11-03");
    expect(await employed(owner)).toEqual({ 1: null });
    expect(await find("Users", 'externalId eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"')).toEqual([
      body.id,
    ]);

    clock.now = new Date("2026-11-05T09:00:00Z");
    const changes = patch(
      { op: "Replace", path: `${enterprise}:department`, value: "Achats" },
      { op: "Add", path: 'phoneNumbers[type eq "mobile"].value', value: "+33612000003" },
    );
    expect((await ask("PATCH", `/Users/${body.id}`, changes)).status).toBe(200);
    const off = patch({ op: "Replace", path: "active", value: "False" });
    expect((await ask("PATCH", `/Users/${body.id}`, off)).body.active).toBe(false);
    await night("2026-11-07");
    expect(await employed(owner), "the day it was pushed, not the night that took it").toEqual({
      1: "2026-11-05",
    });
    expect(await owner.selectFrom("intake.directory").selectAll().execute()).toEqual([]);

    const on = patch({ op: "Replace", path: "active", value: "True" });
    expect((await ask("PATCH", `/Users/${body.id}`, on)).body.active).toBe(true);
    await night("2026-11-10");
    const { rows } = await sql<{ valid: string }>`
      select valid::text from intake.employment where retired_by is null order by valid`.execute(
      owner,
    );
    expect(rows.map(({ valid }) => valid)).toEqual(["[2026-11-03,2026-11-05)", "[2026-11-10,)"]);
  });

  test("as Okta tells it: put whole, switched off without a path, and a manager by user name", async ({
    database,
    worker,
    owner,
  }) => {
    const { ask, clock, context } = await serve(database, worker);
    const profile = (name: string, number: string, manager?: string) => ({
      schemas: [core, enterprise],
      userName: `${name}@example.org`,
      name: { givenName: name, familyName: "Petit" },
      emails: [{ primary: true, value: `${name}@example.org`, type: "work" }],
      displayName: `${name} Petit`,
      locale: "fr-FR",
      externalId: `00u-${name}`,
      groups: [],
      password: canary,
      active: true,
      [enterprise]: { employeeNumber: number, ...(manager ? { manager: { value: manager } } : {}) },
    });
    await ask("POST", "/Users", profile("ada", "1001"));
    const { body } = await ask("POST", "/Users", profile("bruno", "1002", "ADA@example.org"));
    const put = { ...profile("bruno", "1002", "ada@example.org"), id: body.id };
    expect((await ask("PUT", `/Users/${body.id}`, put)).status).toBe(200);
    await takePushedPeople.run(context);
    const managed = await owner
      .selectFrom("intake.personManager")
      .select(["personId", "managerId"])
      .execute();
    expect(managed).toEqual([{ personId: 2, managerId: 1 }]);

    clock.now = new Date("2026-11-04T09:00:00Z");
    const off = patch({ op: "replace", value: { active: false } });
    expect((await ask("PATCH", `/Users/${body.id}`, off)).body.active).toBe(false);
    await takePushedPeople.run({ ...context, now: new Date("2026-11-05T02:00:00Z") });
    expect(await employed(owner)).toEqual({ 1: null, 2: "2026-11-04" });
  });

  test("deleted: gone from here, erased from the directory at once, dated by the night", async ({
    database,
    worker,
    owner,
  }) => {
    const { ask, find, context, clock } = await serve(database, worker);
    const user = {
      userName: "ada@example.org",
      name: { formatted: "Ada" },
      [enterprise]: { employeeNumber: "1001" },
    };
    const { body } = await ask("POST", "/Users", user);
    await takePushedPeople.run(context);
    const kinds = await owner.selectFrom("intake.directory").select("kind").execute();
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(["email", "name"]);

    clock.now = new Date("2026-11-04T09:00:00Z");
    expect((await ask("DELETE", `/Users/${body.id}`)).status).toBe(204);
    expect((await ask("GET", `/Users/${body.id}`)).status).toBe(404);
    expect(await find("Users", 'userName eq "ada@example.org"')).toEqual([]);
    expect(await owner.selectFrom("intake.directory").selectAll().execute()).toEqual([]);
    await takePushedPeople.run({ ...context, now: new Date("2026-11-05T02:00:00Z") });
    expect(await employed(owner)).toEqual({ 1: "2026-11-04" });
    expect(await owner.selectFrom("intake.scimUser").selectAll().execute()).toEqual([]);
  });

  test("deleted and made anew, somebody stays who they are", async ({
    database,
    worker,
    owner,
  }) => {
    const { ask, context } = await serve(database, worker);
    const user = { userName: "ada@example.org", [enterprise]: { employeeNumber: "1001" } };
    const { body } = await ask("POST", "/Users", user);
    await takePushedPeople.run(context);
    await ask("DELETE", `/Users/${body.id}`);
    expect((await ask("POST", "/Users", user)).status).toBe(201);
    await takePushedPeople.run({ ...context, now: new Date("2026-11-05T02:00:00Z") });
    expect(await employed(owner)).toEqual({ 1: null });
  });
});

test("what people are called is nowhere in clear: not in the database, not in lines, not in errors", async ({
  database,
  worker,
  owner,
}) => {
  const lines: string[] = [];
  const { ask, context } = await serve(database, worker, { lines });
  const name = `${canary} 12`;
  const user = {
    userName: `canari@example.org`,
    externalId: name,
    displayName: name,
    name: { formatted: name, givenName: name },
    emails: [{ value: "canari@example.org", display: name, type: "work" }],
    [enterprise]: { employeeNumber: "1001", manager: { displayName: name } },
  };
  const { body } = await ask("POST", "/Users", user);
  await ask("POST", "/Users", user);
  await ask("POST", "/Groups", { displayName: name, members: [{ value: body.id, display: name }] });
  await ask(
    "PATCH",
    `/Users/${body.id}`,
    patch({ op: "add", path: `emails[display eq "${name}"`, value: name }),
  );
  const report = await takePushedPeople.run({ ...context, log: (line) => lines.push(line) });
  expect(JSON.stringify([lines, report])).not.toMatch(/ne doit|canari/);

  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
    from information_schema.tables
    where table_schema in ('intake', 'records', 'counts') and table_type = 'BASE TABLE'`.execute(
    owner,
  );
  for (const { name: table } of tables) {
    const { rows } = await sql<{ found: number }>`
      select count(*)::integer as found from ${sql.raw(table)} as t
      where t::text ~ 'ne doit|canari'
        or position(encode(convert_to('ne doit', 'UTF8'), 'hex') in t::text) > 0`.execute(owner);
    expect([table, rows[0]?.found]).toEqual([table, 0]);
  }
});

test("no file of the server writes to the console", () => {
  const files = readdirSync("jobs/receiver/scim").filter((file) => file.endsWith(".ts"));
  const speaking = files.filter((file) =>
    /console\./.test(readFileSync(`jobs/receiver/scim/${file}`, "utf8")),
  );
  expect(speaking).toEqual([]);
});
