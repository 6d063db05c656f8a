import { afterEach, expect, test } from "vitest";
import type { CanonicalRecord, PersonRecord } from "#app/model/canonical.ts";
import { type Reply, type SimulatedNetwork, serveOnLoopback } from "#fixtures/loopback.ts";
import { doorsWith, NetworkError } from "#jobs/connectors/http.ts";
import { scim } from "#jobs/connectors/scim.ts";
import { directoryPeople, enterprise, scimUser } from "#tests/support/scim-people.ts";
import { type Directory, directoryToken, serveScimmy } from "#tests/support/scimmy-server.ts";

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

const window = { from: new Date("2026-11-02T00:00:00Z"), to: new Date("2026-11-03T00:00:00Z") };
const nextNight = { from: new Date("2026-11-01T00:00:00Z"), to: new Date("2026-11-04T00:00:00Z") };

interface Night {
  readonly settings?: Readonly<Record<string, string>>;
  readonly cursor?: string | null;
  readonly from?: Date;
  readonly to?: Date;
}

async function read(url: string, { settings = {}, cursor = null, ...times }: Night = {}) {
  const records: CanonicalRecord[] = [];
  const waits: number[] = [];
  const source = {
    settings: { url, token: directoryToken, ...settings },
    ...window,
    ...times,
    cursor,
    timeZone: "Europe/Paris",
    ...doorsWith({
      sleep: async (milliseconds: number) => {
        waits.push(milliseconds);
      },
    }),
  };
  const pull = scim.live?.pull(source);
  for await (const record of pull ?? []) records.push(record);
  const people = records.filter((record): record is PersonRecord => record.type === "person");
  const isWhole = records.some(({ type }) => type === "everybody");
  const last = records.at(-1);
  return { records, people, isWhole, waits, cursor: last?.type === "cursor" ? last.value : null };
}

/** A company of so many people in a directory in memory. */
function directoryOf(count: number): Directory {
  const people = directoryPeople(count);
  const ids = new Map(people.map(({ number }, index) => [number, `id-${index}`]));
  const meta = { resourceType: "User", created: "2026-01-05T08:00:00Z" };
  const users = people.map((one) => {
    const id = ids.get(one.number) ?? "";
    const manager = one.manager === null ? null : (ids.get(one.manager) ?? null);
    const user = { id, ...scimUser(one, manager) };
    return [id, { ...user, meta: { ...meta, lastModified: "2026-01-05T08:00:00Z" } }] as const;
  });
  return { users: new Map(users), groups: new Map() };
}

async function scimmy(directory: Directory) {
  const server = await serveScimmy(directory);
  running.push(server);
  return server;
}

test("everybody in a real SCIM server is told once, with unit and manager, page by page", async () => {
  const server = await scimmy(directoryOf(730));
  const { people, isWhole } = await read(server.url);
  expect(people).toHaveLength(730);
  expect(new Set(people.map(({ id }) => id)).size).toBe(730);
  expect(isWhole).toBe(true);
  expect(people[12]).toEqual({
    type: "person",
    id: "id-12",
    employeeNumber: "E1012",
    name: "Prénom12 Nom12",
    email: "personne12@example.org",
    telephone: "+33612000012",
    active: true,
    hiredOn: null,
    leftOn: null,
    unit: ["Exemple", "Nord", "Service 2"],
    manager: "id-3",
    site: "Lille",
    country: "FR",
    language: "fr",
    frontline: null,
  });
  expect(server.asked.filter((url) => url.startsWith("/scim/v2/Users"))).toHaveLength(5);
});

test("only what is used is asked for, or at least not what never is", async () => {
  const server = await scimmy(directoryOf(12));
  await read(server.url);
  const [, , first = "", second = ""] = server.asked;
  const asked = new URL(first, server.url).searchParams.get("attributes");
  expect(asked).toContain(`${enterprise}:employeeNumber`);
  expect(asked).not.toMatch(/nickName|password|photos|streetAddress|title|groups/);
  // The real server answers 400 to attributes of an extension.
  const next = new URL(second, server.url).searchParams;
  expect(next.get("attributes")).toBeNull();
  expect(next.get("excludedAttributes")).toContain("photos");
});

