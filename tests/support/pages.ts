import type { Recording } from "#fixtures/recording.ts";
import { type Disturbance, responseOf } from "./replay.ts";

/** What vendors call the way to the next page. Matrix gives `next_batch` with every `sync`: no page. */
const onward = [
  ...["@odata.nextLink", "next", "nextLink", "next_link", "end"],
  ...["next_cursor", "nextCursor", "next_page_token", "nextPageToken", "next_token"],
];

/** A recorded answer that has another page after it. */
export interface Page {
  readonly url: URL;
  readonly answer: unknown;
  /** What it says of the next one: a cursor or a whole address. */
  readonly next: string;
}

/** The recorded answers that are not the last of their list. */
export function pagesIn({ exchanges }: Recording): readonly Page[] {
  return Object.entries(exchanges).flatMap(([address, answer]) => {
    const next = address.startsWith("POST ") ? null : nextIn(answer);
    return next === null ? [] : [{ url: new URL(address), answer, next }];
  });
}

/** The page this address comes after, if it is the next of one. */
export function pageBefore(pages: readonly Page[], url: URL): Page | null {
  const isNext = ({ url: { pathname }, next }: Page) =>
    URL.canParse(next)
      ? new URL(next).href === url.href
      : pathname === url.pathname && [...url.searchParams.values()].includes(next);
  return pages.find(isNext) ?? null;
}

const mark = "-nothing-yet";

/** Before every next page another one, with nothing on it but the way to the one that was recorded. */
export function emptyBefore(pages: readonly Page[]) {
  const disturb: Disturbance = (exchange, { url }) => {
    const page = url.href.includes(mark) ? null : pageBefore(pages, url);
    if (page === null) return null;
    const body = JSON.stringify(page.answer, (key, value: unknown) => {
      if (onward.includes(key) && value === page.next) return `${page.next}${mark}`;
      return isListOfObjects(value) ? [] : value;
    });
    return responseOf({ ...exchange, body });
  };
  const asIf = (url: URL) => new URL(url.href.replaceAll(mark, ""));
  return { disturb, asIf };
}

/** The same answer, every list of objects from its end to its beginning. */
export function reversed(body: string): string {
  return JSON.stringify(JSON.parse(body), (_, value: unknown) =>
    isListOfObjects(value) ? value.toReversed() : value,
  );
}

function nextIn(value: unknown): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === "string" && inner !== "" && onward.includes(key)) return inner;
    const deeper = nextIn(inner);
    if (deeper !== null) return deeper;
  }
  return null;
}

function isListOfObjects(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.every((item) => typeof item === "object");
}
