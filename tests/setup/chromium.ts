import { existsSync } from "node:fs";

/** The browser of the journeys: the one `npm test` found or installed, or a usual place. */
export const chromium =
  process.env.CHROMIUM ??
  ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path)) ??
  null;