test("the next nights ask for those who changed, with their managers, and once a week for all", async () => {
  const directory = directoryOf(300);
  const server = await scimmy(directory);
  const first = await read(server.url);
  const user = directory.users.get("id-42");
  directory.users.set("id-42", {
    ...user,
    active: false,
    meta: { resourceType: "User", lastModified: "2026-11-03T09:00:00Z" },
  });
  const second = await read(server.url, { ...nextNight, cursor: first.cursor });
  expect(second.people.map(({ id }) => id)).toEqual(["id-42", "id-3"]);
  expect(second.people[0]?.active).toBe(false);
  expect(second.isWhole).toBe(false);

  const later = { from: new Date("2026-11-08T00:00:00Z"), to: new Date("2026-11-10T00:00:00Z") };
  const third = await read(server.url, { ...later, cursor: second.cursor });
  expect(third.people).toHaveLength(300);
  expect(third.isWhole).toBe(true);
});

test("groups can be the units, and say nothing of somebody they disagree about", async () => {
  const directory = directoryOf(14);
  const inside = (...ids: string[]) => ids.map((value) => ({ value }));
  const nested = (value: string) => ({ value, type: "Group" });
  directory.groups.set("g1", {
    id: "g1",
    displayName: "Nord",
    members: [...inside("id-1", "id-13"), nested("g2")],
  });
  directory.groups.set("g2", { id: "g2", displayName: "Quai", members: inside("id-2", "id-13") });
  directory.groups.set("g3", { id: "g3", displayName: "Sud", members: inside("id-3") });
  directory.groups.set("g4", { id: "g4", displayName: "Projet", members: inside("id-3") });
  const server = await scimmy(directory);
  const { people, records } = await read(server.url, { settings: { groups: "units" } });
  const unitOf = (id: string) => people.find((one) => one.id === id)?.unit;
  expect(unitOf("id-1")).toEqual(["Nord"]);
  expect(unitOf("id-2")).toEqual(["Nord", "Quai"]);
  expect(unitOf("id-13")).toEqual(["Nord", "Quai"]);
  expect(unitOf("id-3")).toEqual([]);
  expect(unitOf("id-4")).toEqual([]);
  expect(records.filter(({ type }) => type === "refusal")).toHaveLength(1);
});

test("groups people talk in are closed and have no name", async () => {
  const directory = directoryOf(3);
  directory.groups.set("g1", {
    id: "g1",
    displayName: "Représentants du personnel",
    members: [{ value: "id-1" }, { value: "id-2" }],
  });
  const server = await scimmy(directory);
  const { records } = await read(server.url, { settings: { groups: "groups" } });
  expect(records.filter(({ type }) => type === "group")).toMatchObject([
    { id: "g1", privacy: "closed", name: null },
  ]);
  expect(records.filter(({ type }) => type === "membership")).toHaveLength(2);
});

test("the HR number is taken from where the company writes it", async () => {
  const server = await scimmy(directoryOf(2));
  const { people } = await read(server.url, { settings: { number: "externalid" } });
  expect(people.map(({ employeeNumber }) => employeeNumber)).toEqual([
    "object-E1000",
    "object-E1001",
  ]);
  const wrong = await read(server.url, { settings: { number: "badge", unit: "department, desk" } });
  expect(wrong.people[0]?.employeeNumber).toBe("E1000");
  expect(wrong.people[0]?.unit).toEqual(["Service 0"]);
  expect(wrong.records.filter(({ type }) => type === "refusal")).toHaveLength(2);
});

test("a check counts what can be read, and says what cannot", async () => {
  const server = await scimmy(directoryOf(25));
  const source = (token: string) => ({
    settings: { url: server.url, token },
    ...window,
    cursor: null,
    timeZone: "Europe/Paris",
    ...doorsWith({ tries: 1 }),
  });
  const found = [];
  for await (const right of scim.live?.check(source(directoryToken)) ?? []) found.push(right);
  expect(found).toEqual([
    { right: "Users (read)", held: true, note: "25 there" },
    { right: "Groups (read)", held: true, note: "0 there" },
  ]);
  const refused = scim.live?.check(source("wrong-token-123456")).next();
  await expect(refused).rejects.toMatchObject({ trouble: "unauthorised" });
});

