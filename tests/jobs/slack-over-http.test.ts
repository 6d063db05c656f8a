import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import { canary } from "#fixtures/recording.ts";
import { slackNames } from "#fixtures/slack/names.ts";
import { type SlackServerOptions, serveSlack } from "#fixtures/slack-server.ts";
import type { World, WorldAct } from "#fixtures/world.ts";
import { doorsWith } from "#jobs/connectors/http.ts";
import { slack } from "#jobs/connectors/slack.ts";
import { week as days, busyWorld as world } from "#tests/support/busy-world.ts";
import { facts, lastCursor } from "#tests/support/told.ts";

const names = slackNames(world);
const bots = new Set(world.members.flatMap(({ id, kind }) => (kind === "bot" ? [id] : [])));
const week = { from: days.from.getTime(), to: days.to.getTime() };
const DAY = 24 * 3600_000;

describe("a plant's Slack, over HTTP", () => {
  let whole: readonly CanonicalRecord[];
  beforeAll(async () => {
    whole = await night({});
  });

  test("gives exactly what happened there", () => {
    const acts = activityIn(whole);
    expect(sorted(acts)).toEqual(sorted(happened(world)));
    expect(acts.length).toBeGreaterThan(1000);
    expect(new Set(acts.map(({ id }) => id)).size).toBe(acts.length);
    expect(whole.filter(({ type }) => type === "refusal")).toEqual([]);
    expect(JSON.stringify(whole)).not.toContain(canary);
  });

  test("gives everybody, every channel and who is in it, and names only the open ones", () => {
    const members = whole.filter((record) => record.type === "member");
    const people = members.filter(({ id }) => id !== "USLACKBOT");
    expect(people.map(({ id, email, kind, active }) => [id, email, kind, active])).toEqual(
      world.members.map((member) => [
        names.member(member.id),
        member.email,
        member.kind ?? "person",
        member.deactivatedAt === undefined,
      ]),
    );
    const groups = whole.filter((record) => record.type === "group");
    expect(
      Object.fromEntries(groups.map(({ id, privacy, name }) => [id, [privacy, name]])),
    ).toEqual(
      Object.fromEntries(
        world.groups.map(({ id, privacy, name }) => [
          names.group(id),
          privacy === "open" ? ["open", name] : ["closed", null],
        ]),
      ),
    );
    const memberships = whole.filter((record) => record.type === "membership");
    expect(memberships.map(({ group, member }) => `${group} ${member}`).toSorted()).toEqual(
      world.groups
        .flatMap(({ id, members }) =>
          members
            .filter((member) => !bots.has(member))
            .map((member) => `${names.group(id)} ${names.member(member)}`),
        )
        .toSorted(),
    );
  });

  test.each<[string, Partial<SlackServerOptions>]>([
    ["gives few at a time, and now and then nothing", { pageSize: 7, emptyEvery: 5 }],
    ["is often busy", { busyEvery: 4 }],
  ])("a workspace that %s gives the same", async (_, manners) => {
    expect(facts(await night(manners))).toEqual(facts(whole));
  });

  test("an interrupted night takes up where it stopped, and ends with the same", async () => {
    for (const stopAfter of [1500, 2500]) {
      const before = await night({}, { stopAfter });
      const committed = before.slice(0, before.findLastIndex(({ type }) => type === "cursor") + 1);
      const after = await night({}, { cursor: lastCursor(committed) });
      expect(facts([...committed, ...after])).toEqual(facts(whole));
    }
  });

  test("the next night tells all that still stands: what is not told was deleted", async () => {
    const clock = { now: week.to - 4 * DAY };
    const server = await serve({ now: () => clock.now });
    const first = activityIn(await read(server, { to: clock.now }));
    expect(sorted(first)).toEqual(sorted(happened(world, clock.now, clock.now)));

    const from = clock.now - 2 * DAY;
    clock.now = week.to;
    const second = activityIn(await read(server, { from, to: week.to }));
    const stands = happened(world, week.to, week.to).filter(({ at }) => Date.parse(at) >= from);
    expect(sorted(second)).toEqual(sorted(stands));
    const told = new Set(second.map(({ id }) => id));
    const gone = first.filter(({ id, at }) => Date.parse(at) >= from && !told.has(id));
    expect(gone.length).toBeGreaterThan(0);
    const deleted = new Set(
      world.acts.flatMap(({ id, deletedAt }) =>
        deletedAt !== undefined && Date.parse(deletedAt) <= week.to ? [names.ts(id)] : [],
      ),
    );
    // With a message goes what was said of it by reactions; answers stay, under a stone.
    for (const { id } of gone) expect(deleted).toContain(id.split("/")[1]);
  });

  test("with the token of an owner, tells who saw a channel and how much was written in private", async () => {
    const analyticsToken = "xoxp-owner";
    const records = await night({ analyticsToken }, { settings: { analyticsToken } });
    const counts = records.filter((record) => record.type === "count");
    const inWeek = world.acts.filter(({ at }) => isIn(Date.parse(at)));
    const open = new Set(
      world.groups.flatMap(({ id, privacy }) => (privacy === "open" ? [id] : [])),
    );
    const seen = new Map<string, Set<string>>();
    const written = new Map<string, number>();
    for (const { verb, member, group, at } of inWeek) {
      const day = at.slice(0, 10);
      if (verb === "view" && group !== null && open.has(group)) {
        const key = `view ${names.group(group)} ${day} people`;
        seen.set(key, (seen.get(key) ?? new Set()).add(member));
      } else if (verb === "message") {
        const key = `message ${names.member(member)} ${day} acts`;
        written.set(key, (written.get(key) ?? 0) + 1);
      }
    }
    const expected = [...Array.from(seen, ([key, { size }]) => [key, size]), ...written];
    expect(
      Object.fromEntries(
        counts.map(({ verb, member, group, day, counts, n }) => [
          `${verb} ${member ?? group} ${day} ${counts}`,
          n,
        ]),
      ),
    ).toEqual(Object.fromEntries(expected));
    expect(sorted(activityIn(records))).toEqual(sorted(happened(world)));
  });

  test("a channel the application is not in is said once, and the others are read", async () => {
    const [first, second, third] = world.groups;
    const outside = [first, second, third].flatMap((group) => group?.id ?? []);
    const records = await night({ outside });
    const shut = new Set(outside.map((id) => names.group(id)));
    expect(records.filter(({ type }) => type === "refusal")).toEqual([
      {
        type: "refusal",
        where: expect.stringMatching(/^channel \d of 9 and 2 more$/),
        reason: "not_in_channel",
        groups: expect.arrayContaining([...shut]),
      },
    ]);
    expect(sorted(activityIn(records))).toEqual(
      sorted(happened(world).filter(({ group }) => group !== null && !shut.has(group))),
    );
  });
});

