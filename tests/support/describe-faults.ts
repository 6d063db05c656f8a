import { HttpResponse } from "msw";
import { beforeAll, describe, expect, test } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { type Exchange, type Recording, readRecording } from "#fixtures/recording.ts";
import type { Connector } from "#jobs/connectors/connector.ts";
import { NetworkError } from "#jobs/connectors/http.ts";
import { emptyBefore, pageBefore, pagesIn, reversed } from "./pages.ts";
import {
  type Circumstances,
  type Disturbance,
  readRecorded,
  replay,
  responseOf,
} from "./replay.ts";
import { facts, half, isJsonIn, lastCursor, someOf, toldIn, tooOften } from "./told.ts";

/** What a network may do to whoever reads it: every connector comes through, or says what happened. */
export function describeFaults(connector: Connector): void {
  if (connector.live === undefined) return;
  describe(`${connector.title}, when it fails`, () => {
    let recording: Recording;
    beforeAll(async () => {
      recording = await readRecording(connector.network);
    });
    const read = (circumstances: Circumstances = {}) =>
      readRecorded(connector, recording, circumstances);
    const gives = (records: readonly CanonicalRecord[]) =>
      expect(facts(recording.expected)).toEqual(expect.arrayContaining(toldIn(records)));

    test.each(refusals)("comes back when it is asked to, by %s", async (_, headers, body, wait) => {
      replay(
        recording,
        once(() => tooOften(headers, body)),
      );
      const { records, waits, error } = await read({ client: { random: () => 1 } });
      expect(error).toBeNull();
      expect(records).toEqual(recording.expected);
      // Asked twice by two servers that say nothing, it waits longer the second time.
      expect(Math.min(...waits)).toBe(wait);
    });

    test("outlasts a burst of 500, 502 and 503", async () => {
      replay(recording, (_, { attempt }) =>
        attempt > 3
          ? null
          : new HttpResponse("<h1>Oh no</h1>", { status: [500, 502, 503][attempt - 1] ?? 500 }),
      );
      const { records, error } = await read({ client: { tries: 8 } });
      expect(error).toBeNull();
      expect(records).toEqual(recording.expected);
    });

    test("asks again for what was broken off, or goes on from there", async () => {
      replay(
        recording,
        once((exchange) => (exchange.status === 200 ? brokenOff(exchange) : null)),
      );
      const { records, error } = await read();
      gives(records);
      if (error === null) return expect(records).toEqual(recording.expected);
      // A file that is already being read cannot be asked for again: the next night does.
      expect(error).toMatchObject({ name: "NetworkError", trouble: "unreachable" });
      const rest = await readToTheEnd(() => read({ cursor: lastCursor(records) }));
      expect(facts([...records, ...rest])).toEqual(facts(recording.expected));
    });

    test("takes a page of HTML for no answer", async () => {
      for (const address of someOf(addressesOf(recording), 12)) {
        let asked = 0;
        replay(recording, (exchange, { url }) => {
          if (url.href !== address || exchange.status !== 200) return null;
          asked += 1;
          return new HttpResponse("<!doctype html><title>Sign in</title>", {
            headers: { "content-type": "text/html" },
          });
        });
        const { records, error } = await read();
        gives(records);
        const isSaid = error !== null || records.some(({ type }) => type === "refusal");
        expect([address, isSaid]).toEqual([address, asked > 0 || isSaid]);
        if (error !== null) expect(error).toMatchObject({ name: "NetworkError" });
      }
    });

    test("does not follow for ever what always gives the same next page", async () => {
      const pages = pagesIn(recording);
      const { requests } = replay(
        recording,
        () => (requests.length > MOST ? new HttpResponse("enough", { status: 404 }) : null),
        (url) => pageBefore(pages, url)?.url ?? url,
      );
      const { error } = await read();
      expect(requests.length).toBeLessThan(MOST);
      // Some take it for the end of the list, some for a fault.
      if (error !== null) expect(error).toBeInstanceOf(NetworkError);
    });

    test("goes on after a page with nothing on it", async () => {
      const { disturb, asIf } = emptyBefore(pagesIn(recording));
      replay(recording, disturb, asIf);
      const { records, error } = await read();
      expect(error).toBeNull();
      expect(facts(records)).toEqual(facts(recording.expected));
    });

    test("tells the same whatever the order of its lists", async () => {
      replay(recording, (exchange) =>
        exchange.status === 200 && isJsonIn(exchange)
          ? responseOf({ ...exchange, body: reversed(String(exchange.body)) })
          : null,
      );
      const { records, error } = await read();
      expect(error).toBeNull();
      expect(toldIn(records)).toEqual(toldIn(recording.expected));
    });

    test("refuses a page that is too long, and says so", async () => {
      let longest = 0;
      replay(recording, ({ body, status }) => {
        if (status === 200) longest = Math.max(longest, Buffer.byteLength(body));
        return null;
      });
      await read();
      replay(recording);
      const limits = { maxBytes: longest - 1, maxFileBytes: longest - 1 };
      const { records, error } = await read({ client: limits });
      gives(records);
      const said = `${error} ${JSON.stringify(records.filter(({ type }) => type === "refusal"))}`;
      expect(said).toContain(`larger than ${longest - 1} bytes`);
    });

    test("keeps what was read before its token expired, and says that it did", async () => {
      const { requests } = replay(recording);
      await read();
      const all = requests.length;
      for (const share of [0.3, 0.6, 0.9]) {
        let asked = 0;
        replay(recording, () => {
          asked += 1;
          return asked > all * share
            ? HttpResponse.json({ message: "expired" }, { status: 401 })
            : null;
        });
        const { records, error } = await read();
        expect(error).toMatchObject({ name: "NetworkError", trouble: "unauthorised" });
        gives(records);
        replay(recording);
        const rest = await readToTheEnd(() => read({ cursor: lastCursor(records) }));
        expect(toldIn([...records, ...rest])).toEqual(toldIn(recording.expected));
      }
    });

    test("starts over where its bookmark is not understood", async () => {
      replay(recording);
      for (const cursor of [
        "",
        "{",
        "null",
        "[]",
        "0",
        '"x"',
        '{"from":"x"}',
        '{"done":{}}',
        "ä¸",
      ]) {
        const { records, error } = await read({ cursor });
        expect([cursor, error]).toEqual([cursor, null]);
        expect([cursor, facts(records)]).toEqual([cursor, facts(recording.expected)]);
      }
    });
  });
}

