import { describe, expect, test } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { matrix } from "#jobs/connectors/matrix.ts";
import { recordingOf, samplesOf } from "#tests/support/real-samples.ts";
import { checkRecorded, readRecorded, replay } from "#tests/support/replay.ts";

const samples = samplesOf("matrix");
const example = (name: string) => samples.json<object>(`spec/${name}.json`);
const refusal = (name: string) => ({
  $status: Number(/\.(4\d\d)\./.exec(name)?.[1]),
  $body: example(name),
});

const server = "https://example.com";
const api = `${server}/_matrix/client/v3`;
const me = "@lecteur:example.com";
const room = "!726s6s6q:example.com";
const at = "2015-05-27T14:10:24.653Z";
const whole = {
  settings: { url: server, token: "a-token" },
  from: "2015-01-01T00:00:00Z",
  to: "2016-01-01T00:00:00Z",
};

/** The examples of the specification, as answers to what a reading of one room asks. */
function exchanges(): Record<string, unknown> {
  const here = `${api}/rooms/${encodeURIComponent(room)}`;
  return {
    [`${server}/.well-known/matrix/client`]: refusal(
      "list_public_rooms.getdirectory_list_room_roomid.404.response",
    ),
    [`${api}/account/whoami`]: { user_id: me },
    [`${api}/publicRooms`]: { chunk: [] },
    [`${api}/user/${encodeURIComponent(me)}/account_data/m.direct`]: refusal(
      "rooms.getrooms_roomid_event_eventid.404.response",
    ),
    [`${api}/joined_rooms`]: { joined_rooms: [room] },
    [`${here}/joined_members`]: example("rooms.getrooms_roomid_joined_members.200.response"),
    [`${api}/sync`]: example("sync.getsync.200.response"),
    [`${here}/messages?from=t34-23535_0_0`]: example(
      "message_pagination.getrooms_roomid_messages.200.response",
    ),
    [`${here}/messages?from=t47409-4357353_219380_26003_2265`]: { start: "t1", chunk: [] },
  };
}

/** Filters and sizes are not what is looked at. */
function named(url: URL): URL {
  const kept = new URL(url);
  for (const name of ["filter", "full_state", "set_presence", "timeout", "limit", "dir", "to"])
    kept.searchParams.delete(name);
  return kept;
}

async function readExamples(answers: Record<string, unknown>) {
  const recording = recordingOf({ ...exchanges(), ...answers }, whole);
  replay(recording, () => null, named);
  const { records, error } = await readRecorded(matrix, recording);
  const told = records.filter(({ type }) => type !== "progress" && type !== "cursor");
  return { told, error };
}

/** One room whose timeline is these events of the specification, each with an id of its own. */
function roomOf(state: readonly string[], events: readonly object[], members: readonly string[]) {
  const sync = {
    next_batch: "s2",
    rooms: {
      join: {
        [room]: {
          state: { events: state.map((name) => example(`event.${name}`)) },
          timeline: { events, limited: false, prev_batch: "t0" },
          ephemeral: { events: [example("event.m.receipt")] },
        },
      },
    },
  };
  const joined = Object.fromEntries([me, ...members].map((id) => [id, {}]));
  return {
    [`${api}/sync`]: sync,
    [`${api}/rooms/${encodeURIComponent(room)}/joined_members`]: { joined },
  };
}

const person = (id: string): CanonicalRecord => ({
  type: "member",
  id,
  email: null,
  kind: "person",
  active: true,
});
const act = (id: string, particulars: object): CanonicalRecord => ({
  type: "activity",
  id,
  verb: "post",
  member: "@example:example.org",
  group: room,
  root: null,
  target: null,
  isQuestion: false,
  at,
  withdrawnAt: null,
  ...particulars,
});

