import { describe, expect, test } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { slack } from "#jobs/connectors/slack.ts";
import { recordingOf, samplesOf } from "#tests/support/real-samples.ts";
import { checkRecorded, type Disturbance, readRecorded, replay } from "#tests/support/replay.ts";

const samples = samplesOf("slack");
const api = "https://slack.com/api";
const general = "C012AB3CD";
const random = "C061EG9T2";

/** What Slack's specification answers, by what is asked; the page after it, which it does not show. */
function exchanges() {
  const paged = (name: string, field: string, asked = "") => {
    const body = samples.json<{ response_metadata: { next_cursor: string } }>(`${name}.200.json`);
    const { next_cursor: cursor } = body.response_metadata;
    return {
      [`${api}/${name}?${asked}`]: body,
      [`${api}/${name}?${asked}&cursor=${encodeURIComponent(cursor)}`]: { ok: true, [field]: [] },
    };
  };
  const thread = samples.json<{ messages: object[] }>("conversations.replies.200.json").messages;
  return {
    ...paged("users.list", "members"),
    ...paged("conversations.list", "channels", "types=public_channel"),
    [`${api}/conversations.list?types=private_channel`]: { ok: true, channels: [] },
    ...paged("conversations.members", "members", `channel=${general}`),
    [`${api}/conversations.members?channel=${random}`]: { ok: true, members: [] },
    ...paged("conversations.history", "messages", `channel=${general}`),
    [`${api}/conversations.history?channel=${random}`]: { ok: true, messages: thread.slice(0, 1) },
    ...paged("conversations.replies", "messages", `channel=${random}&ts=1482960137.003543`),
  };
}

const settings = { token: "xoxb-a-token" };
const years = { settings, from: "2016-12-01T00:00:00Z", to: "2018-01-01T00:00:00Z" };

/** By what names the question; how much is asked for, and since when, is not what is looked at. */
function named(url: URL): URL {
  const kept = new URL(url);
  for (const name of ["limit", "oldest", "latest", "inclusive", "exclude_archived"])
    kept.searchParams.delete(name);
  return kept;
}

async function readSamples(answers: object, disturb?: Disturbance) {
  const recording = recordingOf({ ...exchanges(), ...answers }, years);
  replay(recording, disturb, named);
  const { records, error, waits } = await readRecorded(slack, recording);
  const told = records.filter(({ type }) => type !== "progress" && type !== "cursor");
  return { told, error, waits };
}

/** An answer that says no, by the name of the method it was published for. */
const refusal = (method: string) => samples.json<{ error: string }>(`${method}.error.json`);

const member = (id: string, email: string | null, kind = "person") =>
  ({ type: "member", id, email, kind, active: true }) as CanonicalRecord;
const group = (id: string, name: string): CanonicalRecord => ({
  type: "group",
  id,
  privacy: "open",
  purpose: null,
  name,
  createdAt: "2015-12-04T18:14:49.000Z",
  archivedAt: null,
});
const membership = (id: string): CanonicalRecord => ({
  type: "membership",
  group: general,
  member: id,
  joinedAt: null,
});
const act = (ts: string, at: string, about: object): CanonicalRecord => ({
  type: "activity",
  id: ts,
  verb: "post",
  member: "U061F7AUR",
  group: ts.split("/")[0] ?? "",
  root: null,
  target: null,
  isQuestion: false,
  at,
  withdrawnAt: null,
  ...about,
});
const root = `${random}/1482960137.003543`;
const answer = { verb: "comment", root, target: "U061F7AUR" };

const people = [
  member("W012A3CDE", "spengler@ghostbusters.example.com"),
  member("W07QCRPA4", "glenda@south.oz.coven"),
];
const groups = [group(general, "general"), group(random, "random")];
// Not in the list of people: of another company.
const present = [
  member("U023BECGF", null, "guest"),
  membership("U023BECGF"),
  member("U061F7AUR", null, "guest"),
  membership("U061F7AUR"),
  membership("W012A3CDE"),
];
const said = [
  member("U012AB3CDE", null, "guest"),
  act(`${general}/1512085950.000216`, "2017-11-30T23:52:30.000Z", { member: "U012AB3CDE" }),
  act(`${general}/1512104434.000490`, "2017-12-01T05:00:34.000Z", { isQuestion: true }),
];
const thread = [
  act(root, "2016-12-28T21:22:17.003Z", {}),
  act(`${random}/1483037603.017503`, "2016-12-29T18:53:23.017Z", answer),
  act(`${random}/1483051909.018632`, "2016-12-29T22:51:49.018Z", answer),
  act(`${random}/1483125339.020269`, "2016-12-30T19:15:39.020Z", answer),
];