/** Far more than any recording needs, and far less than for ever. */
const MOST = 400;

const date = "Sat, 21 Nov 2026 20:11:44 GMT";
/** Every way a network says when to come back; the clock of the server need not be ours. */
const refusals: readonly (readonly [string, Readonly<Record<string, string>>, string, number])[] = [
  ["seconds", { "retry-after": "7" }, "limit exceeded", 7000],
  ["a date", { "retry-after": "Sat, 21 Nov 2026 20:11:53 GMT", date }, "", 9000],
  ["milliseconds in its body", {}, '{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":1234}', 1234],
  ["a parameter in its body", {}, '{"ok":false,"parameters":{"retry_after":3}}', 3000],
  ["what is left of its window", { "x-ratelimit-reset": "5" }, "", 5000],
  ["nothing it says", {}, "", 500],
];

/** The first answer of each address. */
function once(disturb: (exchange: Exchange) => Response | null): Disturbance {
  return (exchange, { attempt }) => (attempt > 1 ? null : disturb(exchange));
}

/** Half a body, then nothing: the connection is gone. */
function brokenOff({ body, status, headers }: Exchange): Response {
  const part = half(body);
  const bytes = typeof part === "string" ? new TextEncoder().encode(part) : part;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (bytes.length > 0 && controller.desiredSize === 1) controller.enqueue(bytes);
      controller.error(new TypeError("terminated"));
    },
  });
  return new HttpResponse(stream, { status, headers });
}

function addressesOf({ exchanges }: Recording): readonly string[] {
  return Object.keys(exchanges).map((key) => new URL(key.replace(/^POST /, "")).href);
}

/** Each night gets a little further, where files break off one after the other. */
async function readToTheEnd(
  night: () => ReturnType<typeof readRecorded>,
): Promise<readonly CanonicalRecord[]> {
  const records: CanonicalRecord[] = [];
  for (let nights = 0; nights < 20; nights += 1) {
    const reading = await night();
    records.push(...reading.records);
    if (reading.error === null) return records;
  }
  throw new Error("twenty nights were not enough");
}
