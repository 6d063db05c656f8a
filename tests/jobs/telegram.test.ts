import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { readRecording } from "#fixtures/recording.ts";
import { type Client, NetworkError } from "#jobs/connectors/http.ts";
import { telegram } from "#jobs/connectors/telegram.ts";
import { describeWebhook } from "#tests/support/describe-webhook.ts";

describeWebhook(telegram, (_, secret) => ({ "x-telegram-bot-api-secret-token": secret }));

const at = Date.parse("2026-11-03T08:00:00Z");
const ada = { id: 5_100_000_007, is_bot: false, first_name: "x" };
const group = { id: -1_001_700_000_001, type: "supergroup", title: "x" };

test("after a day of silence, nothing is destroyed by asking from a number that may be too high", async () => {
  const cursor = JSON.stringify({ update: 900, at: at - 25 * 3600_000, moved: {} });
  const { asked, records } = await read([[said(12)]], { cursor });
  expect(asked[0]).not.toHaveProperty("offset");
  expect(verbsIn(records)).toEqual(["post"]);
  const recent = JSON.stringify({ update: 900, at: at - 3600_000, moved: {} });
  expect((await read([[]], { cursor: recent })).asked[0]).toMatchObject({ offset: 901 });
});

test("a server that gives the same page again and again is not asked for ever", async () => {
  const page = Array.from({ length: 100 }, (_, place) => said(100 + place, { message_id: place }));
  const { asked, records } = await read([page, page, page, page]);
  expect(asked.length).toBe(2);
  expect(verbsIn(records).length).toBe(100);
});

test("a full page is followed by another, and each is committed before the next is asked for", async () => {
  const pages = [0, 1].map((page) =>
    Array.from({ length: 100 }, (_, place) =>
      said(page * 100 + place + 1, { message_id: page * 100 + place }),
    ),
  );
  const { asked, records } = await read([...pages, []]);
  expect(asked.map(({ offset }) => offset)).toEqual([undefined, 101, 201]);
  const cursors = records.filter((record) => record.type === "cursor");
  expect(cursors.every(({ isDurable }) => isDurable)).toBe(true);
  expect(cursors.map(({ value }) => JSON.parse(value).update)).toEqual([100, 200, 200]);
});

test("what comes out of order is told in the order of its numbers", async () => {
  const { records } = await read([
    [said(3), said(1, { message_id: 1 }), said(2, { message_id: 2 })],
  ]);
  const ids = records.flatMap((record) => (record.type === "activity" ? [record.id] : []));
  expect(ids).toEqual([`${group.id}/1`, `${group.id}/2`, `${group.id}/9`]);
});

test("a group that moved keeps its first id over several moves, and over nights", async () => {
  const old = { ...group, id: -42, type: "group" };
  const moved = { update_id: 1, message: { ...bare(old), migrate_to_chat_id: group.id } };
  const first = await read([[moved]]);
  const cursor = first.records.findLast((record) => record.type === "cursor")?.value ?? null;
  const { records } = await read([[said(2)]], { cursor });
  const groups = records.flatMap((record) => (record.type === "activity" ? [record.group] : []));
  expect(groups).toEqual(["-42"]);
});

test("another service at this address is not taken for an empty list", async () => {
  for (const answer of [null, {}, { ok: true, result: {} }]) {
    await expect(read([answer])).rejects.toBeInstanceOf(Error);
  }
});

test("STOP is understood as people write it, and nothing else is", async () => {
  const words = ["STOP", "stop !", "/stop", "/stop@barometre_bot", "Arrêt.", "arret"];
  const others = ["/start", "/start promo", "stop it please", "stopper", "/help", "oui"];
  const consents = async (text: string) => {
    const chat = { id: ada.id, type: "private" };
    const update = { update_id: 1, message: { ...bare(chat), text } };
    const { records } = await read([[update]]);
    return records.flatMap((record) => (record.type === "consent" ? [record.given] : []));
  };
  for (const word of words) expect(await consents(word), word).toEqual([false]);
  for (const word of others) expect(await consents(word), word).toEqual([]);
  expect(await consents("/start accept")).toEqual([true]);
});

test("the recording has the shapes of the published Bot API", async () => {
  const { exchanges } = await readRecording("telegram");
  const updates = Object.entries(exchanges).flatMap(([address, answer]) =>
    address.includes("getUpdates") ? (answer as { result: object[] }).result : [],
  );
  expect(updates.length).toBeGreaterThan(30);
  for (const update of updates) {
    const [kind = ""] = Object.keys(update).filter((name) => name !== "update_id");
    expect(known.Update, kind).toContain(kind);
    for (const value of Object.values(update)) {
      if (typeof value !== "object") continue;
      const fields = known[kind as keyof typeof known];
      if (fields !== undefined) expect(fields).toEqual(expect.arrayContaining(Object.keys(value)));
    }
  }
});

/** The fields of the published specification (Bot API 10.1, June 2026), of what the recording uses. */
const known = JSON.parse(readFileSync("fixtures/telegram/bot-api-fields.json", "utf8")) as {
  readonly Update: readonly string[];
  readonly message?: readonly string[];
};

function bare(chat: object) {
  return { message_id: 9, from: ada, chat, date: at / 1000 - 60 };
}

function said(update_id: number, more: object = {}) {
  return { update_id, message: { ...bare(group), text: "x", ...more } };
}

function verbsIn(records: readonly CanonicalRecord[]): readonly string[] {
  return records.flatMap((record) => (record.type === "activity" ? [record.verb] : []));
}

/** Reads until `at` from a server that gives these pages, one after another. */
async function read(pages: readonly unknown[], { cursor = null as string | null } = {}) {
  const asked: Readonly<Record<string, unknown>>[] = [];
  const nothing = async () => {
    throw new NetworkError({ trouble: "missing", asked: "", status: 404, said: null });
  };
  const client: Client = {
    get: async <Body>(_: string, query = {}) => {
      const page = pages[asked.length];
      asked.push(query);
      return (
        Array.isArray(page) && page.every((one) => "update_id" in one)
          ? { ok: true, result: page }
          : page
      ) as Body;
    },
    read: nothing,
    look: nothing,
    open: nothing,
  };
  const records: CanonicalRecord[] = [];
  const source = {
    ...{ settings: { token: "1:a" }, from: new Date(at - 7 * 86_400_000), to: new Date(at) },
    ...{ cursor, timeZone: "UTC", client: () => client, signIn: async () => "" },
  };
  for await (const record of telegram.live?.pull(source) ?? []) records.push(record);
  return { asked, records };
}
