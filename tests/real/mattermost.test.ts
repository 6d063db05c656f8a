import { describe, expect, test } from "vitest";
import type { ActivityRecord, MemberRecord } from "#app/model/canonical.ts";
import { mattermost } from "#jobs/connectors/mattermost.ts";
import { recordingOf, samplesOf } from "#tests/support/real-samples.ts";
import { checkRecorded, readRecorded, replay } from "#tests/support/replay.ts";

const samples = samplesOf("mattermost/captured-5.37");

/** One exchange, as it went over the wire. */
interface Captured<Body> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}
interface Posts {
  readonly order: readonly string[];
  readonly posts: Readonly<Record<string, object>>;
}

const captured = <Body>(name: string) => samples.json<Captured<Body>>(`${name}.json`);
const refusal = (name: string) => {
  const { status, headers, body } = captured(name);
  return { $status: status, $headers: headers, $body: body };
};

const api = "https://chat.example.org/api/v4";
const settings = { url: "https://chat.example.org", token: "an-admin-s-token" };
const whole = { settings, from: "2026-11-21T00:00:00Z", to: "2026-11-23T00:00:00Z" };
const since = `since=${Date.parse(whole.from) - 1}`;

const [alice, bob, carol, dina, admin] = [
  "xb5ypwe5ojfxigpz1q9honrrbh",
  "nz4ttpim7tnqips683yz3fnsta",
  "sap4rz6in3gamycbfkgu77ithh",
  "qzbwuqzy57b3tykn4djzuyz91o",
  "i35tw84o7id85pn7c6f3o7ogye",
] as const;
const annonces = "4cwedtesdpgcj8bfidxw3z8ypy";
const offTopic = "auaxqce5y3y79q91kf3uuao8tr";
const projetX = "xbozzusy5bdtmgcodmppa7kcmr";

/** What a Mattermost 5.37 answered, page after page, put together as one page of two hundred is. */
function exchanges() {
  const [newer, older] = ["posts.page0", "posts.page1"].map((name) => captured<Posts>(name).body);
  const posts = {
    ...newer,
    order: [...(newer?.order ?? []), ...(older?.order ?? [])],
    posts: { ...newer?.posts, ...older?.posts },
  };
  const users = ["users.page0", "users.page1"].flatMap((name) => captured<object[]>(name).body);
  const page = "page=0&per_page=200";
  return {
    [`${api}/users?${page}`]: users,
    [`${api}/teams?${page}`]: captured<{ teams: object[] }>("teams").body.teams,
    [`${api}/channels?include_deleted=true&${page}`]: [
      ...captured<{ channels: object[] }>("channels.all.page0").body.channels,
      ...captured<object[]>("channels.private").body,
    ],
    [`${api}/channels/${annonces}/members?${page}`]: captured<object[]>("channel_members").body,
    [`${api}/channels/${offTopic}/members?${page}`]: [],
    [`${api}/channels/${projetX}/members?${page}`]: refusal("error.403.permissions"),
    [`${api}/channels/${annonces}/posts?${since}`]: posts,
    [`${api}/channels/${offTopic}/posts?${since}`]: refusal("error.404.channel"),
  };
}

const person = (id: string, name: string, active = true): MemberRecord => ({
  type: "member",
  id,
  email: `${name}@example.test`,
  kind: "person",
  active,
});

/** Somebody's act in the channel of announcements, so many milliseconds after it was made. */
const act = (id: string, verb: ActivityRecord["verb"], member: string, after: number) =>
  ({
    type: "activity",
    id,
    verb,
    member,
    group: annonces,
    root: null,
    target: null,
    isQuestion: false,
    at: new Date(1795291903518 + after).toISOString(),
    withdrawnAt: null,
  }) satisfies ActivityRecord;

const msg0 = "58rkpccikpgu9jd8cgsohn1rby";

