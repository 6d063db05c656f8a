import type { Limits } from "../http.ts";

/**
 * What Microsoft publishes (https://learn.microsoft.com/graph/throttling-limits): 20 channel
 * messages a second, 4 requests a second to one team, 14 of one report in ten minutes. Teams share
 * a limit by the first two digits of their id, so that none is asked more often than that.
 */
export const limits: Limits = {
  concurrency: 5,
  perSecond: 15,
  of: [
    { path: "/reports/", perSecond: 14 / 600 },
    { path: "/groups/", perSecond: 30 },
    ...Array.from({ length: 256 }, (_, number) => ({
      path: `/teams/${number.toString(16).padStart(2, "0")}`,
      perSecond: 4,
    })),
  ],
};

/** Teams read at once: five times four requests are the twenty a second that are allowed. */
export const AT_ONCE = 5;
