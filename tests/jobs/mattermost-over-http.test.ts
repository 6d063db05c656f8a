import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import { type MattermostServerOptions, serveMattermost } from "#fixtures/mattermost-server.ts";
import { canary, readRecording } from "#fixtures/recording.ts";
import { type SimulatedNetwork, serveNetworks, serveRecording } from "#fixtures/server.ts";
import type { Source } from "#jobs/connectors/connector.ts";
import { doorsWith } from "#jobs/connectors/http.ts";
import { mattermost } from "#jobs/connectors/mattermost.ts";
import { activityAt, plant, week } from "#tests/support/mattermost-plant.ts";

const token = "plant-token";
const [from, to] = [week.from.getTime(), week.to.getTime()];

describe("a plant's Mattermost, over HTTP", () => {
  let server: SimulatedNetwork;
  beforeAll(async () => {
    server = (await serveNetworks({ mattermost: plant }, { mattermost: { token } })).mattermost;
  });
  afterAll(() => server.close());

  test("gives exactly what happened there, although the busiest channel is cut off at 1,000", async () => {
    const records = await readPlant(server);
    expect(sorted(activityIn(records))).toEqual(sorted(activityAt(plant, from, to)));
    const ids = activityIn(records).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(records)).not.toContain(canary);
  });

  test("gives everybody, every channel and who is in it, past the first page", async () => {
    const records = await readPlant(server);
    const count = (type: CanonicalRecord["type"]) => records.filter((r) => r.type === type).length;
    expect(count("member")).toBe(430);
    expect(count("group")).toBe(14);
    const inChannels = plant.channels.filter((channel) => channel.deletedAt === undefined);
    const people = inChannels
      .flatMap(({ members }) => members)
      .filter((id) => id !== plant.users[429]?.id);
    expect(count("membership")).toBe(people.length);
  });

  test("an interrupted night takes up where it stopped, and ends with the same", async () => {
    const untouched = server.answered();
    const whole = await readPlant(server);
    const asksForAll = server.answered() - untouched;
    const cursors = whole.filter(({ type }) => type === "cursor").length;
    expect(cursors).toBeGreaterThan(2);
    for (let stopAfter = 400; stopAfter < whole.length; stopAfter += 700) {
      const before = await readPlant(server, { stopAfter });
      const committed = before.slice(0, before.findLastIndex(({ type }) => type === "cursor") + 1);
      const asked = server.answered();
      const after = await readPlant(server, { cursor: lastCursor(committed) });
      expect(facts([...committed, ...after])).toEqual(facts(whole));
      const asksAgain = server.answered() - asked;
      if (committed.length > 0) expect(asksAgain).toBeLessThan(asksForAll);
      else expect(asksAgain).toBe(asksForAll);
    }
  });

  test("taken up later, with a later end, it reads the channels it had done from where it stopped", async () => {
    const middle = from + 3 * 24 * 3600_000;
    const first = await readPlant(server, { to: middle, stopAfter: 4000 });
    const committed = first.slice(0, first.findLastIndex(({ type }) => type === "cursor") + 1);
    expect(committed.length).toBeGreaterThan(0);
    const second = await readPlant(server, { cursor: lastCursor(committed) });
    const told = new Map(activityIn([...committed, ...second]).map((act) => [act.id, act]));
    expect(sorted([...told.values()])).toEqual(sorted(activityAt(plant, from, to)));
  });

  test("a cursor from another period, or from nowhere, starts over", async () => {
    const [first] = (await readPlant(server, { stopAfter: 4000 })).filter(
      (r) => r.type === "cursor",
    );
    const next = { from: to, to: to + 1 };
    const expected = facts(await readPlant(server, next));
    for (const cursor of [first?.value ?? null, "{", "[]", "null", '{"from":"x"}']) {
      expect(facts(await readPlant(server, { ...next, cursor }))).toEqual(expected);
    }
  });
});

test.each<[string, Partial<MattermostServerOptions>]>([
  ["a server that is often busy", { busyEvery: 5 }],
  ["a server that keeps reactions apart", { bareReactions: true }],
])("%s gives the same", async (_, options) => {
  const server = await serveMattermost(plant, { token, ...options });
  const records = await readPlant(server);
  await server.close();
  expect(sorted(activityIn(records))).toEqual(sorted(activityAt(plant, from, to)));
});

test("a wrong token is refused in words a person can act on", async () => {
  const server = await serveMattermost(plant, { token: "another" });
  await expect(readPlant(server)).rejects.toThrow(
    /HTTP 401, Invalid or expired session.*replace the access token/,
  );
  await server.close();
});

test("a recording can be served too, to try a connector by hand", async () => {
  const recording = await readRecording("mattermost");
  const server = await serveRecording("mattermost");
  const records = await collect({
    settings: { ...recording.settings, url: `${server.url}/api/v4/` },
    from: new Date(recording.from),
    to: new Date(recording.to),
    cursor: null,
  });
  await server.close();
  expect(records).toEqual(recording.expected);
});

interface Night {
  readonly from?: number;
  readonly to?: number;
  readonly cursor?: string | null;
  readonly stopAfter?: number;
}

function readPlant(server: SimulatedNetwork, night: Night = {}): Promise<CanonicalRecord[]> {
  const { cursor = null, stopAfter = Infinity } = night;
  const window = { from: new Date(night.from ?? from), to: new Date(night.to ?? to) };
  return collect({ settings: { url: server.url, token }, ...window, cursor }, stopAfter);
}

async function collect(
  reading: Pick<Source, "settings" | "from" | "to" | "cursor">,
  stopAfter = Infinity,
): Promise<CanonicalRecord[]> {
  const records: CanonicalRecord[] = [];
  const doors = doorsWith({ sleep: async () => {} });
  const source = { ...reading, timeZone: "Europe/Paris", ...doors };
  for await (const record of mattermost.live?.pull(source) ?? []) {
    records.push(record);
    if (records.length >= stopAfter) break;
  }
  return records;
}

function activityIn(records: readonly CanonicalRecord[]): ActivityRecord[] {
  return records.filter((record) => record.type === "activity");
}

function sorted(acts: readonly ActivityRecord[]): ActivityRecord[] {
  return acts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** What was told, whatever the order and however often. */
function facts(records: readonly CanonicalRecord[]): string[] {
  const told = records.filter(({ type }) => type !== "progress" && type !== "cursor");
  return [...new Set(told.map((record) => JSON.stringify(record)))].toSorted();
}

function lastCursor(records: readonly CanonicalRecord[]): string | null {
  return records.findLast((record) => record.type === "cursor")?.value ?? null;
}
