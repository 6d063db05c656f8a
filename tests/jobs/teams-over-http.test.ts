import { expect, onTestFinished, test } from "vitest";
import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import { canary } from "#fixtures/recording.ts";
import { layout } from "#fixtures/teams/layout.ts";
import { serveTeams, type TeamsServerOptions } from "#fixtures/teams-server.ts";
import type { World, WorldAct } from "#fixtures/world.ts";
import { doorsWith } from "#jobs/connectors/http.ts";
import { teams } from "#jobs/connectors/teams.ts";
import {
  facts,
  isBot,
  isWithin,
  lastCursor,
  plant,
  tally,
  week,
  worldAt,
} from "#tests/support/microsoft-world.ts";

const credentials = { tenant: "plant", clientId: "barometer", clientSecret: "plant-secret" };

test("a plant's Teams, over HTTP, gives exactly what happened there", async () => {
  const server = await serve(plant);
  const records = await readPlant(server.url);
  expect(sorted(activityIn(records))).toEqual(sorted(told(plant)));
  const ids = activityIn(records).map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(1000);
  expect(new Set(ids).size).toBe(ids.length);
  expect(records.filter(({ type }) => type === "refusal")).toEqual([]);
  expect(JSON.stringify(records)).not.toContain(canary);
});

test("everybody is there, those disabled and those deleted too, and who is in which team", async () => {
  const server = await serve(plant);
  const records = await readPlant(server.url);
  const members = records.filter((record) => record.type === "member");
  expect(members.map(({ id }) => id).toSorted()).toEqual(
    plant.members
      .filter(({ kind }) => kind !== "bot")
      .map(({ id }) => id)
      .toSorted(),
  );
  for (const { id, email, kind, active } of members) {
    const real = plant.members.find((one) => one.id === id);
    expect([email, kind, active]).toEqual([
      real?.email,
      real?.kind ?? "person",
      real?.deactivatedAt === undefined,
    ]);
  }
  expect(members.filter(({ endedAt }) => endedAt).length).toBe(3);

  const groups = records.filter((record) => record.type === "group");
  expect(Object.fromEntries(groups.map(({ id, privacy, name }) => [id, [privacy, name]]))).toEqual(
    Object.fromEntries(
      plant.groups.map(({ id, privacy, name }) => [
        id,
        [privacy, privacy === "open" ? name : null],
      ]),
    ),
  );
  const isMachine = isBot(plant);
  const inside = plant.groups.flatMap(({ id, members }) =>
    members.filter((member) => !isMachine(member)).map((member) => `${id} ${member}`),
  );
  const memberships = records.filter((record) => record.type === "membership");
  expect(memberships.map(({ group, member }) => `${group} ${member}`).toSorted()).toEqual(
    inside.toSorted(),
  );
});

test("chat messages and meetings are counted by person and day, channel messages are not counted twice", async () => {
  const server = await serve(plant);
  const records = await readPlant(server.url);
  const counts = records.filter((record) => record.type === "count");
  expect(tally(counts.map(({ member, day, verb, n }) => [`${member} ${day} ${verb}`, n]))).toEqual(
    tally(beside(plant).map(({ member, at, verb }) => [`${member} ${at.slice(0, 10)} ${verb}`, 1])),
  );
  expect(server.leaked()).toBe(0);
});

test("where names are concealed, only the company's totals are kept, and it is said once", async () => {
  const server = await serve(plant, { isConcealed: true });
  const records = await readPlant(server.url);
  const refusals = records.filter((record) => record.type === "refusal");
  expect(refusals.map(({ where }) => where)).toEqual(["usage reports"]);
  const counts = records.filter((record) => record.type === "count");
  expect(counts.every(({ member, group }) => member === null && group === null)).toBe(true);
  expect(tally(counts.map(({ day, verb, n }) => [`${day} ${verb}`, n]))).toEqual(
    tally(beside(plant).map(({ at, verb }) => [`${at.slice(0, 10)} ${verb}`, 1])),
  );
  expect(records.filter(({ type }) => type === "member").length).toBe(159);
});

test.each<[string, Partial<TeamsServerOptions>]>([
  ["small pages", { pageSize: 7 }],
  ["replies kept apart", { repliesInline: 2, pageSize: 30 }],
  ["next pages that expire", { nextPagesExpire: true }],
  ["a server that is often busy", { busyEvery: 5 }],
  ["a server that fails in bursts", { failEvery: 20 }],
  ["a connection that breaks in the middle of an answer", { breakEvery: 6 }],
  ["tokens that expire in mid-run", { tokenLasts: 9 }],
])("%s: the same comes out", async (_, options) => {
  const whole = facts(await readPlant((await serve(plant)).url));
  const server = await serve(plant, options);
  expect(facts(await readPlant(server.url))).toEqual(whole);
  expect(server.leaked()).toBe(0);
});

test("an interrupted night takes up where it stopped, asks less, and ends with the same", async () => {
  const server = await serve(plant);
  const whole = await readPlant(server.url);
  const asksForAll = server.answered();
  expect(whole.filter(({ type }) => type === "cursor").length).toBeGreaterThan(1);
  for (let stopAfter = 300; stopAfter < whole.length; stopAfter += 900) {
    const before = await readPlant(server.url, { stopAfter });
    const committed = before.slice(0, before.findLastIndex(({ type }) => type === "cursor") + 1);
    const asked = server.answered();
    const after = await readPlant(server.url, { cursor: lastCursor(committed) });
    expect(facts([...committed, ...after])).toEqual(facts(whole));
    if (committed.length > 0) expect(server.answered() - asked).toBeLessThan(asksForAll);
  }
  for (const cursor of ["{", "[]", "null", '{"from":"x"}', '{"done":1}']) {
    expect(facts(await readPlant(server.url, { cursor }))).toEqual(facts(whole));
  }
});

