import { expect, test } from "vitest";
import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import type { SimulatedNetwork } from "#fixtures/loopback.ts";
import { canary } from "#fixtures/recording.ts";
import {
  numbersOf,
  serveTelegram,
  type TelegramServerOptions,
  updatesOf,
} from "#fixtures/telegram-server.ts";
import type { WorldAct } from "#fixtures/world.ts";
import { doorsWith } from "#jobs/connectors/http.ts";
import { telegram } from "#jobs/connectors/telegram.ts";
import { busyWorld, week } from "#tests/support/busy-world.ts";

const token = "7700000001:AAE-never_shown";
const numbers = numbersOf(busyWorld);
const acts = new Map(busyWorld.acts.map((act) => [act.id, act]));
const bots = new Set(busyWorld.members.flatMap(({ id, kind }) => (kind === "bot" ? [id] : [])));

test.each<[string, Partial<TelegramServerOptions>]>([
  ["gives exactly what happened, without a word of it", {}],
  ["gives the same when it is often busy", { busyEvery: 3 }],
])("a bot in nine groups %s", async (_, options) => {
  const server = await serveTelegram(busyWorld, { token, ...options });
  const records = await readGroups(server);
  await server.close();
  expect(sorted(activityIn(records))).toEqual(sorted(happened()));
  expect(activityIn(records).length).toBeGreaterThan(2000);
  expect(JSON.stringify(records)).not.toContain(canary);
  const answers = records.flatMap((record) => (record.type === "answer" ? [record] : []));
  const votes = busyWorld.acts.filter(({ verb, at }) => verb === "vote" && isIn(at));
  expect(answers.map(({ asked, member }) => `${asked} ${member}`).toSorted()).toEqual(
    votes.map(({ about, member }) => `54${about} ${numbers.user(member)}`).toSorted(),
  );
});

test("a page is destroyed only once it is committed, wherever the reading is killed", async () => {
  const server = await serveTelegram(busyWorld, { token });
  const kept: CanonicalRecord[] = [];
  let cursor: string | null = null;
  let kills = 0;
  for (let stopAfter = 37; ; stopAfter += 151) {
    const read = await readGroups(server, { cursor, stopAfter });
    // What comes after the last cursor was not committed: nobody ever sees it.
    const committed = read.slice(0, read.findLastIndex(({ type }) => type === "cursor") + 1);
    kept.push(...committed);
    cursor = lastCursor(committed) ?? cursor;
    if (read.length < stopAfter) break;
    kills += 1;
  }
  await server.close();
  expect(kills).toBeGreaterThan(5);
  expect(sorted(activityIn(kept))).toEqual(sorted(happened()));
});

test("read every few minutes for a week, nothing is missed, told twice or told too early", async () => {
  let now = week.from.getTime();
  const server = await serveTelegram(busyWorld, { token, now: () => now });
  const kept: ActivityRecord[] = [];
  let cursor: string | null = null;
  for (; now < week.to.getTime(); now += 20 * 60_000) {
    const to = new Date(now - 60_000);
    const records = await readGroups(server, { to, cursor });
    cursor = lastCursor(records) ?? cursor;
    const told = activityIn(records);
    expect(told.filter(({ at }) => at >= to.toISOString())).toEqual([]);
    kept.push(...told);
  }
  now = week.to.getTime() + 60_000;
  kept.push(...activityIn(await readGroups(server, { cursor })));
  await server.close();
  expect(sorted(kept)).toEqual(sorted(happened()));
});

test("read once a night, what is older than a day is gone", async () => {
  let now = week.from.getTime();
  const server = await serveTelegram(busyWorld, { token, now: () => now });
  await readGroups(server, { to: new Date(now) });
  now += 48 * 3600_000;
  const records = activityIn(await readGroups(server, { to: new Date(now) }));
  await server.close();
  const oldest = records.map(({ at }) => at).toSorted()[0] ?? "";
  expect(oldest >= "2026-11-03T00:00:00.000Z").toBe(true);
});

