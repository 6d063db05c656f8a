import { delay, HttpResponse } from "msw";
import { beforeAll, describe, expect, test } from "vitest";
import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import { canary, type Exchange, type Recording, readRecording } from "#fixtures/recording.ts";
import type { Connector } from "#jobs/connectors/connector.ts";
import { NetworkError } from "#jobs/connectors/http.ts";
import { readRecorded, replay } from "./replay.ts";

/** What every connector must do, played against `fixtures/networks/<network>.json`. */
export function describeConnector(connector: Connector): void {
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
      const declared = Object.keys(connector.settings).toSorted();
      expect([...used].toSorted()).toEqual(declared);
      expect(Object.keys(recording.settings).toSorted()).toEqual(declared);
    });

    test("translates the recorded replies into canonical records", async () => {
      replay(recording);
      const { records, error } = await read();
      expect(error).toBeNull();
      expect(records).toEqual(recording.expected);
    });

    test("supplies what it says, and nothing else", () => {
      const verbs = new Set(activityIn(recording.expected).map(({ verb }) => verb));
      expect([...verbs].toSorted()).toEqual(connector.supplies.toSorted());
    });

    test("yields nothing that happened outside the window", async () => {
      replay(recording);
      const moments = activityIn((await read()).records).map(({ at }) => at);
      expect(moments.filter((at) => at < recording.from || at >= recording.to)).toEqual([]);
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
      const { requests } = replay(recording, (_, { attempt }) =>
        attempt > 1 ? null : tooOften({ "retry-after": "7" }),
      );
      const { records, waits } = await read();
      expect(records).toEqual(recording.expected);
      expect(new Set(waits)).toEqual(new Set([7000]));
      expect(requests.length).toBe(2 * waits.length);
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
      for (const address of Object.keys(recording.exchanges)) {
        const cut = new URL(address.replace(/^POST /, "")).href;
        replay(recording, ({ status, headers, body }, { url }) =>
          url.href === cut && status === 200
            ? new HttpResponse(body.slice(0, Math.floor(body.length / 2)), { status, headers })
            : null,
        );
        const { records, error } = await read();
        expect(records).toEqual(recording.expected.slice(0, records.length));
        if (error === null)
          expect(records, "only a refused page may be cut").toEqual(recording.expected);
        else expect(error).toMatchObject({ name: "NetworkError", trouble: "unreadable" });
      }
    });

    test("counts once what a list gives twice", async () => {
      replay(recording, ({ status, headers, body }) =>
        status === 200 ? new HttpResponse(twice(body), { status, headers }) : null,
      );
      const { records, error } = await read();
      expect(error).toBeNull();
      expect(facts(records)).toEqual(facts(recording.expected));
    });

    test("loses nothing when it is interrupted and starts again", async () => {
      replay(recording);
      for (let stopAfter = 1; stopAfter <= recording.expected.length; stopAfter += 1) {
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
      expect(error).toMatchObject({ name: "NetworkError", trouble: "redirected" });
      expect(requests.filter(({ url }) => url.hostname === "elsewhere.example")).toEqual([]);
    });
  });
}

function activityIn(records: readonly CanonicalRecord[]): readonly ActivityRecord[] {
  return records.filter((record) => record.type === "activity");
}

/** What was told, whatever the order and however often. */
function facts(records: readonly CanonicalRecord[]): readonly string[] {
  const told = records.filter(({ type }) => type !== "progress" && type !== "cursor");
  return [...new Set(told.map((record) => JSON.stringify(record)))].toSorted();
}

function tooOften(headers: Readonly<Record<string, string>>): Response {
  return new HttpResponse("limit exceeded\n", {
    status: 429,
    headers: { "content-type": "text/plain; charset=utf-8", ...headers },
  });
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
