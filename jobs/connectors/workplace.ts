import { defineConnector } from "./connector.ts";
import { check, rights } from "./workplace/door.ts";
import { formats, read } from "./workplace/files.ts";
import { pull } from "./workplace/live.ts";

/**
 * Workplace (Facebook at Work). The service is closed: what a company has of it are the files it
 * saved. The live reading is kept for gateways that answer like its Graph.
 *
 * A night at 100,000 people, 5,000 groups and 3,000 posts a day: 100 pages of people, 50 of groups,
 * 5,000 of members, 8,400 of posts (25 a page, 28 days of them) and a few thousand more of long
 * lists: about 15,000 requests, half an hour at 10 a second. The Graph allows 200 an hour for each
 * person who uses it: twenty million. Counting Work Chat adds one question a person: three hours.
 */
export const workplace = defineConnector({
  network: "workplace",
  title: "Workplace",
  settings: {
    url: { label: "Address of the Graph (https://graph.workplace.com, or a gateway)" },
    token: { label: "Access token of a custom integration for all groups", secret: true },
    secret: {
      label: "App secret, where the integration demands a proof",
      secret: true,
      optional: true,
    },
    conversations: { label: "Count Work Chat too (yes); nothing when left out", optional: true },
  },
  live: {
    declares: {
      each: [
        ...(["members", "groups", "memberships"] as const),
        ...(["post", "comment", "react", "view", "message", "vote"] as const),
      ],
      historyDays: null,
      delayHours: 0,
    },
    rights,
    windowDays: 84,
    tellsWhatStands: true,
    pull,
    check,
  },
  files: {
    declares: {
      each: [
        ...(["members", "groups", "memberships"] as const),
        ...(["post", "comment", "react", "view", "message", "vote"] as const),
      ],
      totals: ["post", "comment", "react", "message"],
      historyDays: null,
      delayHours: 0,
    },
    formats,
    read,
  },
});
