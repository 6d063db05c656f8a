import { createHmac, timingSafeEqual } from "node:crypto";
import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import type { Delivery, Message as Sent, WebhookReading } from "../webhook.ts";
import { interactionIn, readInteraction } from "./interaction.ts";
import { isAlwaysFound, ownAct, reactionOf } from "./messages.ts";
import { isTs, type Message, momentOf } from "./wire.ts";

/**
 * What people tick under our questions (`interaction.ts`), and the Events API: `message.channels`, `message.groups`, `reaction_added`, `reaction_removed`. What
 * is sent becomes the very records the night reads, under the same ids and times, so that neither
 * counts twice what the other has told; and what a night would not find is left out here too.
 * `member_joined_channel` is not read: it has another time than the message a joining leaves.
 */
export const webhook: WebhookReading = {
  secret: "signingSecret",
  handshake: ({ body }) => {
    const { type, challenge } = eventIn<Envelope>(body);
    if (type !== "url_verification" || typeof challenge !== "string") return null;
    return { status: 200, type: "text/plain", body: challenge };
  },
  isSigned({ headers, body }, secret) {
    const sentAt = headers["x-slack-request-timestamp"] ?? "";
    const made = createHmac("sha256", secret).update(`v0:${sentAt}:`).update(body).digest("hex");
    const [given, expected] = [headers["x-slack-signature"] ?? "", `v0=${made}`].map(Buffer.from);
    if (given === undefined || expected === undefined) return false;
    return given.length === expected.length && timingSafeEqual(given, expected);
  },
  sentAt({ headers }) {
    const seconds = Number(headers["x-slack-request-timestamp"] ?? Number.NaN);
    return Number.isFinite(seconds) ? new Date(seconds * 1000) : null;
  },
  read({ body }: Delivery): readonly Sent[] {
    const tapped = interactionIn(body);
    if (tapped !== null) return readInteraction(tapped);
    const { type, event_id: id, event } = eventIn<Envelope>(body);
    if (type !== "event_callback" || typeof id !== "string" || !event) return [];
    return [{ id, records: recordsOf(event) }];
  },
};

interface Envelope {
  readonly type?: string;
  readonly challenge?: string;
  readonly event_id?: string;
  readonly event?: Event | null;
}

interface Event extends Message {
  readonly type?: string;
  readonly channel?: string;
  readonly channel_type?: string;
  /** When it was sent: of a deletion, when it was deleted. */
  readonly event_ts?: string;
  readonly message?: Message | null;
  readonly previous_message?: Message | null;
  readonly reaction?: string;
  readonly item?: {
    readonly type?: string;
    readonly channel?: string;
    readonly ts?: string;
  } | null;
  readonly item_user?: string | null;
}

function recordsOf(event: Event): readonly CanonicalRecord[] {
  if (event.type === "reaction_added" || event.type === "reaction_removed")
    return reactionIn(event);
  if (event.type !== "message" || typeof event.channel !== "string") return [];
  // Direct messages are nobody's business here: no scope for them is asked for.
  if (event.channel_type === "im" || event.channel_type === "mpim") return [];
  const gone = deletedIn(event);
  const message = gone ?? event;
  if (!isTs(message.ts) || !isAlwaysFound(message)) return [];
  const act = ownAct(message, { channel: event.channel, bots: new Set() });
  if (act === null) return [];
  return [gone === null ? act : withdrawn(act, event)];
}

/** A post that has replies is not deleted: a stone takes its place. Any other edit changes nothing. */
function deletedIn({ subtype, message, previous_message: before }: Event): Message | null {
  const isStone = subtype === "message_changed" && message?.subtype === "tombstone";
  return (subtype === "message_deleted" || isStone) && before ? before : null;
}

/** Slack does not say in which thread the message was: the message itself stands for the root. */
function reactionIn(event: Event): readonly CanonicalRecord[] {
  const { user, reaction, item, item_user: target } = event;
  if (item?.type !== "message" || !isTs(item.ts) || typeof item.channel !== "string") return [];
  if (!user || typeof reaction !== "string") return [];
  const at = { channel: item.channel, root: item.ts, target: target ?? null };
  const act = reactionOf({ user, name: reaction, ts: item.ts }, at);
  return [event.type === "reaction_added" ? act : withdrawn(act, event)];
}

function withdrawn(act: ActivityRecord, { event_ts: sent }: Event): ActivityRecord {
  return { ...act, withdrawnAt: isTs(sent) ? new Date(momentOf(sent)).toISOString() : act.at };
}

/** What is no JSON is nothing of Slack's. */
function eventIn<Body extends object>(body: Uint8Array): Partial<Body> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof value === "object" && value !== null ? (value as Partial<Body>) : {};
  } catch {
    return {};
  }
}
