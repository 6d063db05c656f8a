import type { Channel, Letter } from "./channel.ts";
import { askedToWait, NotReached, type Posted, post } from "./post.ts";
import { type Gateway, matches, placeIn } from "./sms/gateway.ts";

/** Text messages by any gateway that takes an HTTP request. They carry the link and no question. */
export function smsChannel(gateway: Gateway): Channel {
  return {
    name: "sms",
    asksInPlace: false,
    price: gateway.price ?? null,
    perSecond: gateway.perSecond,
    async send(letter) {
      const to = numberFor(gateway, letter.to);
      if (to === null) return { outcome: "unreachable", why: "not a telephone number" };
      let answer: Posted;
      try {
        answer = await ask(gateway, { ...letter, to });
      } catch (error) {
        if (error instanceof NotReached) {
          return { outcome: "later", after: 120, why: `no gateway (${error.code})` };
        }
        throw error;
      }
      const why = `the gateway answered ${answer.status}`;
      if (matches(gateway.unreachable, answer)) return { outcome: "unreachable", why };
      if (matches(gateway.sent, answer)) {
        const id = gateway.id === undefined ? undefined : placeIn(answer.body, gateway.id);
        return { outcome: "sent", id: id === undefined || id === null ? null : String(id) };
      }
      // What is no refusal of the request itself may have been taken before it failed.
      if (answer.status >= 500 && answer.status !== 503) {
        throw Object.assign(new Error(why), { code: String(answer.status) });
      }
      return { outcome: "later", after: askedToWait(answer, 300), why };
    },
    async close() {},
  };
}

function ask(gateway: Gateway, letter: Letter): Promise<Posted> {
  const slots: Readonly<Record<string, string>> = {
    to: letter.to,
    text: letter.text,
    token: letter.token,
    secret: gateway.secret,
  };
  const body = filled(gateway.body, slots);
  const isJson = gateway.as === "json";
  const fields = Object.entries(body as Record<string, unknown>);
  return post(gateway.url, {
    method: gateway.method,
    headers: {
      "content-type": isJson ? "application/json" : "application/x-www-form-urlencoded",
      ...(filled(gateway.headers, slots) as Record<string, string>),
    },
    body: isJson
      ? JSON.stringify(body)
      : new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString(),
  });
}

/** The same value with `{slots}` filled in every text of it, however deep. */
function filled(value: unknown, slots: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") {
    return value.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole);
  }
  if (Array.isArray(value)) return value.map((one) => filled(one, slots));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, slots)]));
}

/** The directory holds numbers in their international form; null for what is none. */
function numberFor({ numbers }: Gateway, to: string): string | null {
  const digits = /^\+?([1-9]\d{6,14})$/.exec(to.replace(/[\s().-]/g, ""))?.[1];
  if (digits === undefined) return null;
  return { plus: `+${digits}`, zeros: `00${digits}`, bare: digits }[numbers];
}
