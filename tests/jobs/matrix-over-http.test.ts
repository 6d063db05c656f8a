import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import type { SimulatedNetwork } from "#fixtures/loopback.ts";
import {
  accountOf,
  eventOf,
  GUESTS,
  type MatrixServerOptions,
  roomOf,
  serveMatrix,
} from "#fixtures/matrix-server.ts";
import { canary } from "#fixtures/recording.ts";
import type { WorldAct } from "#fixtures/world.ts";
import { type ClientOptions, doorsWith, NetworkError } from "#jobs/connectors/http.ts";
import { matrix } from "#jobs/connectors/matrix.ts";
import { busyWorld, week } from "#tests/support/busy-world.ts";

const token = "syt_reader_token";
const bots = busyWorld.members.filter(({ kind }) => kind === "bot");
const accounts = new Map(busyWorld.members.map((member) => [member.id, accountOf(member)]));
const groups = new Map(busyWorld.groups.map((group) => [group.id, group]));
const acts = new Map(busyWorld.acts.map((act) => [act.id, act]));
const polls = new Set(
  busyWorld.acts.flatMap(({ verb, about }) => (verb === "vote" ? [about] : [])),
);

describe("a town's homeserver, over HTTP", () => {
  let server: SimulatedNetwork;
  let whole: readonly CanonicalRecord[];
  beforeAll(async () => {
    server = await serveMatrix(busyWorld, { token });
    whole = await readTown(server);
  });
  afterAll(() => server.close());

  test("gives exactly what happened, without a word of it", () => {
    expect(sorted(activityIn(whole))).toEqual(sorted(happened(Number.POSITIVE_INFINITY)));
    expect(JSON.stringify(whole)).not.toContain(canary);
    const ids = activityIn(whole).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(2500);
  });

  test("gives everybody once, and who is in which room", () => {
    const ids = whole.flatMap((record) => (record.type === "member" ? [record.id] : []));
    expect(ids.toSorted()).toEqual([...accounts.values()].toSorted());
    const memberships = whole.filter(({ type }) => type === "membership");
    const people = busyWorld.groups.flatMap(({ members }) => members);
    const botIds = new Set(bots.map(({ id }) => id));
    expect(memberships.length).toBe(people.filter((id) => !botIds.has(id)).length);
    const kinds = whole.flatMap((record) => (record.type === "member" ? [record.kind] : []));
    expect(kinds.filter((kind) => kind === "guest").length).toBe(4);
    expect(kinds.filter((kind) => kind === "bot").length).toBe(bots.length);
  });

  test("gives addresses back where the administrator said how accounts are made", () => {
    const emails = whole.flatMap((record) => (record.type === "member" ? [record.email] : []));
    expect(emails).toContain("person.7@example.org");
    expect(emails).not.toContain(null);
  });

  test("rooms are open, closed or secret, and only open ones have a name", () => {
    const told = whole.flatMap((record) => (record.type === "group" ? [record] : []));
    expect(told.map(({ id, privacy }) => [id, privacy]).toSorted()).toEqual(
      busyWorld.groups.map((group) => [roomOf(group), group.privacy]).toSorted(),
    );
    expect(told.every(({ name, privacy }) => (name === null) === (privacy !== "open"))).toBe(true);
  });

  test("an interrupted night takes up where it stopped, and ends with the same", async () => {
    for (const stopAfter of [1, 300, 1500, 2600]) {
      const before = await readTown(server, { stopAfter });
      const committed = before.slice(0, before.findLastIndex(({ type }) => type === "cursor") + 1);
      const after = await readTown(server, { cursor: lastCursor(committed) });
      expect(facts([...committed, ...after])).toEqual(facts(whole));
    }
  });

  test("a cursor from nowhere starts over", async () => {
    for (const cursor of [
      "{",
      "[]",
      '{"since":3}',
      '{"since":"nowhere","newest":null,"latest":null}',
    ]) {
      expect(facts(await readTown(server, { cursor }))).toEqual(facts(whole));
    }
  });
});

test("a server that is often busy, and says so in two ways, gives the same", async () => {
  const server = await serveMatrix(busyWorld, { token, busyEvery: 4 });
  const records = await readTown(server);
  await server.close();
  expect(sorted(activityIn(records))).toEqual(sorted(happened(Number.POSITIVE_INFINITY)));
});

test("small pages, some of them empty, give the same, but for authors of long ago", async () => {
  const server = await serveMatrix(busyWorld, { token, pageSize: 7 });
  const records = await readTown(server);
  await server.close();
  // What was answered is further back than anything that had to be read.
  const nearby = (act: ActivityRecord) => ({ ...act, target: null });
  const expected = happened(Number.POSITIVE_INFINITY);
  expect(sorted(activityIn(records)).map(nearby)).toEqual(sorted(expected).map(nearby));
});

