import type { CanonicalRecord, GroupRecord } from "#app/model/canonical.ts";
import type { DeliveryReading, Message as Told } from "../webhook.ts";
import { chosenIn } from "./answers.ts";
import { senderOf, somebody, standInOf } from "./people.ts";
import type { Message, Value } from "./wire.ts";
import { consentIn } from "./words.ts";

/** What people send: each counts as a message, whatever it is. None of it is looked at. */
const written = [
  "text",
  "image",
  "audio",
  "video",
  "document",
  "sticker",
  "location",
  "contacts",
  "order",
  "unsupported",
];
/** What is no new message: an edited or deleted one, a chat that was opened. */
const silent = ["edit", "revoke", "request_welcome", "ephemeral"];

/** Everything the company sends from one of its numbers, as a group: only the company speaks in it. */
export function broadcast(numberId: string): GroupRecord {
  return {
    type: "group",
    id: `broadcast:${numberId}`,
    privacy: "closed",
    purpose: "announcements",
    name: null,
    createdAt: null,
    archivedAt: null,
  };
}

/** What one message says, in our words. */
export function readMessage(message: Message, value: Value, reading: DeliveryReading): Told {
  return { id: message.id, records: recordsOf(message, value, reading) };
}

function recordsOf(
  message: Message,
  value: Value,
  reading: DeliveryReading,
): readonly CanonicalRecord[] {
  if (message.type === "system") return changeOf(message, reading);
  if (silent.includes(message.type)) return [];
  const sender = somebody(senderOf(message, value), reading);
  if (sender === null) return [refusal(message.type, "it does not say who sent it")];
  const { id, timestamp: at } = message;
  const member = sender.id;

  const given = consentOf(message, reading.settings.optIn);
  if (given !== null) return [...sender.records, { type: "consent", id, member, given, at }];
  // An answer is no message: who answered when must not be readable in what people did.
  const chosen = chosenIn(message);
  if (chosen !== null) {
    return [...sender.records, { type: "answer", id, member, ...chosen, at }];
  }
  const act = { type: "activity", id, member, target: null, isQuestion: false, at } as const;
  if (message.type === "reaction") {
    const { reaction } = message;
    const numberId = value.metadata?.phone_number_id;
    // One that is taken back comes without its emoji, and does not say which one it was.
    if (reaction === undefined || !reaction.emoji || numberId === undefined) return [];
    const group = broadcast(numberId);
    const to = { group: group.id, root: reaction.message_id, withdrawnAt: null };
    return [...sender.records, group, { ...act, verb: "react", ...to }];
  }
  if (["interactive", "button"].includes(message.type)) return [...sender.records];
  if (!written.includes(message.type)) {
    return [refusal(message.type, "this version does not know what it is")];
  }
  const nowhere = { group: null, root: null, withdrawnAt: null };
  return [...sender.records, { ...act, verb: "message", ...nowhere }];
}

/** A word, or a button of a template that says it. */
function consentOf({ text, button }: Message, optIn: string | undefined): boolean | null {
  const words = [text?.body, button?.payload, button?.text];
  const heard = words.map((said) => consentIn(said ?? "", optIn));
  return heard.includes(false) ? false : heard.includes(true) ? true : null;
}

/**
 * Somebody changed their number, and with it their user id
 * (developers.facebook.com/documentation/business-messaging/whatsapp/changelog, 11 August 2026), or
 * their user id alone. Whatever was told under the former ids is theirs.
 */
function changeOf(
  { type, from, from_user_id, system }: Message,
  reading: DeliveryReading,
): readonly CanonicalRecord[] {
  if (system === undefined) return [refusal(type, "it does not say what changed")];
  if (!["user_changed_number", "user_changed_user_id"].includes(system.type)) return [];
  const userId = system.user_id;
  const now = somebody({ userId, number: system.wa_id }, reading);
  if (now === null) return [refusal(system.type, "it does not say who they are now")];
  const before = from === undefined ? [] : [standInOf(from, reading.pseudonymOf)];
  const formers = [system.previous_user_id, from_user_id, ...before];
  return [
    ...formers.flatMap((formerly) =>
      formerly === undefined || formerly === now.id
        ? []
        : [{ type: "alias", formerly, member: now.id } as const],
    ),
    ...now.records,
  ];
}

/** A kind of message is Meta's word, not a person's; anything else in its place is not repeated. */
export function refusal(kind: string, reason: string): CanonicalRecord {
  const name = /^[a-z_]{1,40}$/.test(kind) ? kind : "another kind";
  return { type: "refusal", where: `a message of type ${name}`, reason };
}