test("a second night adds what is new, and sees what was deleted since", async () => {
  const noon = "2026-11-05T12:00:00.000Z";
  const [first, second] = [await serve(worldAt(plant, noon)), await serve(plant)];
  const one = await readPlant(first.url, { to: new Date(noon) });
  const from = new Date(Date.parse(noon) - 48 * 3_600_000);
  const two = await readPlant(second.url, { from, cursor: lastCursor(one) });
  const acts = new Map(activityIn([...one, ...two]).map((act) => [act.id, act]));
  expect(told(plant).filter(({ id }) => !acts.has(id))).toEqual([]);
  // A reaction taken back in between leaves no trace in Teams.
  const standing = new Set(told(plant).map(({ id }) => id));
  expect(sorted([...acts.values()].filter(({ id }) => standing.has(id)))).toEqual(
    sorted(told(plant)),
  );
});

test("what the application may not read is said, part by part, and the rest is read", async () => {
  const roles = ["User.Read.All", "GroupMember.Read.All", "Channel.ReadBasic.All"];
  const server = await serve(plant, { roles });
  const records = await readPlant(server.url);
  expect(activityIn(records)).toEqual([]);
  const refusals = records.filter((record) => record.type === "refusal");
  expect(refusals.filter(({ where }) => where === "usage reports").length).toBe(1);
  expect(refusals.every(({ reason }) => reason.startsWith("HTTP 403"))).toBe(true);

  const found: Record<string, boolean | null> = {};
  for await (const { right, held } of teams.live?.check(source(server.url)) ?? []) {
    found[right] = held;
  }
  expect(found).toEqual({
    "User.Read.All": true,
    "GroupMember.Read.All": true,
    "Channel.ReadBasic.All": true,
    "ChannelMessage.Read.All": false,
    "ChannelMember.Read.All": false,
    "Member.Read.Hidden": false,
    "Reports.Read.All": false,
  });
});

test("a wrong secret is refused in words a person can act on, without the secret", async () => {
  const server = await serve(plant, { clientSecret: "another-secret" });
  await expect(readPlant(server.url)).rejects.toThrow(
    /HTTP 401, AADSTS7000215.*replace the access token/,
  );
  await expect(readPlant(server.url)).rejects.not.toThrow(/plant-secret/);
});

async function serve(world: World, options: Partial<TeamsServerOptions> = {}) {
  const server = await serveTeams(world, { ...credentials, ...options });
  onTestFinished(() => server.close());
  return server;
}

interface Night {
  readonly from?: Date;
  readonly to?: Date;
  readonly cursor?: string | null;
  readonly stopAfter?: number;
}

function source(url: string, { from = week.from, to = week.to, cursor = null }: Night = {}) {
  const settings = { ...credentials, graph: url, login: url };
  const doors = doorsWith({ sleep: async () => {} });
  return { settings, from, to, cursor, timeZone: "Europe/Paris", ...doors };
}

async function readPlant(url: string, night: Night = {}): Promise<CanonicalRecord[]> {
  const records: CanonicalRecord[] = [];
  for await (const record of teams.live?.pull(source(url, night)) ?? []) {
    records.push(record);
    if (records.length >= (night.stopAfter ?? Infinity)) break;
  }
  return records;
}

function activityIn(records: readonly CanonicalRecord[]): ActivityRecord[] {
  return records.filter((record) => record.type === "activity");
}

function sorted(acts: readonly ActivityRecord[]): ActivityRecord[] {
  return acts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** What Teams can tell of a week, told from the world and not from its server. */
function told(world: World): ActivityRecord[] {
  const channels = layout(world).flatMap((team) => team.channels);
  const channelOf = new Map(channels.map(({ id, group }) => [group.id, id]));
  const acts = new Map(world.acts.map((act) => [act.id, act]));
  const isMachine = isBot(world);
  const human = (member: string | undefined) =>
    member === undefined || isMachine(member) ? null : member;
  const path = (act: WorldAct | undefined): string => {
    if (act === undefined) return "";
    if (act.verb === "post") return `${channelOf.get(act.group ?? "")}/${act.id}`;
    const about = path(acts.get(act.about ?? ""));
    return act.verb === "comment" ? `${about}/${act.id}` : `${about}/${act.member}/👍`;
  };
  return world.acts
    .filter(({ verb }) => ["post", "comment", "react"].includes(verb))
    .filter(({ at, member }) => isWithin(at) && !isMachine(member))
    .filter(({ verb, deletedAt }) => verb !== "react" || deletedAt === undefined)
    .map((act) => {
      const about = acts.get(act.about ?? "");
      const root = about?.verb === "comment" ? acts.get(about.about ?? "") : about;
      const isGone = act.deletedAt !== undefined;
      return {
        type: "activity",
        id: path(act),
        verb: act.verb,
        member: act.member,
        group: act.group,
        root: root === undefined ? null : path(root),
        target: human(about?.member),
        isQuestion: act.verb !== "react" && !isGone && (act.isQuestion ?? false),
        at: act.at,
        withdrawnAt: act.verb === "react" ? null : (act.deletedAt ?? null),
      } satisfies ActivityRecord;
    });
}

/** What only the reports tell: of the days of the week, and of the three before. */
function beside(world: World): readonly WorldAct[] {
  const from = new Date(week.from.getTime() - 3 * 86_400_000);
  const isMachine = isBot(world);
  return world.acts.filter(
    ({ verb, at, member }) =>
      (verb === "meet" || verb === "message") && isWithin(at, from) && !isMachine(member),
  );
}