test.each<[string, Partial<MatrixServerOptions>]>([
  ["a server that remembers", {}],
  ["a server that has forgotten where it was", { forgetsAfter: 3 }],
])("night after night, %s gives only what is new, and what was withdrawn", async (_, options) => {
  let now = 0;
  const server = await serveMatrix(busyWorld, { token, now: () => now, ...options });
  const kept = new Map<string, ActivityRecord>();
  let cursor: string | null = null;
  let read = 0;
  for (let day = 0; day < 7; day += 1) {
    const to = new Date(week.from.getTime() + (day + 1) * 24 * 3600_000);
    now = to.getTime() + 25 * 60_000;
    const from = new Date(Math.max(week.from.getTime(), to.getTime() - 3 * 24 * 3600_000));
    const records = await readTown(server, { from, to, cursor });
    cursor = lastCursor(records);
    for (const act of activityIn(records)) {
      read += 1;
      const before = kept.get(`${act.at} ${act.id} ${act.member}`);
      // As the database does: what is known stays as it was, but for being withdrawn.
      const merged = { ...(before ?? act), withdrawnAt: before?.withdrawnAt ?? act.withdrawnAt };
      kept.set(`${act.at} ${act.id} ${act.member}`, merged);
    }
  }
  await server.close();
  const views = (list: readonly ActivityRecord[]) => list.filter(({ verb }) => verb === "view");
  const others = (list: readonly ActivityRecord[]) => list.filter(({ verb }) => verb !== "view");
  const expected = others(happened(now, { isPruned: false })).map(bare);
  const begin = week.from.toISOString();
  const all = others([...kept.values()]);
  expect(sorted(all.filter(({ at }) => at >= begin).map(bare))).toEqual(sorted(expected));
  // Of what is older, only that it was withdrawn is told.
  const older = all.filter(({ at }) => at < begin);
  expect(older.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  expect(views([...kept.values()]).length).toBeGreaterThan(views(happened(now)).length);
  if (options.forgetsAfter === undefined) expect(read).toBeLessThan(2.2 * kept.size);
});

test("a refused token and a server that keeps failing are told, without the token", async () => {
  const server = await serveMatrix(busyWorld, { token: "another" });
  const refused = await readTown(server).catch((error: unknown) => error);
  await server.close();
  expect(refused).toBeInstanceOf(NetworkError);
  expect(String(refused)).toMatch(/HTTP 401, .*replace the access token/);
  expect(String(refused)).not.toContain(token);
});

/** What is compared where the words of a withdrawn message, and so what it answered, may be gone. */
function bare({ id, member, at, group, withdrawnAt }: ActivityRecord) {
  return { id, member, at, group, withdrawnAt: withdrawnAt === null ? null : "withdrawn" };
}

function happened(now: number, { isPruned = true } = {}): ActivityRecord[] {
  const [from, to] = [week.from.toISOString(), week.to.toISOString()];
  const told = busyWorld.acts.flatMap((act) => expectedOf(act, now, isPruned));
  const last = new Map<string, WorldAct>();
  for (const act of busyWorld.acts) {
    if (act.verb === "view" && Date.parse(act.at) <= now)
      last.set(`${act.group} ${act.member}`, act);
  }
  for (const view of last.values()) {
    const author = acts.get(view.about ?? "")?.member ?? "";
    if (author === view.member) continue;
    const reader = accounts.get(view.member) ?? "";
    const about = { root: eventOf(view.about ?? ""), target: accounts.get(author) ?? "" };
    told.push({ ...recordOf(view), ...about, id: `${eventOf(view.about ?? "")}/${reader}` });
  }
  return told.filter(({ at }) => at >= from && at < to);
}

function expectedOf(act: WorldAct, now: number, isPruned: boolean): ActivityRecord[] {
  if (act.verb === "view" || bots.some(({ id }) => id === act.member)) return [];
  if (Date.parse(act.at) > now) return [];
  const isWithdrawn = act.deletedAt !== undefined && Date.parse(act.deletedAt) <= now;
  const withdrawnAt = isWithdrawn ? new Date(act.deletedAt ?? "").toISOString() : null;
  const record = { ...recordOf(act), withdrawnAt };
  if (act.group === null) return [record];
  const isOpen = groups.get(act.group)?.privacy === "open";
  const isPoll = isOpen && polls.has(act.id);
  if (isWithdrawn && isPruned) return [{ ...record, verb: "post", isQuestion: isPoll }];
  const isQuestion = isOpen && (isPoll || act.isQuestion === true);
  if (act.about === null) return [{ ...record, isQuestion }];
  const author = accounts.get(acts.get(act.about)?.member ?? "") ?? null;
  return [{ ...record, isQuestion, root: eventOf(act.about), target: author }];
}

function recordOf(act: WorldAct): ActivityRecord {
  return {
    type: "activity",
    id: eventOf(act.id),
    verb: act.verb,
    member: accounts.get(act.member) ?? "",
    group: act.group === null ? null : roomOf({ id: act.group }),
    root: null,
    target: null,
    isQuestion: false,
    at: act.at,
    withdrawnAt: null,
  };
}

interface Circumstances {
  readonly cursor?: string | null;
  readonly stopAfter?: number;
  readonly from?: Date;
  readonly to?: Date;
  readonly client?: ClientOptions;
}

async function readTown(
  server: SimulatedNetwork,
  {
    cursor = null,
    stopAfter = Infinity,
    from = week.from,
    to = week.to,
    client = {},
  }: Circumstances = {},
): Promise<CanonicalRecord[]> {
  const settings = {
    url: server.url,
    token,
    bots: bots.map(accountOf).join(", "),
    guests: GUESTS,
    domains: "example.org",
  };
  const records: CanonicalRecord[] = [];
  const doors = doorsWith({ sleep: async () => {}, ...client });
  const source = { settings, from, to, cursor, timeZone: "Europe/Paris", ...doors };
  if (matrix.live === undefined) throw new Error("Matrix is read at night");
  for await (const record of matrix.live.pull(source)) {
    records.push(record);
    if (records.length >= stopAfter) break;
  }
  return records;
}

function activityIn(records: readonly CanonicalRecord[]): ActivityRecord[] {
  return records.filter((record) => record.type === "activity");
}

function lastCursor(records: readonly CanonicalRecord[]): string | null {
  return records.findLast((record) => record.type === "cursor")?.value ?? null;
}

function facts(records: readonly CanonicalRecord[]): readonly string[] {
  const told = records.filter(({ type }) => type !== "progress" && type !== "cursor");
  return [...new Set(told.map((record) => JSON.stringify(record)))].toSorted();
}

function sorted<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