describe.skipIf(samples.isAbsent)("the examples of the Matrix specification", () => {
  test("a sync and the page behind it are read once, in a conversation between two", async () => {
    const { told, error } = await readExamples({});
    expect(error).toBeNull();
    // Its examples give one id to every event, so there is one; and what is said in so small a room
    // without a name is said in private.
    expect(told).toEqual([
      person("@bar:example.com"),
      person("@example:example.org"),
      act("$143273582443PhrSn:example.org", { verb: "message", group: null }),
    ]);
  });

  test("events are what they are, each with its own id", async () => {
    const message = example("event.m.room.message_m.text");
    const people = ["@example:example.org", "@alice:example.org", "@b:example.org"];
    const old = `${api}/rooms/${encodeURIComponent("!oldroom:example.org")}`;
    const forbidden = refusal("directory.getrooms_roomid_aliases.403.response");
    const { told, error } = await readExamples({
      [`${old}/state/m.room.create`]: forbidden,
      [`${old}/joined_members`]: forbidden,
      ...roomOf(
        ["m.room.create", "m.room.join_rules", "m.room.name", "m.room.history_visibility"],
        [
          { ...message, event_id: "$said" },
          { ...example("event.m.room.encrypted_megolm"), event_id: "$secret" },
          { ...example("event.m.reaction"), event_id: "$reacted" },
          { ...example("event.m.room.redaction"), event_id: "$redacted" },
          { ...example("event.m.room.member"), event_id: "$came" },
          { ...example("event.m.room.encryption"), event_id: "$crypto" },
          { ...example("event.m.space.parent"), event_id: "$parent" },
          { ...message, event_id: "$1435641916114394fHBLK:matrix.org" },
        ],
        people,
      ),
    });
    expect(error).toBeNull();
    const group = { privacy: "open", purpose: null, name: "The room name" };
    expect(told).toEqual([
      ...people.map(person),
      {
        type: "group",
        // It replaces another, and goes on as that one; how old that is, it does not say.
        id: "!oldroom:example.org",
        ...{ ...group, createdAt: null, archivedAt: null },
      },
      ...people.map((member) => ({
        type: "membership",
        group: "!oldroom:example.org",
        member,
        joinedAt: null,
      })),
      ...["$said", "$secret"].map((id) => act(id, { group: "!oldroom:example.org" })),
      act("$reacted", {
        ...{ verb: "react", root: "$some_event_id", group: "!oldroom:example.org" },
      }),
      act("$1435641916114394fHBLK:matrix.org", { group: "!oldroom:example.org" }),
      act("$came", { verb: "join", member: "@alice:example.org", group: "!oldroom:example.org" }),
      person("@erikj:jki.re"),
      act("$1435641916114394fHBLK:matrix.org/@erikj:jki.re", {
        verb: "view",
        member: "@erikj:jki.re",
        group: "!oldroom:example.org",
        root: "$1435641916114394fHBLK:matrix.org",
        target: "@example:example.org",
        at: "2015-07-09T14:19:10.453Z",
      }),
    ]);
  });

  test("a withdrawal names its event in the content, since version 11 of rooms", async () => {
    const gone = { ...example("event.m.room.message_m.text"), event_id: "$fukweghifu23:localhost" };
    const redaction = { ...example("event.m.room.redaction"), event_id: "$r" };
    const { told } = await readExamples(
      roomOf(["m.room.join_rules"], [gone, redaction], ["@a:e", "@b:e", "@c:e"]),
    );
    const acts = told.filter((record) => record.type === "activity" && record.verb !== "view");
    expect(acts).toEqual([act("$fukweghifu23:localhost", { withdrawnAt: at })]);
  });

  test("a space says what it holds, page by page", async () => {
    const first = example("space_hierarchy.getrooms_roomid_hierarchy.200.response");
    const create = { ...example("event.m.room.create"), content: { type: "m.space" } };
    const address = `${server}/_matrix/client/v1/rooms/${encodeURIComponent(room)}/hierarchy`;
    const space = {
      next_batch: "s2",
      rooms: { join: { [room]: { state: { events: [create] }, timeline: { events: [] } } } },
    };
    const { told, error } = await readExamples({
      [`${api}/sync`]: space,
      [address]: first,
      [`${address}?from=next_batch_token`]: { rooms: [] },
    });
    expect(error).toBeNull();
    // The example lists a space, and the room it holds only as a child of it.
    expect(told).toEqual([
      person("@bar:example.com"),
      expect.objectContaining({
        type: "refusal",
        where: "space 1 of 1",
        reason: "rooms of it that are not read: 1; invite the account into them",
      }),
    ]);
    for (const name of [
      "space_hierarchy.getrooms_roomid_hierarchy.400.response",
      "space_hierarchy.getrooms_roomid_hierarchy.403.response",
    ]) {
      const refused = await readExamples({ [`${api}/sync`]: space, [address]: refusal(name) });
      expect([refused.error, refused.told]).toEqual([null, [person("@bar:example.com")]]);
    }
  });

  test("a token that was logged out softly is a token that is refused", async () => {
    const { told, error } = await readExamples({
      [`${api}/account/whoami`]: refusal("refresh.postrefresh.401.response"),
    });
    expect(told).toEqual([]);
    expect(error).toMatchObject({ name: "NetworkError", trouble: "unauthorised", status: 401 });
  });

  test("a directory that is not shown makes nothing fail", async () => {
    const { told, error } = await readExamples({
      [`${api}/publicRooms`]: refusal("directory.getrooms_roomid_aliases.403.response"),
    });
    expect(error).toBeNull();
    expect(told[0]).toMatchObject({ type: "refusal", where: "directory of rooms" });
  });

  test("a check sees what an account is in, and what may be seen there", async () => {
    const recording = recordingOf(
      {
        ...exchanges(),
        [`${api}/joined_rooms`]: example("list_joined_rooms.getjoined_rooms.200.response"),
        [`${api}/rooms/${encodeURIComponent("!foo:example.com")}/state/m.room.history_visibility`]:
          (example("event.m.room.history_visibility") as { content: object }).content,
      },
      whole,
    );
    replay(recording, () => null, named);
    const { found } = await checkRecorded(matrix, recording);
    expect(found.map(({ held }) => held)).toEqual([true, true, true]);
  });
});
