import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { canary } from "#fixtures/recording.ts";
import {
  bytesOf,
  readWebhookRecording,
  type WebhookRecording,
} from "#fixtures/webhook-recording.ts";
import type { Connector } from "#jobs/connectors/connector.ts";
import type { Delivery, DeliveryReading } from "#jobs/connectors/webhook.ts";

/** The headers a network sends with a body it signs. */
export type Sign = (body: Uint8Array, secret: string, at: Date) => Readonly<Record<string, string>>;

/** A stand-in anybody can compute, so that recordings can be written. */
export function recordedPseudonym(text: string): string {
  return `~${createHash("sha256").update(text).digest("hex").slice(0, 12)}`;
}

/** A recorded body as it arrives, signed with a secret. */
export function delivered(body: unknown, secret: string, sign: Sign, at: Date): Delivery {
  const bytes = bytesOf(body);
  const headers = { "content-type": "application/json", ...sign(bytes, secret, at) };
  return { method: "POST", headers, query: new URLSearchParams(), body: bytes };
}

const at = new Date("2026-11-03T08:00:00Z");
const someSecret = "8f742231b10e8888abcd99yyyzzz85a5";

/** What every connector that is sent deliveries must do, with `fixtures/webhooks/<network>.json`. */
export function describeWebhook(connector: Connector, sign: Sign): void {
  const { webhook } = connector;
  if (webhook === undefined) throw new Error(`${connector.title} is sent nothing`);
  describe(`${connector.title}, by what it sends`, () => {
    let recording: WebhookRecording;
    beforeAll(async () => {
      recording = await readWebhookRecording(connector.network);
    });
    const read = (body: unknown, settings = recording.settings) => {
      const reading: DeliveryReading = { settings, pseudonymOf: recordedPseudonym };
      return webhook.read(delivered(body, someSecret, sign, at), reading);
    };

    test("translates what was sent into canonical records, each message under its own id", () => {
      for (const { about, body, expected } of recording.deliveries) {
        expect(read(body), about).toEqual(expected);
        expect(read(body), `${about}, sent again`).toEqual(expected);
      }
      expect(recording.deliveries.length).toBeGreaterThan(0);
    });

    test("uses the settings it asks for, and no others", () => {
      const used = new Set<string>([webhook.secret]);
      const settings = new Proxy(recording.settings, {
        get: (given, name) => {
          used.add(String(name));
          return given[String(name)];
        },
      });
      for (const { body } of recording.deliveries) read(body, settings);
      webhook.handshake?.(introduction(recording), settings);
      const declared = Object.keys(connector.settings);
      expect([...used].filter((name) => !declared.includes(name))).toEqual([]);
      expect(connector.settings[webhook.secret]?.secret).toBe(true);
      expect(Object.keys(recording.settings).filter((name) => !declared.includes(name))).toEqual(
        [],
      );
    });

    test("tells only what it says it supplies", () => {
      const { each = [] } = webhook.declares ?? connector.live?.declares ?? {};
      const told = recording.deliveries
        .flatMap(({ expected }) => expected.flatMap(({ records }) => records))
        .flatMap((record) => {
          if (record.type === "activity") return [record.verb];
          const isThing = ["member", "group", "membership"].includes(record.type);
          return isThing ? [`${record.type}s`] : [];
        });
      expect([...new Set(told)].filter((fact) => !each.some((one) => one === fact))).toEqual([]);
    });

    test("introduces members and groups before what happens in them, where no night does", () => {
      // Said again by a delivery, which knows less of them, they would lose what the night found.
      if (connector.live !== undefined && webhook.declares === undefined) return;
      for (const { about, body } of recording.deliveries) {
        for (const { records } of read(body)) {
          const met = new Set<string | null>([null]);
          for (const record of records) {
            if (record.type === "member" || record.type === "group") met.add(record.id);
            else if (record.type === "activity") {
              expect(met.has(record.member) && met.has(record.group), about).toBe(true);
            } else if (record.type === "answer" || record.type === "consent") {
              expect(met.has(record.member), about).toBe(true);
            }
          }
        }
      }
    });

    test("lets no text out", () => {
      expect(JSON.stringify(recording.deliveries.map(({ body }) => body))).toContain(canary);
      for (const { about, body } of recording.deliveries) {
        expect(JSON.stringify(read(body)), about).not.toContain(canary);
      }
    });

    test("believes what is signed with its secret, and nothing else", () => {
      // Signed with keys the network publishes: over HTTP, in the test of its answers.
      if (webhook.vouching !== undefined) return;
      for (const { body, about } of recording.deliveries) {
        const delivery = delivered(body, someSecret, sign, at);
        expect(webhook.isSigned(delivery, someSecret), about).toBe(true);
        expect(webhook.isSigned(delivery, `${someSecret}x`), about).toBe(false);
        expect(webhook.isSigned(delivery, ""), about).toBe(false);
        expect(webhook.isSigned({ ...delivery, headers: {} }, someSecret), about).toBe(false);
        for (const name of Object.keys(sign(delivery.body, someSecret, at))) {
          for (const forged of ["", "é", "0".repeat(5000), `${delivery.headers[name]}0`]) {
            const headers = { ...delivery.headers, [name]: forged };
            expect(webhook.isSigned({ ...delivery, headers }, someSecret), about).toBe(false);
          }
        }
      }
    });

    test("answers the handshake as the network expects, and a wrong one not at all", () => {
      const { handshake } = recording;
      if (handshake === undefined) {
        expect(webhook.handshake).toBeUndefined();
        return;
      }
      const asked = introduction(recording);
      expect(webhook.handshake?.(asked, recording.settings)).toEqual(handshake.answer);
      if (handshake.query === undefined) return;
      for (const name of new Set(asked.query.keys())) {
        const query = new URLSearchParams(asked.query);
        query.set(name, `<b>${name}</b>`);
        expect(webhook.handshake?.({ ...asked, query }, recording.settings), name).toBeNull();
        query.delete(name);
      }
      expect(webhook.handshake?.(asked, {})).toBeNull();
    });

    test("says nothing of what it cannot read", () => {
      const odd = [
        "",
        canary,
        `{"${canary}": `,
        [],
        null,
        {},
        { object: canary, entry: canary },
        { entry: [null] },
      ];
      const cut = recording.deliveries.map(({ body }) => {
        const text = typeof body === "string" ? body : JSON.stringify(body);
        return text.slice(0, Math.floor(text.length / 2));
      });
      for (const body of [...odd, ...cut]) {
        try {
          expect(JSON.stringify(read(body))).not.toContain(canary);
        } catch (error) {
          expect(String((error as Error).stack)).not.toContain(canary);
        }
      }
    });

    test("survives any field that is missing or of another kind, without a word of it", () => {
      for (const { body } of recording.deliveries) {
        if (typeof body === "string") continue;
        for (const damaged of damages(body)) {
          try {
            expect(JSON.stringify(read(damaged))).not.toContain(canary);
          } catch (error) {
            expect(String((error as Error).stack)).not.toContain(canary);
          }
        }
      }
    });
  });
}

/** The recorded handshake, as a request. */
function introduction({ handshake }: WebhookRecording): Delivery {
  return {
    method: handshake?.query === undefined ? "POST" : "GET",
    headers: {},
    query: new URLSearchParams(handshake?.query),
    body: bytesOf(handshake?.body ?? ""),
  };
}

/** The same document with one value taken away, or put in the place of another, at every place. */
function* damages(body: unknown): Generator<unknown> {
  for (const path of pathsIn(body)) {
    for (const value of [undefined, null, 7, "x", [], {}, [null], [{}]]) {
      const copy: unknown = structuredClone(body);
      const last = path.at(-1);
      let place = copy as Record<string | number, unknown>;
      for (const step of path.slice(0, -1)) place = place[step] as typeof place;
      if (last === undefined) continue;
      if (value === undefined) delete place[last];
      else place[last] = value;
      yield copy;
    }
  }
}

function* pathsIn(
  value: unknown,
  path: readonly (string | number)[] = [],
): Generator<readonly (string | number)[]> {
  if (path.length > 0) yield path;
  if (typeof value !== "object" || value === null) return;
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const key of keys) {
    yield* pathsIn((value as Record<string | number, unknown>)[key], [...path, key]);
  }
}
