import type { SimulatedChat } from "#fixtures/chats/phone.ts";
import type { Reply } from "#fixtures/loopback.ts";
import type { Channel } from "#jobs/channels/channel.ts";
import { slackChannel } from "#jobs/channels/slack.ts";
import { teamsChannel } from "#jobs/channels/teams.ts";
import { telegramChannel } from "#jobs/channels/telegram.ts";
import { whatsappChannel } from "#jobs/channels/whatsapp.ts";
import {
  ada,
  secrets,
  startSlack,
  startTeams,
  startTelegram,
  startWhatsapp,
} from "#tests/support/chat-vendors.ts";
import {
  describeChannel,
  letterAddress,
  type SimulatedVendor,
} from "#tests/support/describe-channel.ts";

const surroundings = {
  webhook: () => "http://127.0.0.1:1/",
  now: () => new Date("2026-10-05T08:00:00Z"),
  page: `${letterAddress}/a/`,
};

interface Addresses {
  readonly to: string;
  readonly nowhere: string;
  /** How a telephone of the vendor names whom the address reaches. */
  readonly named?: (member: string) => string;
  readonly busy: Reply;
}

function vendorOf(
  chat: SimulatedChat,
  channel: Channel,
  { to, nowhere, busy, named = (member) => member }: Addresses,
): SimulatedVendor {
  return {
    ...{ channel: () => channel, to, nowhere },
    messages: () =>
      chat.taken.map(({ member, shown, raw }) => ({
        to: named(member),
        text: shown.text,
        raw: `${raw} ${shown.links.join(" ")}`,
      })),
    meets(misfortune) {
      if (misfortune === "silent") chat.hangUpNext();
      else chat.refuseNext(busy);
    },
    leave: () => chat.close(),
  };
}

describeChannel("Telegram", async () => {
  const chat = await startTelegram(surroundings);
  const channel = telegramChannel({ token: secrets.telegram.token, url: chat.url }, fetch);
  const body = JSON.stringify({ ok: false, error_code: 429, parameters: { retry_after: 7 } });
  const busy = { status: 429, body };
  return vendorOf(chat, channel, { to: ada.telegram, nowhere: "5100000099", busy });
});

describeChannel("Slack", async () => {
  const chat = await startSlack(surroundings);
  const channel = slackChannel({ token: secrets.slack.token, url: chat.url }, fetch);
  const busy = { status: 429, headers: { "retry-after": "7" }, body: "ratelimited" };
  return vendorOf(chat, channel, { to: ada.slack, nowhere: "U0NOBODY01", busy });
});

describeChannel("Teams", async () => {
  const chat = await startTeams(surroundings);
  const { tenant, botId, botSecret } = secrets.teams;
  const channel = teamsChannel(
    { tenant, botId, botSecret, service: chat.url, login: chat.url },
    fetch,
  );
  const busy = { status: 429, headers: { "retry-after": "7" }, body: "{}" };
  const nowhere = "6b2e8f1c-7a4d-4c1e-9f3a-2d5b8c7e1aff";
  return vendorOf(chat, channel, { to: ada.teams, nowhere, busy });
});

describeChannel("WhatsApp", async () => {
  const chat = await startWhatsapp(surroundings);
  const { token, phoneNumberId } = secrets.whatsapp;
  const channel = whatsappChannel(
    { token, phoneNumberId, template: "barometer", url: chat.url, price: "0.0508 EUR" },
    fetch,
  );
  const body = JSON.stringify({ error: { code: 130429, message: "Rate limit hit" } });
  return vendorOf(chat, channel, {
    ...{ to: `+${ada.number}`, nowhere: "+33600000000", busy: { status: 400, body } },
    named: (member) => `+${member}`,
  });
});