/** A server of our own, for manners no server here has. */
async function serve(answer: (url: URL, asked: number) => object | Reply) {
  let asked = 0;
  const server: SimulatedNetwork = await serveOnLoopback(0, (_, url) => {
    if (/ServiceProviderConfig$/.test(url.pathname)) return json(config);
    if (/ResourceTypes$/.test(url.pathname)) return { status: 404, body: "" };
    asked += 1;
    const reply = answer(url, asked);
    return "status" in reply && "body" in reply ? (reply as Reply) : json(reply);
  });
  running.push(server);
  return { url: server.url, asked: () => asked };
}
let config: object = {};
const json = (body: object): Reply => ({ status: 200, body: JSON.stringify(body) });
const users = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({
    id: `u${first + index}`,
    userName: `u${first + index}@example.org`,
  }));

test("a server that leaves paging out and gives everybody each time is asked once", async () => {
  // As scimmy-routers 1.3.2 was seen to answer under Express 5, which is not installed here.
  const { url, asked } = await serve(() => ({
    totalResults: 730,
    itemsPerPage: 20,
    startIndex: 1,
    Resources: users(1, 730),
  }));
  const { people, isWhole } = await read(url);
  expect(people).toHaveLength(730);
  expect(isWhole).toBe(true);
  expect(asked()).toBe(1);
});

test("a server that answers past the end with its first page is not asked for ever", async () => {
  // As scimmy 1.3.5 was seen to answer; this one also counts more people than it lists.
  const { url, asked } = await serve((address) => {
    const start = Number(address.searchParams.get("startIndex"));
    const first = start > 250 ? 1 : start;
    return {
      totalResults: 260,
      startIndex: start,
      Resources: users(first, Math.min(250, first + 99)),
    };
  });
  const { people, isWhole, records } = await read(url);
  expect(people).toHaveLength(250);
  expect(asked()).toBeLessThan(6);
  expect(isWhole, "nobody is taken to have left").toBe(false);
  expect(records.find(({ type }) => type === "refusal")).toMatchObject({
    reason: "The server lists 250 of the 260 users it counts. Nobody is taken to have left.",
  });
});

test("a list without Resources is an empty list; another service is no SCIM server", async () => {
  const empty = await serve(() => ({ totalResults: 0 }));
  expect(await read(empty.url)).toMatchObject({ people: [], isWhole: true });
  const other = await serve(() => ({ hello: "world" }));
  await expect(read(other.url)).rejects.toMatchObject({ trouble: "unreadable" });
});

test("cursors are followed, through empty pages, and never in a circle", async () => {
  config = { pagination: { cursor: true, index: true, maxPageSize: 50 } };
  const pages: Record<string, object> = {
    "": { Resources: users(1, 50), nextCursor: "b" },
    b: { Resources: [], nextCursor: "c" },
    c: { totalResults: 60, Resources: users(51, 60) },
  };
  const good = await serve((url) => pages[url.searchParams.get("cursor") ?? "?"] ?? {});
  expect(await read(good.url)).toMatchObject({ people: { length: 60 }, isWhole: true });
  const round = await serve(() => ({ Resources: users(1, 2), nextCursor: "again" }));
  const error = await read(round.url).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(NetworkError);
  expect(round.asked()).toBe(2);
  config = {};
});

test("an id beyond what JavaScript can count is nobody's rather than somebody else's", async () => {
  const { url } = await serve(() => ({
    status: 200,
    body: '{"totalResults":3,"Resources":[{"id":90071992547409931,"userName":"a"},{"id":90071992547409932,"userName":"b"},{"ID":"90071992547409933","UserName":"c"}]}',
  }));
  const { people, isWhole } = await read(url);
  expect(people.map(({ id }) => id)).toEqual(["90071992547409933"]);
  expect(isWhole).toBe(false);
});

test("a plain refusal is waited out", async () => {
  const { url } = await serve((_, asked) =>
    asked === 1
      ? { status: 429, headers: { "content-type": "text/plain", "retry-after": "3" }, body: "slow" }
      : { totalResults: 2, Resources: users(1, 2) },
  );
  const { people, waits } = await read(url);
  expect(people).toHaveLength(2);
  expect(waits).toEqual([3000]);
});
