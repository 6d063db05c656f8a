import { defineConnector } from "./connector.ts";
import { check, rights } from "./slack/check.ts";
import { files } from "./slack/files.ts";
import { pull } from "./slack/pull.ts";
import { webhook } from "./slack/webhook.ts";

/**
 * Slack, Web API, read with the token of an application the company made for itself: what is sold
 * or shared without Slack's review has been cut to one request of history a minute since May 2025.
 * Slack's own package is not used: it sends as well as it reads, and retries by its own lights.
 *
 * What a night costs, at the published limits, for 100,000 people in 10,000 channels: the people
 * 101 requests (5 min), the channels 11 (1 min), who is in them 10,000 (100 min, more where a
 * channel has over 999), their history 10,000 (200 min) and one request for each thread with news:
 * about six hours. With analytics, the channels nobody was active in since the window began are not
 * read: with a fifth of them active, about two hours and three quarters.
 *
 * Its traps are explained where they are met (`slack/`); what it cannot tell is in `networks.md`.
 */
export const slack = defineConnector({
  network: "slack",
  title: "Slack",
  settings: {
    url: { label: "API address, where it is not https://slack.com/api", optional: true },
    token: { label: "Token of the company's own application (xoxp- or xoxb-)", secret: true },
    analyticsToken: {
      label: "Token of an owner, with admin.analytics:read (Business+ or Enterprise)",
      secret: true,
      optional: true,
    },
    signingSecret: {
      label: "Signing secret of the application, for what Slack sends by itself",
      secret: true,
      optional: true,
    },
    writes: { label: "yes, to put questions to people (needs chat:write)", optional: true },
    privateChannels: { label: "What private channels are: closed, or secret", optional: true },
    purposes: { label: "What channels are for (annonces = announcements, …)", optional: true },
  },

  live: {
    declares: {
      each: ["members", "groups", "memberships", "post", "comment", "react", "join", "leave"],
      totals: ["view", "message"],
      historyDays: null,
      delayHours: 0,
    },
    rights,
    windowDays: 90,
    tellsWhatStands: true,
    pull,
    check,
  },
  files,
  webhook,
});