test("a bot that is called is not asked; without its secret, the refusal says why", async () => {
  const server = await serveTelegram(busyWorld, { token, webhook: "https://recette.example/t" });
  await expect(readGroups(server)).rejects.toThrow(/HTTP 409, Conflict.*webhook is active/);
  expect(await readGroups(server, { settings: { secret: "s3cret" } })).toEqual([]);
  const found = [];
  for await (const right of liveReading().check(sourceOf(server))) found.push(right);
  await server.close();
  expect(found).toMatchObject([
    { right: "can_read_all_group_messages", held: true },
    { right: "administrator", held: null },
    { right: "getUpdates", held: false, note: expect.stringContaining("a webhook is set") },
  ]);
});

test("what is sent by itself gives the same records under the same ids", () => {
  const encoder = new TextEncoder();
  const told = updatesOf(busyWorld).flatMap(({ update }) => {
    const body = encoder.encode(JSON.stringify(update));
    const delivery = { method: "POST" as const, headers: {}, query: new URLSearchParams(), body };
    const reading = { settings: {}, pseudonymOf: () => "" };
    return telegram.webhook?.read(delivery, reading) ?? [];
  });
  expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
  const records = told.flatMap(({ records }) => records);
  expect(sorted(activityIn(records).filter(({ at }) => isIn(at)))).toEqual(sorted(happened()));
  expect(JSON.stringify(records)).not.toContain(canary);
});

test("a wrong token is refused without being told", async () => {
  const server = await serveTelegram(busyWorld, { token: "1:another" });
  const error = await readGroups(server).catch((reason: unknown) => reason);
  await server.close();
  expect(String(error)).toMatch(/HTTP 401, Unauthorized.*replace the access token/);
  expect(String(error)).not.toContain("never_shown");
});

function happened(): ActivityRecord[] {
  const verbs = ["post", "comment", "react", "message"];
  return busyWorld.acts
    .filter(({ verb, member, at }) => verbs.includes(verb) && !bots.has(member) && isIn(at))
    .map(expectedOf);
}

function isIn(at: string): boolean {
  return at >= week.from.toISOString() && at < week.to.toISOString();
}

function expectedOf(act: WorldAct): ActivityRecord {
  const user = numbers.user(act.member);
  const chat = act.group === null ? null : numbers.chat(act.group);
  const about = act.about === null ? null : `${chat}/${numbers.message(act.about)}`;
  const author = acts.get(act.about ?? "")?.member;
  const isReaction = act.verb === "react";
  return {
    type: "activity",
    id: isReaction ? `${about}/${user}` : `${chat ?? user}/${numbers.message(act.id)}`,
    verb: act.verb,
    member: String(user),
    group: chat === null ? null : String(chat),
    root: about,
    target: author === undefined || isReaction ? null : String(numbers.user(author)),
    isQuestion: chat !== null && act.isQuestion === true,
    at: act.at,
    withdrawnAt: null,
  };
}

interface Circumstances {
  readonly cursor?: string | null;
  readonly stopAfter?: number;
  readonly to?: Date;
  readonly settings?: Readonly<Record<string, string>>;
}

function sourceOf(
  { url }: SimulatedNetwork,
  { cursor = null, to = week.to, settings = {} }: Circumstances = {},
) {
  const doors = doorsWith({ sleep: async () => {} });
  const from = week.from;
  return { settings: { url, token, ...settings }, from, to, cursor, timeZone: "UTC", ...doors };
}

function liveReading() {
  if (telegram.live === undefined) throw new Error("Telegram is read live");
  return telegram.live;
}

async function readGroups(
  server: SimulatedNetwork,
  circumstances: Circumstances = {},
): Promise<CanonicalRecord[]> {
  const { stopAfter = Infinity } = circumstances;
  const records: CanonicalRecord[] = [];
  for await (const record of liveReading().pull(sourceOf(server, circumstances))) {
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

function sorted(list: readonly ActivityRecord[]): ActivityRecord[] {
  return list.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
