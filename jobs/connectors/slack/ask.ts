import { type Client, NetworkError } from "../http.ts";
import { refusalOf, saysNo } from "./refusal.ts";

/** Under the 1,000 that Slack allows; it may give fewer, none even, and go on. */
const PAGE = 999;
/** Times a question is put that Slack answers with a fault of its own. */
const TRIES = 3;

type Query = Readonly<Record<string, string | number | boolean>>;

/**
 * One method. Slack says "200 OK" to nearly everything and means it only with `ok: true`; what it
 * says instead becomes the error it is. A passing fault of Slack's is worth another question.
 */
export async function ask<Body extends object>(
  client: Client,
  method: string,
  query: Query = {},
): Promise<Body> {
  for (let attempt = 1; ; attempt += 1) {
    const body = await client.get<Body | null>(`/${method}`, query);
    if (body !== null && "ok" in body && body.ok === true) return body;
    const refusal = refusalOf(method, body);
    if (refusal.trouble !== "failing" || attempt >= TRIES) throw refusal;
  }
}

/**
 * A whole list, page by page, each item once. The end is a page without a cursor: an empty page
 * with one is not. A cursor that is given twice would go round for ever, and what is left is not
 * known: that is an error. A cursor that is no longer taken starts the list over, once.
 */
export async function* listed<Item>(
  client: Client,
  method: string,
  { field, key, query = {} }: Listing<Item>,
): AsyncGenerator<Item> {
  const seen = new Set<string>();
  let given = new Set<string>();
  let cursor = "";
  let mayRestart = true;
  for (;;) {
    let page: Page;
    try {
      const place: Query = cursor === "" ? {} : { cursor };
      page = await ask<Page>(client, method, { ...query, limit: PAGE, ...place });
    } catch (error) {
      if (!mayRestart || cursor === "" || !saysNo(error, "invalid_cursor")) throw error;
      mayRestart = false;
      given = new Set();
      cursor = "";
      continue;
    }
    const items = page[field];
    if (!Array.isArray(items)) throw unexpected(method, `the answer has no list of ${field}`);
    for (const item of items as readonly Item[]) {
      const name = key(item);
      if (seen.has(name)) continue;
      seen.add(name);
      yield item;
    }
    cursor = page.response_metadata?.next_cursor ?? "";
    if (cursor === "") return;
    if (given.has(cursor)) throw unexpected(method, "it gives the same page again and again");
    given.add(cursor);
  }
}

interface Listing<Item> {
  /** Where in the answer the list is. */
  readonly field: string;
  key(item: Item): string;
  readonly query?: Query;
}

interface Page extends Readonly<Record<string, unknown>> {
  readonly response_metadata?: { readonly next_cursor?: string | null } | null;
}

function unexpected(method: string, said: string): NetworkError {
  return new NetworkError({ trouble: "unreadable", asked: method, status: 200, said });
}
