import { defineConnector } from "./connector.ts";
import { hmacHex, isSame } from "./webhook/signature.ts";
import { check, rights } from "./whatsapp/check.ts";
import { readDelivery } from "./whatsapp/read.ts";

/**
 * WhatsApp Business Cloud: what people answer and send to a number of the company, and whether they
 * saw what it sent them. Meta delivers, nothing is asked: a night costs no request whatever the size
 * of the company. 100,000 people who are sent one post are at most 300,000 statuses (sent, delivered,
 * read), sent off at 80 messages a second in 21 minutes; Meta puts up to 1,000 in one delivery.
 */
export const whatsapp = defineConnector({
  network: "whatsapp",
  title: "WhatsApp",
  settings: {
    appSecret: { label: "the app secret, which signs deliveries", secret: true },
    verifyToken: { label: "a token of your own, given to Meta with the address", secret: true },
    phoneNumberId: { label: "the id of the number people write to (not the number itself)" },
    token: {
      label: "the token of a system user, for the check and for writing",
      secret: true,
      optional: true,
    },
    template: {
      label: "what the approved templates are called, to put questions to people",
      optional: true,
    },
    price: { label: "what one template costs, such as 0.0508 EUR", optional: true },
    url: { label: "Graph address, where it is not the usual one", optional: true },
    optIn: { label: "words that give consent, such as OUI, START", optional: true },
  },
  webhook: {
    secret: "appSecret",
    declares: {
      each: ["members", "groups", "view", "react", "message"],
      historyDays: 0,
      delayHours: 1,
    },
    rights,
    check,
    handshake({ method, query }, { verifyToken = "" }) {
      if (method !== "GET" || query.get("hub.mode") !== "subscribe" || verifyToken === "") {
        return null;
      }
      if (!isSame(query.get("hub.verify_token") ?? undefined, verifyToken)) return null;
      const challenge = query.get("hub.challenge") ?? "";
      // Given back as it came, so nothing that a browser could take for a page.
      if (!/^[\w.-]{1,256}$/.test(challenge)) return null;
      return { status: 200, type: "text/plain", body: challenge };
    },
    isSigned({ headers, body }, secret) {
      return isSame(headers["x-hub-signature-256"], `sha256=${hmacHex(secret, body)}`);
    },
    read: readDelivery,
  },
});