test("a wrong token is refused in words a person can act on", async () => {
  const server = await serve({ token: "xoxp-another" });
  await expect(read(server)).rejects.toThrow(/invalid_auth.*replace the access token/);
});

interface Night {
  readonly from?: number;
  readonly to?: number;
  readonly cursor?: string | null;
  readonly stopAfter?: number;
  readonly settings?: Readonly<Record<string, string>>;
}

async function serve(manners: Partial<SlackServerOptions>): Promise<string> {
  const server = await serveSlack(world, { token: "xoxp-plant", ...manners });
  onTestFinished(() => server.close());
  return server.url;
}

/** A night of a workspace that is there for it alone. */
async function night(
  manners: Partial<SlackServerOptions>,
  given: Night = {},
): Promise<CanonicalRecord[]> {
  const server = await serveSlack(world, { token: "xoxp-plant", ...manners });
  try {
    return await read(server.url, given);
  } finally {
    await server.close();
  }
}

async function read(url: string, given: Night = {}): Promise<CanonicalRecord[]> {
  const { from = week.from, to = week.to, cursor = null, stopAfter = Infinity } = given;
  const records: CanonicalRecord[] = [];
  const source = {
    settings: { url: `${url}/api`, token: "xoxp-plant", ...given.settings },
    from: new Date(from),
    to: new Date(to),
    cursor,
    timeZone: "Europe/Paris",
    ...doorsWith({ sleep: async () => {} }),
  };
  for await (const record of slack.live?.pull(source) ?? []) {
    records.push(record);
    if (records.length >= stopAfter) break;
  }
  return records;
}

function isIn(moment: number, to = week.to): boolean {
  return week.from <= moment && moment < to;
}

/** What a night has to tell of a world, as the world is at a moment. */
function happened({ acts }: World, to = week.to, now = Number.MAX_SAFE_INTEGER): ActivityRecord[] {
  const byId = new Map(acts.map((act) => [act.id, act]));
  const isGone = ({ deletedAt }: WorldAct) =>
    deletedAt !== undefined && Date.parse(deletedAt) <= now;
  return acts.flatMap((act): ActivityRecord[] => {
    const { verb, member, group, about } = act;
    if (group === null || !["post", "comment", "react"].includes(verb)) return [];
    if (isGone(act) || Date.parse(act.at) > now || bots.has(member)) return [];
    const answered = about === null ? null : (byId.get(about) ?? null);
    const message = verb === "react" ? answered : act;
    if (message === null || (verb === "react" && isGone(message))) return [];
    // A reaction has the time of its message; so has what is asked of the window.
    const at = Date.parse(message.at);
    if (!isIn(at, to)) return [];
    const channel = names.group(group);
    const id = `${channel}/${names.ts(message.id)}`;
    const root = verb === "post" ? null : `${channel}/${names.ts(names.root(message.id))}`;
    return [
      {
        type: "activity",
        id: verb === "react" ? `${id}/${names.member(member)}/${names.emoji(act)}` : id,
        verb,
        member: names.member(member),
        group: channel,
        root,
        target: answered === null ? null : names.member(answered.member),
        isQuestion: act.isQuestion === true,
        at: new Date(at).toISOString(),
        withdrawnAt: null,
      },
    ];
  });
}

function activityIn(records: readonly CanonicalRecord[]): ActivityRecord[] {
  return records.filter((record) => record.type === "activity");
}

function sorted(acts: readonly ActivityRecord[]): ActivityRecord[] {
  return acts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
