import type { DeliveryReading, Message as Told } from "../webhook.ts";
import { broadcast } from "./messages.ts";
import { somebody } from "./people.ts";
import type { Status } from "./wire.ts";

/**
 * Somebody saw what the company sent them: a view of the post it was, which our channel writes on it
 * (`biz_opaque_callback_data`), else of that one message. Sent and delivered are not seen; what failed
 * did not reach whoever it was for, which Meta says only afterwards.
 * Statuses come in any order, and again; each is known by its message and its kind.
 */
export function readStatus(
  status: Status,
  numberId: string | undefined,
  reading: DeliveryReading,
): Told | null {
  if (status.status === "failed") {
    const why = `WhatsApp says ${status.errors?.[0]?.code ?? "no code"}`;
    const id = `${status.id}:failed`;
    return { id, records: [{ type: "undelivered", id, message: status.id, why }] };
  }
  if (status.status !== "read" || numberId === undefined) return null;
  const isGroup = status.recipient_type === "group";
  // In a WhatsApp group, the recipient is the group; who read it is the participant.
  const number = isGroup ? status.recipient_participant_id : status.recipient_id;
  const reader = somebody({ userId: status.recipient_user_id, number }, reading);
  if (reader === null) return null;
  const group = broadcast(numberId);
  const id = `${status.id}:read${isGroup ? `:${reader.id}` : ""}`;
  return {
    id,
    records: [
      ...reader.records,
      group,
      {
        type: "activity",
        id,
        verb: "view",
        member: reader.id,
        group: group.id,
        root: status.biz_opaque_callback_data ?? status.id,
        target: null,
        isQuestion: false,
        at: status.timestamp,
        withdrawnAt: null,
      },
    ],
  };
}
