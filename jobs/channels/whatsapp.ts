import { attempt, type Called, call, type Fetch, field } from "./call.ts";
import type { Channel, Letter, Said, Sent } from "./channel.ts";
import { choiceOf } from "./labels.ts";
import { interactiveOf } from "./whatsapp/interactive.ts";
import { refusalOf } from "./whatsapp/refusal.ts";

export interface WhatsappSettings {
  /** Of a system user with `whatsapp_business_messaging`. */
  readonly token: string;
  /** The id of the number that writes, not the number. */
  readonly phoneNumberId: string;
  /**
   * What the approved templates are called, before `_invite`, `_remind`, `_thank`, `_test`; those
   * with `_link` at the end have no button to answer here.
   */
  readonly template: string;
  /** With the version: `https://graph.facebook.com/v23.0`. */
  readonly url?: string;
  /** What one template costs, such as `0.0508 EUR`: Meta's price list is by country and category. */
  readonly price?: string;
}

/**
 * WhatsApp Business Cloud. Whoever did not write to us within 24 hours gets a template that Meta has
 * approved, and nothing else; a tap on its button opens the 24 hours in which the questions are
 * asked, one after another, as buttons and lists. 80 messages a second a number, one in six seconds
 * to the same person (after a short burst), and so many people a day as the portfolio's tier allows.
 */
export function whatsappChannel(settings: WhatsappSettings, fetch: Fetch): Channel {
  const home = (settings.url?.trim() || "https://graph.facebook.com/v23.0").replace(/\/+$/, "");
  const post = async (to: string, message: object): Promise<Sent> => {
    const address = `${home}/${encodeURIComponent(settings.phoneNumberId)}/messages`;
    const whom = recipientOf(to);
    if (whom === null) return { outcome: "unreachable", why: "neither a number nor a user id" };
    const answer = await call(
      fetch,
      address,
      { messaging_product: "whatsapp", recipient_type: "individual", ...whom, ...message },
      { authorization: `Bearer ${settings.token.trim()}` },
    );
    return sentOf(answer);
  };
  return {
    name: "whatsapp",
    asksInPlace: true,
    oneByOne: true,
    price: priceOf(settings.price),
    // Of the 80 a number has, so that answers are not kept waiting by invitations.
    perSecond: 60,
    send: (letter) => attempt(() => post(letter.to, templateOf(settings.template, letter))),
    reply: (to, said) =>
      attempt(async () => {
        let sent: Sent = { outcome: "sent", id: null };
        for (const message of messagesOf(said)) {
          sent = await post(to, message);
          if (sent.outcome !== "sent") return sent;
        }
        return sent;
      }),
    close: async () => {},
  };
}

/**
 * By number, or by the user id Meta has had for everybody since 2026: somebody may have no number
 * that we know. A number is written `+33…` in our directory.
 */
function recipientOf(to: string): { to: string } | { recipient: string } | null {
  if (/^\+\d{6,15}$/.test(to)) return { to: to.slice(1) };
  return /^[A-Z]{2}\.[\w.-]{1,256}$/.test(to) ? { recipient: to } : null;
}

/**
 * Nothing of it is worded here: what a template says was approved. Its buttons, in this order: answer
 * here (unless only the link may be sent), STOP, and the page, whose address ends with the code.
 */
function templateOf(template: string, { purpose, language, link, questions }: Letter): object {
  const [first] = questions;
  const payloads = first === undefined ? ["STOP"] : [choiceOf(first.token, "begin"), "STOP"];
  const buttons = payloads.map((payload) => ["quick_reply", { type: "payload", payload }] as const);
  const page = ["url", { type: "text", text: link.slice(link.lastIndexOf("/") + 1) }] as const;
  return {
    type: "template",
    template: {
      name: `${template}_${purpose}${first === undefined ? "_link" : ""}`,
      language: { code: language },
      components: [...buttons, page].map(([sub_type, parameter], index) => ({
        type: "button",
        sub_type,
        index: String(index),
        parameters: [parameter],
      })),
    },
  };
}

function messagesOf({ text, questions, moves, labels }: Said): readonly object[] {
  const [next] = questions;
  if (next !== undefined) {
    const backwards = moves.filter(({ move }) => move === "back");
    const words = [text, next.words].filter(Boolean).join("\n\n");
    return interactiveOf({ ...next, words }, backwards, labels);
  }
  const buttons = moves.slice(0, 3).map(({ move, token }) => ({
    type: "reply",
    reply: { id: choiceOf(token, move), title: labels[move] },
  }));
  if (buttons.length === 0) return [{ type: "text", text: { body: text, preview_url: false } }];
  const interactive = { type: "button", body: { text }, action: { buttons } };
  return [{ type: "interactive", interactive }];
}

function sentOf(answer: Called): Sent {
  const id = field(answer.body, "messages", 0, "id");
  if (answer.status === 200 && typeof id === "string") return { outcome: "sent", id };
  return refusalOf(answer);
}

/** @throws when it is not an amount and a currency: a wave must not be priced by a guess. */
function priceOf(price: string | undefined): Channel["price"] {
  if (price === undefined || price.trim() === "") return null;
  const [, amount, currency] = /^(\d+(?:[.,]\d+)?)\s*([A-Z]{3})$/.exec(price.trim()) ?? [];
  if (amount === undefined || currency === undefined) {
    throw new Error("the price of a template is written as an amount and a currency: 0.0508 EUR");
  }
  return { thousandths: Number(amount.replace(",", ".")) * 1000, currency };
}
