import { declaredPurposes } from "../purposes.ts";
import { isSame } from "../webhook/signature.ts";
import type { WebhookReading } from "../webhook.ts";
import { translate } from "./translate.ts";
import { dateOf, type Update } from "./wire.ts";

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
    const date = dateOf(update);
    // An answer to a poll does not say when it was given, and a delivery not when it was sent.
    if (!Number.isSafeInteger(update.update_id) || date === null) return [];
    // A group that moves is told of once, and nothing is remembered from one delivery to the next.
    const translation = { moved: new Map(), purposes: declaredPurposes(settings.purposes).of };
    const records = [...translate(update, date * 1000, translation)];
    return [{ id: String(update.update_id), records }];
  },
};

/** What a parser says of what it cannot read quotes it. */
function parsed(body: Uint8Array): Update {
  try {
    return (JSON.parse(new TextDecoder().decode(body)) ?? {}) as Update;
  } catch {
    throw new Error("an update that is not JSON");
  }
}
