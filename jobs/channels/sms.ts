import { attempt, type Called, call, type Fetch } from "./call.ts";
import type { Channel, Letter } from "./channel.ts";
import { type Gateway, matches, placeIn } from "./sms/gateway.ts";

/** Text messages by any gateway that takes an HTTP request. They carry the link and no question. */
export function smsChannel(gateway: Gateway, fetch: Fetch): Channel {
  return {
    name: "sms",
    asksInPlace: false,
    price: gateway.price ?? null,
    perSecond: gateway.perSecond,
    async send(letter) {
      const to = numberFor(gateway, letter.to);
      if (to === null) return { outcome: "unreachable", why: "not a telephone number" };
      return attempt(async () => {
        const answer = await ask(gateway, { ...letter, to }, fetch);
        const why = `the gateway answered ${answer.status}`;
        if (matches(gateway.unreachable, answer)) return { outcome: "unreachable", why };
        if (matches(gateway.sent, answer)) {
          const id = gateway.id === undefined ? null : (placeIn(answer.body, gateway.id) ?? null);
          return { outcome: "sent", id: id === null ? null : String(id) };
        }
        return { outcome: "later", after: Math.min(answer.retryAfter ?? 300, 86_400), why };
      });
    },
    async close() {},
  };
}

function ask(gateway: Gateway, letter: Letter, fetch: Fetch): Promise<Called> {
  const slots: Readonly<Record<string, string>> = {
    to: letter.to,
    text: letter.text,
    token: letter.token,
    secret: gateway.secret,
  };
  const body = filled(gateway.body, slots) as Readonly<Record<string, unknown>>;
  const form = () =>
    new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)]));
  const headers = filled(gateway.headers, slots) as Readonly<Record<string, string>>;
  return call(fetch, gateway.url, gateway.as === "json" ? body : form(), headers);
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
