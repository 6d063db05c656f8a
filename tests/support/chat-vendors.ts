import { letterWords, sayLetter } from "#app/i18n/letters/read.ts";
import type { SimulatedChat } from "#fixtures/chats/phone.ts";
import { serveSlackChat } from "#fixtures/chats/slack.ts";
import { serveTeamsChat } from "#fixtures/chats/teams.ts";
import { serveTelegramChat } from "#fixtures/chats/telegram.ts";
import { type SimulatedWhatsapp, serveWhatsappChat } from "#fixtures/chats/whatsapp.ts";

/** Who is written to, and what the applications are known by. Nobody here exists. */
export const ada = {
  telegram: "5100000007",
  slack: "U0ADA00001",
  teams: "6b2e8f1c-7a4d-4c1e-9f3a-2d5b8c7e1a01",
  number: "33612345678",
  userId: "FR.13491208655302741918",
} as const;
export const bob = {
  telegram: "5100000008",
  slack: "U0BOB00001",
  teams: "6b2e8f1c-7a4d-4c1e-9f3a-2d5b8c7e1a02",
  number: "33612345679",
  userId: "FR.13491208655302741919",
} as const;

export const secrets = {
  telegram: { token: "7700000001:AAE-jeton_de_test", secret: "a-secret-of-the-webhook" },
  slack: { token: "xoxb-of-a-test", signingSecret: "8f742231b10e8888abcd99yyyzzz85a5" },
  teams: {
    tenant: "2f6a1c6e-0000-4000-8000-00000000000a",
    botId: "2f6a1c6e-0000-4000-8000-00000000000b",
    botSecret: "a secret of the bot",
  },
  whatsapp: {
    token: "EAAG-of-a-test",
    appSecret: "a-secret-of-the-app",
    phoneNumberId: "106540352242922",
  },
} as const;

/** Where vendors send what is tapped, and what time it is there. */
export interface Surroundings {
  readonly webhook: () => string;
  readonly now: () => Date;
  /** What people's pages begin with: `https://…/a/`. */
  readonly page: string;
}

export const startTelegram = ({ webhook }: Surroundings): Promise<SimulatedChat> =>
  serveTelegramChat({ ...secrets.telegram, webhook, started: [ada.telegram, bob.telegram] });

export const startSlack = ({ webhook, now }: Surroundings): Promise<SimulatedChat> =>
  serveSlackChat({ ...secrets.slack, webhook, members: [ada.slack, bob.slack], now });

export const startTeams = ({ webhook, now }: Surroundings) =>
  serveTeamsChat({ ...secrets.teams, webhook, installed: [ada.teams, bob.teams], now });

/** Two templates a purpose: with the button to answer here, and without. */
export function startWhatsapp({ webhook, now, page }: Surroundings): Promise<SimulatedWhatsapp> {
  const says = (purpose: "invite" | "remind") => (language: string) =>
    sayLetter(language, letterWords(language)[purpose].lead, {
      ...{ barometer: "Baromètre Été", date: "16 octobre 2026", link: page },
    });
  const approved = (["invite", "remind"] as const).flatMap((purpose) => [
    [`barometer_${purpose}`, { buttons: 3, says: says(purpose) }] as const,
    [`barometer_${purpose}_link`, { buttons: 2, says: says(purpose) }] as const,
  ]);
  return serveWhatsappChat({
    ...secrets.whatsapp,
    ...{ webhook, now, page, templates: Object.fromEntries(approved), absent: ["33600000000"] },
    userIds: { [ada.number]: ada.userId, [bob.number]: bob.userId },
  });
}