describe.skipIf(samples.isAbsent)("the answers of Slack's own specification", () => {
  test("are read whole, with the page that follows each", async () => {
    const { told, error } = await readSamples({});
    expect(error).toBeNull();
    expect(told).toEqual([...people, ...groups, ...present, ...said, ...thread]);
  });

  test("a channel that is not found is said, and the others are read", async () => {
    const { told, error } = await readSamples({
      [`${api}/conversations.history?channel=${general}`]: refusal("conversations.history"),
    });
    expect(error).toBeNull();
    expect(told).toEqual([
      ...people,
      ...groups,
      ...present,
      ...[member("U061F7AUR", null, "guest"), ...thread].filter(({ type }) => type === "activity"),
      expect.objectContaining({
        type: "refusal",
        where: "channel 1 of 2",
        reason: "channel_not_found",
      }),
    ]);
  });

  test("a thread that is not found any more is said, with what was read of its channel", async () => {
    const { told, error } = await readSamples({
      [`${api}/conversations.replies?channel=${random}&ts=1482960137.003543`]:
        refusal("conversations.replies"),
    });
    expect(error).toBeNull();
    expect(told).toEqual([
      ...[...people, ...groups, ...present, ...said, thread[0]],
      expect.objectContaining({
        type: "refusal",
        where: "channel 2 of 2",
        reason: "thread_not_found",
      }),
    ]);
  });

  test.each(["users.list", "conversations.members"])(
    "a cursor that is not taken any more starts %s over",
    async (method) => {
      let refused = 0;
      const { told, error } = await readSamples({}, (_, { url }) => {
        const isNext = url.pathname === `/api/${method}` && url.searchParams.has("cursor");
        if (!isNext || refused > 0) return null;
        refused += 1;
        return Response.json(refusal(method));
      });
      expect([error, refused]).toEqual([null, 1]);
      expect(told).toEqual([...people, ...groups, ...present, ...said, ...thread]);
    },
  );

  test.each([
    ["admin.conversations.getTeams", "unauthorised"],
    ["admin.conversations.search", "refused"],
    ["admin.users.list", "unauthorised"],
    ["auth.test", "unauthorised"],
    ["chat.postMessage", "refused"],
    ["conversations.history", "missing"],
    ["conversations.info", "missing"],
    ["conversations.list", "unauthorised"],
    ["conversations.members", "refused"],
    ["conversations.replies", "missing"],
    ["reactions.get", "unauthorised"],
    ["reactions.list", "unauthorised"],
    ["team.accessLogs", "refused"],
    ["team.info", "unauthorised"],
    ["usergroups.list", "unauthorised"],
    ["usergroups.users.list", "unauthorised"],
    ["users.conversations", "unauthorised"],
    ["users.info", "refused"],
    ["users.list", "refused"],
    ["users.lookupByEmail", "refused"],
  ])(
    "what %s answers when it says no is taken for what it is, with 200 OK",
    async (name, trouble) => {
      const { told, error } = await readSamples({ [`${api}/users.list?`]: refusal(name) });
      expect(told).toEqual([]);
      expect(error).toMatchObject({ name: "NetworkError", trouble, said: refusal(name).error });
    },
  );

  test("is asked again after the half minute it says", async () => {
    const { status, headers, body } = samples.json<{
      status: number;
      headers: Record<string, string>;
      body: object;
    }>("CONSTRUCTED.error.429.ratelimited.json");
    const { told, waits } = await readSamples({}, (_, { attempt }) =>
      attempt === 1 ? Response.json(body, { status, headers }) : null,
    );
    expect(told.length).toBe(2 + 2 + 5 + 3 + 4);
    expect(new Set(waits)).toEqual(new Set([30_000]));
  });

  test("does not say in its body what a token may do", async () => {
    const recording = recordingOf(
      { [`${api}/auth.test`]: samples.json("auth.test.200.json") },
      years,
    );
    replay(recording);
    const { found } = await checkRecorded(slack, recording);
    const held = found.filter(({ right }) => right !== "admin.analytics:read");
    expect(held.map((one) => one.held)).toEqual(held.map(() => null));
    replay(recordingOf({ [`${api}/auth.test`]: refusal("auth.test") }, years));
    const { error } = await checkRecorded(slack, recording);
    expect(error).toMatchObject({ trouble: "unauthorised", said: "invalid_auth" });
  });
});
