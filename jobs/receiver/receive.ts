import { createHash } from "node:crypto";
import type { RefusalRecord } from "#app/model/canonical.ts";
import { pseudonym } from "#app/privacy/pseudonym.server.ts";
import { type Kept, keepMessages } from "#db/intake/deliveries.ts";
import type { Delivery } from "#jobs/connectors/webhook.ts";
import type { KnownConnection } from "./known-connections.ts";
import type { ReceiverParts } from "./parts.ts";
import type { PublishedKeys } from "./published-keys.ts";
import type { Tally } from "./tally.ts";

/** How old, or how far ahead of our clock, what says when it was sent may be. */
const WINDOW_MS = 5 * 60_000;

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Whoever is not known, and whoever does not sign as agreed, are told the same. */
export const notAccepted: Answer = { status: 401, type: "text/plain", body: "Not accepted.\n" };
const accepted: Answer = { status: 200, type: "text/plain", body: "" };

/**
 * Judges a delivery and keeps what it says. It does no more than is needed to say that it arrived:
 * what it means for the figures is worked out afterwards (`drain.ts`).
 */
export async function receive(
  parts: ReceiverParts & { readonly published: PublishedKeys },
  tally: Tally,
  connection: KnownConnection | null,
  delivery: Delivery,
): Promise<Answer> {
  const answer = connection === null ? null : await answerOf(parts, tally, connection, delivery);
  if (answer !== null) return answer;
  tally.add("refused");
  return notAccepted;
}

async function answerOf(
  parts: ReceiverParts & { readonly published: PublishedKeys },
  tally: Tally,
  connection: KnownConnection,
  delivery: Delivery,
): Promise<Answer | null> {
  const { webhook, settings, key } = connection;
  if (delivery.method === "GET") return webhook.handshake?.(delivery, settings) ?? null;
  if (
    !(await isBelieved(parts, connection, delivery)) ||
    !isFresh(webhook.sentAt?.(delivery) ?? null, parts.now())
  )
    return null;
  const handshake = webhook.handshake?.(delivery, settings);
  if (handshake) return handshake;
  const { messages, isReadable } = readMessages(parts, connection, delivery);
  const added = await keepMessages(
    parts.db,
    parts.keys.directory,
    connection.id,
    messages,
    parts.now(),
  );
  if (!isReadable) tally.add(`not understood (${key})`);
  else {
    tally.add(`kept (${key})`, added);
    tally.add(`known already (${key})`, messages.length - added);
  }
  return webhook.acknowledge?.(delivery) ?? accepted;
}

/** Every secret is tried, so that nobody can time which of them it was. */
async function isBelieved(
  { now, published }: ReceiverParts & { readonly published: PublishedKeys },
  { webhook, settings, secrets }: KnownConnection,
  delivery: Delivery,
): Promise<boolean> {
  const { vouching } = webhook;
  if (vouching === undefined) {
    return secrets.map((secret) => webhook.isSigned(delivery, secret)).includes(true);
  }
  const keyId = keyIdIn(delivery.headers.authorization);
  if (keyId === null) return false;
  const keys = await published(vouching.discoveryAt(settings), keyId);
  return vouching.isSigned(delivery, { settings, published: keys, at: now() });
}

/** Which key a bearer token says it was signed with; null where there is no such token. */
function keyIdIn(authorization: string | undefined): string | null {
  const [, head] = /^Bearer ([\w-]{1,2048})\.[\w-]+\.[\w-]+$/.exec(authorization ?? "") ?? [];
  if (head === undefined) return null;
  try {
    const { kid } = JSON.parse(Buffer.from(head, "base64url").toString("utf8"));
    return typeof kid === "string" ? kid : null;
  } catch {
    return null;
  }
}

function isFresh(sentAt: Date | null, now: Date): boolean {
  return sentAt === null || Math.abs(now.getTime() - sentAt.getTime()) <= WINDOW_MS;
}

/**
 * What is signed and cannot be read will not be readable the next time either, so it is accepted;
 * that it came is told on the night's page.
 */
function readMessages(
  { keys }: ReceiverParts,
  { webhook, settings }: KnownConnection,
  delivery: Delivery,
): { messages: readonly Kept[]; isReadable: boolean } {
  const pseudonymOf = (text: string) =>
    pseudonym(keys.pseudonym, "telephone", text).toString("base64url");
  try {
    const messages = webhook.read(delivery, { settings, pseudonymOf });
    const told = messages.filter(({ records }) => records.length > 0);
    return { messages: told, isReadable: true };
  } catch {
    const id = `unreadable:${createHash("sha256").update(delivery.body).digest("hex")}`;
    const refusal: RefusalRecord = {
      type: "refusal",
      where: "a delivery",
      reason: "it cannot be read; the network may have changed what it sends",
    };
    return { messages: [{ id, records: [refusal] }], isReadable: false };
  }
}
