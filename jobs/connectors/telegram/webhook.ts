import { declaredPurposes } from "../purposes.ts";
import { isSame } from "../webhook/signature.ts";
import type { WebhookReading } from "../webhook.ts";
import { translate } from "./translate.ts";
import { dateOf, type Tap, type Update } from "./wire.ts";

/**
 * Updates as Telegram sends them by itself, marked with the secret that `setWebhook` was given. The
 * same records under the same ids as when they are asked for. A repetition has the same number.
 */
export const webhook: WebhookReading = {
  secret: "secret",
  isSigned({ headers }, secret) {
    return secret !== "" && isSame(headers["x-telegram-bot-api-secret-token"], secret);
  },
  read({ body }, { settings }) {
    const update = parsed(body);
    const date = dateOf(update) ?? askedAt(update.callback_query);
    // An answer to a poll does not say when it was given, and a delivery not when it was sent.
    if (!Number.isSafeInteger(update.update_id) || date === null) return [];
    // A group that moves is told of once, and nothing is remembered from one delivery to the next.
    const translation = { moved: new Map(), purposes: declaredPurposes(settings.purposes).of };
    const records = [...translate(update, date * 1000, translation)];
    return [{ id: String(update.update_id), records }];
  },
  // The answer to a delivery may be a request of ours: it ends the waiting sign on the button.
  acknowledge({ body }) {
    const tap = isReadable(body) ? parsed(body).callback_query : undefined;
    if (typeof tap?.id !== "string" || !/^\d{1,32}$/.test(tap.id)) return null;
    const text = JSON.stringify({ method: "answerCallbackQuery", callback_query_id: tap.id });
    return { status: 200, type: "application/json", body: text };
  },
};

/** A press on a button has no date: it came after the message was last changed, and that will do. */
function askedAt(tap: Tap | undefined): number | null {
  return tap?.message === undefined ? null : tap.message.edit_date || tap.message.date || null;
}

function isReadable(body: Uint8Array): boolean {
  try {
    return parsed(body) !== null;
  } catch {
    return false;
  }
}

/** What a parser says of what it cannot read quotes it. */
function parsed(body: Uint8Array): Update {
  try {
    return (JSON.parse(new TextDecoder().decode(body)) ?? {}) as Update;
  } catch {
    throw new Error("an update that is not JSON");
  }
}
