import { createHash } from "node:crypto";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import type { Delivery, DeliveryReading, Message } from "../webhook.ts";
import { readMessage, refusal } from "./messages.ts";
import { somebody } from "./people.ts";
import { readStatus } from "./statuses.ts";
import { envelope, idUpdate, message, preference, status, type Value } from "./wire.ts";

/** Fields of the subscription that speak of people. The others speak of templates and accounts. */
const fields = ["messages", "user_preferences", "user_id_update"];

/** Every message of every change of every entry: Meta sends up to a thousand in one delivery. */
export function readDelivery({ body }: Delivery, reading: DeliveryReading): readonly Message[] {
  const parsed = envelope.safeParse(parse(body));
  if (!parsed.success) throw new Error("This is no delivery of WhatsApp.");
  return parsed.data.entry.flatMap(({ changes }) =>
    changes
      .filter(({ field }) => fields.includes(field))
      .flatMap(({ value }) => readValue(value, reading)),
  );
}

function readValue(value: Value, reading: DeliveryReading): readonly Message[] {
  const numberId = value.metadata?.phone_number_id;
  // An application has one address for all its numbers: those of other connections are not ours.
  if (numberId !== undefined && numberId !== reading.settings.phoneNumberId) return [];
  return [
    ...each(value.messages, (one) => {
      const { success, data } = message.safeParse(one);
      return success ? readMessage(data, value, reading) : null;
    }),
    ...each(value.statuses, (one) => {
      const { success, data } = status.safeParse(one);
      return success ? (readStatus(data, numberId, reading) ?? nothing) : null;
    }),
    ...each(value.user_preferences, (one) => {
      const { success, data } = preference.safeParse(one);
      return success ? preferenceOf(data, reading) : null;
    }),
    ...each(value.user_id_update, (one) => {
      const { success, data } = idUpdate.safeParse(one);
      return success ? updateOf(data, reading) : null;
    }),
  ].filter(({ records }) => records.length > 0);
}

const nothing: Message = { id: "", records: [] };

/** What cannot be read is told as such, under an id of its own, and stops nothing else. */
function each(
  items: readonly unknown[] | undefined,
  read: (item: unknown) => Message | null,
): readonly Message[] {
  return (items ?? []).map((item) => {
    const told = read(item);
    if (told !== null) return told;
    const id = createHash("sha256").update(JSON.stringify(item)).digest("hex");
    return { id, records: [refusal("unknown", "its shape is not the one Meta documents")] };
  });
}

/** WhatsApp's own switch for messages of this company: stop, or resume. */
function preferenceOf(
  { wa_id, user_id, value, timestamp: at }: ReturnType<typeof preference.parse>,
  reading: DeliveryReading,
): Message {
  const who = somebody({ userId: user_id, number: wa_id }, reading);
  if (who === null) return nothing;
  const id = `preference:${who.id}:${at}:${value}`;
  const said = { type: "consent", id, member: who.id, given: value === "resume", at } as const;
  return { id, records: [...who.records, said] };
}

function updateOf(
  { wa_id, user_id }: ReturnType<typeof idUpdate.parse>,
  reading: DeliveryReading,
): Message {
  const now = somebody({ userId: user_id.current, number: wa_id }, reading);
  const { previous: formerly, current: member } = user_id;
  const alias: CanonicalRecord = { type: "alias", formerly, member };
  return { id: `id:${formerly}:${member}`, records: [alias, ...(now?.records ?? [])] };
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    // The parser's own message would quote what it read.
    return null;
  }
}
