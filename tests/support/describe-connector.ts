import { delay, HttpResponse } from "msw";
import { beforeAll, describe, expect, test } from "vitest";
import { type ActivityRecord, type CanonicalRecord, verbs } from "#app/model/canonical.ts";
import { canary, type Exchange, type Recording, readRecording } from "#fixtures/recording.ts";
import type { Connector } from "#jobs/connectors/connector.ts";
import { NetworkError } from "#jobs/connectors/http.ts";
import { checkRecorded, readRecorded, replay, responseOf } from "./replay.ts";
import { asExpected, facts, half, isJsonIn, someOf, toldIn, tooOften, wrongTimes } from "./told.ts";

/** What every connector must do, played against `fixtures/networks/<network>.json`. */
export function describeConnector(connector: Connector): void {
  const { live } = connector;
  // What is read from files, or sends by itself, has its own tests.
  if (live === undefined) return;
  describe(connector.title, () => {
    let recording: Recording;
    beforeAll(async () => {
      recording = await readRecording(connector.network);
    });
    const read = (circumstances = {}) => readRecorded(connector, recording, circumstances);

    test("asks for the settings it uses, and no others", async () => {
      replay(recording);
      const used = new Set<string>();
      const settings = new Proxy(recording.settings, {
        get: (given, name) => {
          used.add(String(name));
          return given[String(name)];
        },
      });
      await read({ settings });
      const declared = Object.entries(connector.settings);
      const needed = declared.filter(
        ([name, { optional }]) => !optional && name !== connector.webhook?.secret,
      );
      const names = declared.map(([name]) => name);
      expect([...used].filter((name) => !names.includes(name))).toEqual([]);
      expect(Object.keys(recording.settings).filter((name) => !names.includes(name))).toEqual([]);
      expect(needed.map(([name]) => name).filter((name) => !used.has(name))).toEqual([]);
    });

    test("translates the recorded replies into canonical records", async () => {
      replay(recording);
      const { records, error } = await read();
      expect(error).toBeNull();
      if (recording.expected.length === 0) expect.fail(asExpected(records));
      expect(records).toEqual(recording.expected);
    });

    test("supplies what it says, and nothing else", () => {
      const { each, totals = [] } = live.declares;
      const told = new Set<string>(activityIn(recording.expected).map(({ verb }) => verb));
      for (const { type } of recording.expected) {
        if (type === "member" || type === "group" || type === "membership") told.add(`${type}s`);
      }
      expect([...told].toSorted()).toEqual(each.toSorted());
      const counted = recording.expected.flatMap((record) =>
        record.type === "count" ? [record.verb] : [],
      );
      expect(verbs.filter((verb) => counted.includes(verb))).toEqual(
        verbs.filter((verb) => totals.includes(verb)),
      );
    });

    test("looks for each right it needs, and says what it found without any text", async () => {
      replay(recording);
      const { found, error } = await checkRecorded(connector, recording);
      expect(error).toBeNull();
      const names = live.rights.map(({ name }) => name).toSorted();
      expect(found.map(({ right }) => right).toSorted()).toEqual(names);
      expect(JSON.stringify(found)).not.toContain(canary);
    });

    test("does not look further when its token is refused", async () => {
      replay(recording, () => HttpResponse.json({ message: "expired" }, { status: 401 }));
      const { error } = await checkRecorded(connector, recording);
      expect(error).toMatchObject({ name: "NetworkError", trouble: "unauthorised" });
      for (const secret of secretsOf(connector, recording))
        expect(String(error)).not.toContain(secret);
    });

    test("yields nothing that happened outside the window", async () => {
      replay(recording);
      const moments = activityIn((await read()).records).map(({ at }) => at);
      expect(moments.filter((at) => at < recording.from || at >= recording.to)).toEqual([]);
    });

    test("writes every moment with its offset, and every day as a day", async () => {
      replay(recording);
      expect(wrongTimes((await read()).records)).toEqual([]);
    });

    test("introduces members and groups before what happens in them", async () => {
      replay(recording);
      const met = new Set<string | null>([null]);
      const strangers: CanonicalRecord[] = [];
      for (const record of (await read()).records) {
        if (record.type === "member" || record.type === "group") met.add(record.id);
        const named =
          record.type === "activity"
            ? [record.member, record.target, record.group]
            : record.type === "membership"
              ? [record.member, record.group]
              : [];
        if (!named.every((id) => met.has(id))) strangers.push(record);
      }
      expect(strangers).toEqual([]);
    });

    test("lets no text out, and no name but an open group's", async () => {
      replay(recording);
      expect(JSON.stringify(recording.exchanges)).toContain(canary);
      const { records } = await read();
      expect(JSON.stringify(records)).not.toContain(canary);
      const named = records.filter((record) => record.type === "group" && record.name !== null);
      expect(named.every((record) => record.type === "group" && record.privacy === "open")).toBe(
        true,
      );
    });

    test("does nothing but read", async () => {
      const { requests } = replay(recording);
      await read();
      const others = requests.filter(({ method }) => method !== "GET");
      for (const { method, url } of others) {
        expect(Object.keys(recording.exchanges)).toContain(`${method} ${url}`);
        expect(method).toBe("POST");
      }
    });

    test("waits as long as the network asks, when it is asked too often", async () => {
      let refused = 0;
      replay(recording, (_, { attempt }) => {
        if (attempt > 1) return null;
        refused += 1;
        return tooOften({ "retry-after": "7" });
      });
      const { records, waits } = await read();
      expect(records).toEqual(recording.expected);
      expect(new Set(waits)).toEqual(new Set([7000]));
      expect(waits.length).toBe(refused);
    });

    test("tries again when the server fails for a moment", async () => {
      replay(recording, (_, { attempt }) =>
        attempt > 2 ? null : new HttpResponse("<h1>Bad gateway</h1>", { status: 502 }),
      );
      expect((await read()).records).toEqual(recording.expected);
    });

    test("tries again when no answer comes", async () => {
      replay(recording, async (_, { attempt }) => {
        if (attempt === 1) await delay("infinite");
        return HttpResponse.json(null);
      });
      const silent = await read({ client: { tries: 1, timeoutMs: 20 } });
      expect(silent.error).toMatchObject({ name: "NetworkError", trouble: "slow" });

      replay(recording, (exchange, { attempt }) => (attempt > 1 ? null : never(exchange)));
      expect((await read({ client: { timeoutMs: 50 } })).records).toEqual(recording.expected);
    });

    test("says so when an answer is cut short, and makes nothing up", async () => {
      for (const address of someOf(Object.keys(recording.exchanges))) {
        const cut = new URL(address.replace(/^POST /, "")).href;
        let isJson = true;
        replay(recording, (exchange, { url }) => {
          if (url.href !== cut || exchange.status !== 200) return null;
          isJson = isJsonIn(exchange);
          return responseOf({ ...exchange, body: half(exchange.body) });
        });
        const { records, error } = await read();
        if (error !== null)
          expect(error).toMatchObject({ name: "NetworkError", trouble: expect.any(String) });
        if (isJson) expect(records).toEqual(recording.expected.slice(0, records.length));
        // Half a text is a shorter text: what it still says must be true.
        else expect(facts(recording.expected)).toEqual(expect.arrayContaining(toldIn(records)));
        if (error === null && isJson)
          expect(records, "only a refused page may be cut").toEqual(recording.expected);
      }
    });

    test("counts once what a list gives twice", async () => {
      replay(recording, (exchange) =>
        exchange.status === 200 && isJsonIn(exchange)
          ? responseOf({ ...exchange, body: twice(String(exchange.body)) })
          : null,
      );
      const { records, error } = await read();
      expect(error).toBeNull();
      expect(facts(records)).toEqual(facts(recording.expected));
    });

    test("loses nothing when it is interrupted and starts again", async () => {
      replay(recording);
      for (const stopAfter of someOf(recording.expected.map((_, index) => index + 1))) {
        const before = (await read({ stopAfter })).records;
        const cursor = before.findLast((record) => record.type === "cursor")?.value ?? null;
        const after = (await read({ cursor })).records;
        expect(facts([...before, ...after])).toEqual(facts(recording.expected));
      }
    });

    test("says what to do when its token is refused, without telling the token", async () => {
      replay(recording, () => HttpResponse.json({ message: "expired" }, { status: 401 }));
      const { records, error } = await read();
      expect(error).toBeInstanceOf(NetworkError);
      expect(error).toMatchObject({ trouble: "unauthorised", status: 401 });
      expect(records).toEqual([]);
      for (const secret of secretsOf(connector, recording))
        expect(String(error)).not.toContain(secret);
    });

    test("takes its credentials to no other server", async () => {
      const { requests } = replay(recording, () =>
        HttpResponse.redirect("https://elsewhere.example/login", 302),
      );
      const { error } = await read();
      const elsewhere = requests.filter(({ url }) => url.hostname === "elsewhere.example");
      expect(error).toMatchObject({ name: "NetworkError" });
      // A file may be fetched from an address that lets in whoever knows it.
      if (elsewhere.length === 0) expect(error).toMatchObject({ trouble: "redirected" });
      for (const { url, headers } of elsewhere) {
        const sent = `${url} ${JSON.stringify([...headers])}`;
        expect(headers.has("authorization") || headers.has("cookie")).toBe(false);
        for (const secret of secretsOf(connector, recording)) expect(sent).not.toContain(secret);
      }
    });
  });
}

function activityIn(records: readonly CanonicalRecord[]): readonly ActivityRecord[] {
  return records.filter((record) => record.type === "activity");
}

async function never({ status }: Exchange): Promise<Response> {
  await delay("infinite");
  return new HttpResponse(null, { status });
}

/** The same answer, with every object of every list given twice. */
function twice(body: string): string {
  return JSON.stringify(JSON.parse(body), (_, value: unknown) =>
    Array.isArray(value) && value.every((item) => typeof item === "object")
      ? [...value, ...value]
      : value,
  );
}

function secretsOf(connector: Connector, recording: Recording): readonly string[] {
  return Object.entries(connector.settings).flatMap(([name, { secret }]) => {
    const value = recording.settings[name];
    return secret && value !== undefined ? [value] : [];
  });
}
