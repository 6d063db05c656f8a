import { createHmac } from "node:crypto";
import { ensureConnection } from "#db/intake/connection.ts";
import type { Context } from "#jobs/context.ts";
import type { Sign } from "./describe-webhook.ts";

export const appSecret = "a-secret-of-the-app";
export const numberId = "106540352242922";

/** As Meta does: HMAC-SHA256 of the bytes with the app secret. */
export const signAsMeta: Sign = (body, secret) => ({
  "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
});

/** A connection to WhatsApp; returns its id. */
export function connectWhatsapp({ db, keys }: Context, key = "whatsapp"): Promise<number> {
  return ensureConnection(db, keys.secrets, {
    key,
    network: "whatsapp",
    title: "WhatsApp",
    supplies: ["view", "react", "message"],
    settings: {
      appSecret,
      verifyToken: "a-token-of-ours",
      phoneNumberId: numberId,
      optIn: "OUI",
    },
  });
}

/** Seconds, as Meta writes them. */
export function seconds(at: string): string {
  return String(Date.parse(at) / 1000);
}

/** A delivery of one change with these messages and statuses. */
export function delivery(value: {
  readonly contacts?: readonly object[];
  readonly messages?: readonly object[];
  readonly statuses?: readonly object[];
}): string {
  const metadata = { display_phone_number: "33100000000", phone_number_id: numberId };
  const change = {
    field: "messages",
    value: { messaging_product: "whatsapp", metadata, ...value },
  };
  const entry = [{ id: "419561257915477", changes: [change] }];
  return JSON.stringify({ object: "whatsapp_business_account", entry });
}

/** Posts a body as Meta does. */
export function post(
  address: string,
  body: string,
  { secret = appSecret, path = "/webhooks/whatsapp" } = {},
): Promise<Response> {
  return fetch(`${address}${path}`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      ...signAsMeta(Buffer.from(body), secret, new Date(0)),
    },
  });
}
