import { z } from "zod";

/**
 * The fields that are read of what Meta sends, and no others: what is not named here, text included,
 * is gone when a delivery has been read. Almost everything may be missing: since 2026 a person may
 * come without a telephone number, and older deliveries without a user id.
 */
const id = z.string().min(1).max(512);
const someId = id.optional().catch(undefined);
/** Seconds since 1970. Meta writes it as a string. */
const moment = z
  .union([z.string().regex(/^\d{9,11}$/), z.number().int().positive()])
  .transform((seconds) => new Date(Number(seconds) * 1000).toISOString());

const contact = z.object({ wa_id: someId, user_id: someId });

export const message = z.object({
  id,
  timestamp: moment,
  type: z.string(),
  from: someId,
  from_user_id: someId,
  context: z.object({ id: someId }).optional().catch(undefined),
  // Read for one word (STOP), never passed on.
  text: z.object({ body: z.string() }).optional().catch(undefined),
  button: z.object({ payload: someId, text: someId }).optional().catch(undefined),
  interactive: z
    .object({
      type: z.string(),
      button_reply: z.object({ id }).optional(),
      list_reply: z.object({ id }).optional(),
      nfm_reply: z.object({ response_json: z.string() }).optional(),
    })
    .optional()
    .catch(undefined),
  reaction: z.object({ message_id: id, emoji: z.string().optional() }).optional().catch(undefined),
  system: z
    .object({ type: z.string(), wa_id: someId, user_id: someId, previous_user_id: someId })
    .optional()
    .catch(undefined),
});
export type Message = z.infer<typeof message>;

export const status = z.object({
  id,
  status: z.string(),
  timestamp: moment,
  recipient_type: z.string().optional().catch(undefined),
  recipient_id: someId,
  recipient_user_id: someId,
  recipient_participant_id: someId,
  biz_opaque_callback_data: someId,
  errors: z
    .array(z.object({ code: z.number().int() }))
    .optional()
    .catch(undefined),
});
export type Status = z.infer<typeof status>;

export const preference = z.object({
  wa_id: someId,
  user_id: someId,
  value: z.enum(["stop", "resume"]),
  timestamp: moment,
});

/** As gateways pass it on; Meta itself sends a system message. */
export const idUpdate = z.object({
  wa_id: someId,
  user_id: z.object({ previous: id, current: id }),
});

const list = z.array(z.unknown()).optional().catch(undefined);

export const value = z.object({
  metadata: z.object({ phone_number_id: someId }).optional().catch(undefined),
  contacts: z.array(contact).optional().catch(undefined),
  messages: list,
  statuses: list,
  user_preferences: list,
  user_id_update: list,
});
export type Value = z.infer<typeof value>;

export const envelope = z.object({
  object: z.literal("whatsapp_business_account"),
  entry: z.array(z.object({ changes: z.array(z.object({ field: z.string(), value })) })),
});
