import { createHash, timingSafeEqual } from "node:crypto";
import { declaredPurposes } from "../purposes.ts";
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
    const given = headers["x-telegram-bot-api-secret-token"] ?? "";
    return secret !== "" && timingSafeEqual(digest(given), digest(secret));
  },
  read({ body }, { settings }) {
    const update = JSON.parse(new TextDecoder().decode(body)) as Update;
    const date = dateOf(update);
    // An answer to a poll does not say when it was given, and a delivery not when it was sent.
    if (!Number.isSafeInteger(update.update_id) || date === null) return [];
    // A group that moves is told of once, and nothing is remembered from one delivery to the next.
    const translation = { moved: new Map(), purposes: declaredPurposes(settings.purposes).of };
    return [
      { id: String(update.update_id), records: [...translate(update, date * 1000, translation)] },
    ];
  },
};

/** Of one length, so that comparing takes the same time whatever was given. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