describe.skipIf(samples.isAbsent)("what a real Mattermost 5.37 answered", () => {
  test("is read to the last post, and nothing more", async () => {
    const recording = recordingOf(exchanges(), whole);
    replay(recording);
    const { records, error } = await readRecorded(mattermost, recording);
    expect(error).toBeNull();
    const told = records.filter(({ type }) => type !== "progress" && type !== "cursor");
    expect(told.filter(({ type }) => type === "member")).toEqual([
      person(alice, "alice"),
      person(bob, "bob"),
      person(carol, "carol"),
      // Closed during the capture, the day the server says.
      expect.objectContaining(person(dina, "dina", false)),
      person(admin, "sysadmin"),
    ]);
    expect(told.filter(({ type }) => type === "group")).toEqual([
      {
        type: "group",
        id: annonces,
        privacy: "open",
        purpose: null,
        name: "Annonces",
        createdAt: "2026-11-21T20:11:43.518Z",
        archivedAt: null,
      },
      {
        type: "group",
        id: offTopic,
        privacy: "open",
        purpose: null,
        name: "Off-Topic",
        createdAt: "2026-11-21T20:11:43.345Z",
        archivedAt: null,
      },
      {
        type: "group",
        id: projetX,
        privacy: "closed",
        purpose: null,
        name: null,
        createdAt: "2026-11-21T20:11:43.536Z",
        archivedAt: null,
      },
    ]);
    expect(told.filter(({ type }) => type === "membership")).toEqual(
      [bob, dina, carol, alice].map((member) => ({
        type: "membership",
        group: annonces,
        member,
        joinedAt: null,
      })),
    );
    const acts = told.filter((record) => record.type === "activity");
    expect(acts.toSorted((a, b) => (a.at < b.at ? -1 : 1))).toEqual([
      act("qa54p4bipjdw9emjs3jnrix7mc", "join", dina, 77),
      act(msg0, "post", alice, 115),
      // Edited since: it is the same post, written when it was.
      act("93azsm57nbbs38n7nbfbzn31nr", "post", bob, 156),
      act("f1bwk5ffybyyjbn5mexbgjcy7e", "post", alice, 224),
      act("dj1yh1dmhpyodczi69acdm4ome", "post", bob, 255),
      act("qb9buuthkbnz8n7jfuukcq1tow", "post", carol, 292),
      act("tfusdqnzpbr8u87zdrqjqfttrr", "post", alice, 320),
      {
        ...act("5xkd45zkep81b8gk8rnncsacye", "comment", bob, 358),
        root: msg0,
        target: alice,
      },
      { ...act(`${msg0}/${bob}/+1`, "react", bob, 399), root: msg0, target: alice },
      { ...act(`${msg0}/${carol}/tada`, "react", carol, 404), root: msg0, target: alice },
    ]);
    expect(told.filter(({ type }) => type === "refusal")).toEqual([
      {
        type: "refusal",
        where: "channel 1 of 3",
        groups: [offTopic],
        reason: expect.stringMatching(/^HTTP 404: .*unable to find the existing channel/i),
      },
      {
        type: "refusal",
        where: "channel 3 of 3",
        groups: [projetX],
        reason: expect.stringMatching(/^HTTP 403: .*appropriate permissions/i),
      },
    ]);
    expect(told.length).toBe(5 + 3 + 4 + 10 + 2);
  });

  test("gives reactions that are asked for apart the same as those that come along", async () => {
    const answers = exchanges();
    const address = `${api}/channels/${annonces}/posts?${since}`;
    const { posts, ...list } = answers[address] as Posts;
    const bare = Object.entries(posts).map(([id, post]) => [id, { ...post, metadata: {} }]);
    const without = { ...list, posts: Object.fromEntries(bare) };
    const reactions = captured("reactions.bulk").body;
    const apart = { [address]: without, [`POST ${api}/posts/ids/reactions`]: reactions };
    const told = [];
    for (const recording of [answers, { ...answers, ...apart }].map((one) =>
      recordingOf(one, whole),
    )) {
      const { requests } = replay(recording);
      told.push((await readRecorded(mattermost, recording)).records);
      expect(requests.filter(({ method }) => method === "POST").length).toBe(told.length - 1);
    }
    expect(told[1]).toEqual(told[0]);
  });

  test.each([
    ["error.401.bad_token", "unauthorised", 401],
    ["error.401.no_session", "unauthorised", 401],
    ["error.403.permissions", "forbidden", 403],
    ["error.404.channel", "missing", 404],
    ["error.400.bad_param", "refused", 400],
  ])("is understood when it refuses (%s)", async (name, trouble, status) => {
    const refused = { ...exchanges(), [`${api}/users?page=0&per_page=200`]: refusal(name) };
    const recording = recordingOf(refused, whole);
    const { requests } = replay(recording);
    const { records, error, waits } = await readRecorded(mattermost, recording);
    expect(records).toEqual([]);
    expect(error).toMatchObject({ name: "NetworkError", trouble, status });
    expect(waits).toEqual([]);
    expect(requests.length).toBeLessThanOrEqual(2);
  });

  test("is waited for as long as it says, when it says “limit exceeded” and nothing more", async () => {
    const recording = recordingOf(exchanges(), whole);
    const { status, headers, body } = captured<string>("error.429");
    const { "content-length": _, ...sent } = headers;
    replay(recording, (_exchange, { attempt }) =>
      attempt === 1 ? new Response(body, { status, headers: sent }) : null,
    );
    const { records, error, waits } = await readRecorded(mattermost, recording);
    expect(error).toBeNull();
    expect(records.filter(({ type }) => type === "activity").length).toBe(10);
    expect(new Set(waits)).toEqual(new Set([1000]));
  });

  test("tells that somebody who signs in is no administrator", async () => {
    const me = { [`${api}/users/me`]: captured("users_login").body };
    const recording = recordingOf(me, whole);
    replay(recording);
    expect((await checkRecorded(mattermost, recording)).found).toEqual([
      { right: "system_admin", held: false },
    ]);
  });
});
