import { wordsFor } from "./around.ts";
import type { ViewerVisit } from "./visit.server.ts";

/** What a file costs to draw: a report is some twenty charts. */
const costs = { figure: 1, report: 20 } as const;

/** So much may be taken at one go, and so much more every second. */
const MOST = 120;
const PER_SECOND = 2;
/** So many are drawn for one reader at a time. */
const AT_ONCE = 3;

/** What is left to one reader, when that was known, and what is being drawn for them. */
interface Left {
  left: number;
  at: number;
  drawing: number;
}

/** By the database they are read from, and by account; in memory only. */
const readers = new WeakMap<object, Map<number, Left>>();

/**
 * Makes a file for one reader, unless they have taken so many that others would wait for them: then the
 * answer says when to come back. Whatever is drawn is drawn anew, so that a script that asks in a loop
 * would keep the server busy.
 */
export async function taking(
  visit: Pick<ViewerVisit, "db" | "viewer" | "now" | "language">,
  what: keyof typeof costs,
  make: () => Promise<Response>,
): Promise<Response> {
  const left = leftTo(visit);
  const cost = costs[what];
  if (left.drawing >= AT_ONCE) return comeBack(visit, 2);
  if (left.left < cost) return comeBack(visit, Math.ceil((cost - left.left) / PER_SECOND));
  left.left -= cost;
  left.drawing += 1;
  try {
    return await make();
  } finally {
    left.drawing -= 1;
  }
}

function leftTo({ db, viewer, now }: Pick<ViewerVisit, "db" | "viewer" | "now">): Left {
  const known = readers.get(db) ?? new Map<number, Left>();
  readers.set(db, known);
  const at = now.getTime() / 1000;
  const left = known.get(viewer.id) ?? { left: MOST, at, drawing: 0 };
  known.set(viewer.id, left);
  left.left = Math.min(MOST, left.left + Math.max(0, at - left.at) * PER_SECOND);
  left.at = Math.max(left.at, at);
  return left;
}

function comeBack({ language }: Pick<ViewerVisit, "language">, seconds: number): Response {
  return new Response(wordsFor(language).t("files.later", { n: seconds }), {
    status: 429,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-language": language,
      "cache-control": "no-store",
      "retry-after": String(seconds),
    },
  });
}
