import { defineConnector } from "./connector.ts";
import { check, rights } from "./telegram/check.ts";
import { readExport } from "./telegram/export.ts";
import { pull } from "./telegram/pull.ts";
import { webhook } from "./telegram/webhook.ts";

/**
 * Telegram, Bot API 10.1: a bot that is an administrator of the company's groups. It is told what
 * happens from the moment it is there and nothing of what was before, and the network forgets within
 * a day what nobody asked for, so the worker asks all day long.
 *
 * 100,000 people who write and react 300,000 times a day are 3,000 requests of 100 updates, and 288
 * that find nothing new; a few minutes a day in all at the 10 a second every network is spared to.
 * Telegram publishes limits for sending only; a refusal says how long to wait (`retry_after`).
 */
export const telegram = defineConnector({
  network: "telegram",
  title: "Telegram",
  settings: {
    token: { label: "Token of the bot, from BotFather", secret: true },
    url: { label: "Address of a Bot API server of one's own", optional: true },
    secret: { label: "Secret of the webhook, where one is set", secret: true, optional: true },
    writes: {
      label: "yes, for the bot to put questions to people who started it",
      optional: true,
    },
    purposes: { label: "What groups are for (annonces = announcements, …)", optional: true },
  },
  live: {
    declares: {
      each: ["members", "groups", "post", "comment", "react", "message", "join", "leave"],
      historyDays: 0,
      delayHours: 0,
    },
    rights,
    pace: "often",
    pull,
    check,
  },
  files: {
    declares: {
      each: ["members", "groups", "post", "comment", "react", "join", "leave"],
      historyDays: null,
      delayHours: 0,
    },
    formats: ["JSON export of a group by Telegram Desktop (result.json)"],
    read: readExport,
  },
  webhook,
});
