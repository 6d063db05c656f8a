import { expect, test } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { canary } from "#fixtures/recording.ts";
import type { Client } from "#jobs/connectors/http.ts";
import { People } from "#jobs/connectors/microsoft/people.ts";
import { readSample } from "#jobs/connectors/viva-engage/rest.ts";
import { limits } from "#jobs/connectors/viva-engage/rights.ts";
import { idOf, isoOf } from "#jobs/connectors/viva-engage/yammer-words.ts";

const week = { from: new Date("2026-11-02T00:00:00Z"), to: new Date("2026-11-09T00:00:00Z") };

test.each([
  ["2022/11/11 20:59:10 +0000", "2022-11-11T20:59:10.000Z"],
  ["2022/11/11 22:59:10 +0200", "2022-11-11T20:59:10.000Z"],
  ["2022-11-11 20:59:10 UTC", "2022-11-11T20:59:10.000Z"],
  ["2022-11-11T20:59:10.125Z", "2022-11-11T20:59:10.125Z"],
  ["2022-11-11", "2022-11-11T00:00:00.000Z"],
  ["null", null],
  ["", null],
  [null, null],
  ["hier", null],
  ["2022/13/45 99:00:00 +0000", null],
])("the moment %j is %j", (said, moment) => {
  expect(isoOf(said)).toBe(moment);
});

test("ids are text, however they are written", () => {
  expect([7, "7", " 9007199254740993 "].map(idOf)).toEqual(["7", "7", "9007199254740993"]);
  expect(["", "null", null, undefined, 0].map(idOf)).toEqual([null, null, null, null, null]);
});

test("communities are asked for ten times in thirty seconds", () => {
  const [communities] = limits.of ?? [];
  expect(communities?.path).toBe("/employeeExperience/");
  expect((communities?.perSecond ?? 0) * 30).toBeCloseTo(10);
});

test("what is said in private is a message and no more, what a system or a bot says is nobody's", async () => {
  const records = await sample([
    message(5, { direct_message: true, group_id: null, body: { plain: `${canary} ?` } }),
    message(4, { message_type: "system" }),
    message(3, { sender_type: "bot" }),
    message(2, { replied_to_id: 1, thread_id: 1 }),
    message(1, { body: { plain: `${canary} ?` } }),
  ]);
  const acts = records.filter((record) => record.type === "activity");
  expect(
    acts.map(({ id, verb, group, root, isQuestion }) => [id, verb, group, root, isQuestion]),
  ).toEqual([
    ["5", "message", null, null, false],
    ["2", "comment", "7", "1", false],
    ["1", "post", "7", null, true],
  ]);
  expect(JSON.stringify(records)).not.toContain(canary);
});

test("a feed that begins again ends, and so does one with nothing new", async () => {
  const asked: unknown[] = [];
  const records = await sample([message(2), message(1)], { asked, older: true });
  expect(records.filter(({ type }) => type === "activity").length).toBe(2);
  expect(asked).toEqual([{}, { older_than: "1" }]);
});

test("an id too long to be read exactly is refused, and as text it is taken", async () => {
  const records = await sample([message(2 ** 53 + 2), message("9007199254740993")]);
  expect(records.filter(({ type }) => type === "refusal").length).toBe(1);
  const ids = records.flatMap((record) => (record.type === "activity" ? [record.id] : []));
  expect(ids).toEqual(["9007199254740993"]);
});

test("a refusal is one whatever its status", async () => {
  const refusal = { response: { message: "Token not found.", code: 16, stat: "fail" } };
  await expect(sample([], { messages: refusal })).rejects.toThrow(/Token not found/);
});

function message(id: number | string, parts: object = {}) {
  return {
    ...{ id, sender_id: 36425097217, sender_type: "user", group_id: 7, message_type: "update" },
    ...{ created_at: "2026/11/03 08:00:00 +0000", body: { plain: canary } },
    ...parts,
  };
}

/** Reads the sample of a week from a Yammer that answers these messages, always. */
async function sample(
  messages: readonly object[],
  options: {
    readonly asked?: unknown[];
    readonly older?: boolean;
    readonly messages?: unknown;
  } = {},
): Promise<CanonicalRecord[]> {
  const feed = { messages, meta: { older_available: options.older ?? false } };
  const said: Readonly<Record<string, unknown>> = {
    "/users.json": [{ id: 36425097217, email: "ada@example.org", state: "active" }],
    "/groups.json": [{ id: 7, full_name: "Quai", privacy: "public" }],
    "/messages.json": options.messages ?? feed,
  };
  const refuse = async () => {
    throw new Error("nothing else is asked");
  };
  const client: Client = {
    get: async <Body>(path: string, query?: object) => {
      if (path === "/messages.json") options.asked?.push(query);
      return said[path] as Body;
    },
    ...{ read: refuse, look: refuse, open: refuse },
  };
  const source = {
    ...{
      settings: { source: "rest", token: "t" },
      ...week,
      cursor: null,
      timeZone: "Europe/Paris",
    },
    ...{ client: () => client, signIn: async () => "" },
  };
  const records: CanonicalRecord[] = [];
  for await (const record of readSample(source, new People())) records.push(record);
  return records;
}
