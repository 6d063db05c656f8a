import { createHmac } from "node:crypto";
import { whatsapp } from "#jobs/connectors/whatsapp.ts";
import { describeWebhook, type Sign } from "#tests/support/describe-webhook.ts";

/** As Meta does: HMAC-SHA256 of the bytes with the app secret. */
export const signAsMeta: Sign = (body, secret) => ({
  "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
});

describeWebhook(whatsapp, signAsMeta);
