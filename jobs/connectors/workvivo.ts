import { defineConnector } from "./connector.ts";
import { check, rights } from "./workvivo/door.ts";
import { formats, read } from "./workvivo/files.ts";
import { pull } from "./workvivo/live.ts";

/**
 * Workvivo, with an application's key. Its contract is not public: what rests on public clients and
 * what on supposition is in `networks.md`, and the paths can be said in a setting.
 *
 * A night at 100,000 people, 5,000 spaces, 3,000 updates a day: 1,000 pages of people, 50 of spaces,
 * about 10,000 of who is in them, the whole lists of what was said (1,000,000 updates in all are
 * 10,000 pages), and comments and likes of the 84,000 things said in 28 days that have any: 100,000
 * more. At 10 requests a second 3 to 4 hours. No limit is published: 429 is waited out.
 */
export const workvivo = defineConnector({
  network: "workvivo",
  title: "Workvivo",
  settings: {
    url: { label: "API address of the tenant's region (https://api.workvivo.com/v1, …)" },
    organisation: { label: "Organisation id (Workvivo-Id)" },
    token: { label: "Key of an API application", secret: true },
    paths: { label: "Other addresses of its lists (comments = /comments, …)", optional: true },
    columns: { label: "Names of the columns of its files (email = Adresse, …)", optional: true },
    purposes: { label: "What spaces are for (news = announcements, …)", optional: true },
  },
  live: {
    declares: {
      each: [
        ...(["members", "groups", "memberships"] as const),
        ...(["post", "comment", "react", "recognise"] as const),
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
      each: ["members", "groups"],
      totals: ["post", "comment", "react", "recognise"],
      historyDays: null,
      delayHours: 24,
    },
    formats,
    read,
  },
});
