import { type Client, NetworkError } from "../http.ts";

/** A page of a list, as Graph gives it. */
export interface Page<Item> {
  readonly value: readonly Item[];
  readonly "@odata.nextLink"?: string;
}

type Query = Readonly<Record<string, string | number>>;

/**
 * The pages of a list. The address of the next one is taken as it is given, and only on the same
 * server (https://learn.microsoft.com/graph/paging). A page may be empty and still have a next one;
 * an address that comes back ends the list, which would otherwise never end.
 */
export async function* pagesOf<Item>(
  client: Client,
  path: string,
  query: Query = {},
): AsyncGenerator<readonly Item[]> {
  const asked = new Set<string>();
  let page = await client.get<Page<Item>>(path, query);
  for (;;) {
    if (!Array.isArray(page?.value)) throw unexpected(path);
    yield page.value;
    const next = page["@odata.nextLink"];
    if (next === undefined || asked.has(next)) return;
    asked.add(next);
    page = await client.get<Page<Item>>(next);
  }
}

/** A whole list, each item once: it may grow while it is read. */
export async function* listed<Item extends { readonly id: string }>(
  client: Client,
  path: string,
  query: Query = {},
): AsyncGenerator<Item> {
  const seen = new Set<string>();
  for await (const page of pagesOf<Item>(client, path, query)) {
    for (const item of page) {
      if (seen.has(item.id)) continue;
      seen.add(item.id);
      yield item;
    }
  }
}

/** JSON, but not what was asked for: another service answers at this address. */
function unexpected(path: string): NetworkError {
  const said = "the answer is not what Microsoft Graph answers to this";
  // Without what makes it an address of somebody's: identifiers of groups say nothing here.
  const asked = `GET ${path.replace(/^https?:\/\/[^/]+/, "").replace(/\?.*$/, "")}`;
  return new NetworkError({ trouble: "unreadable", asked, status: null, said });
}

/** Whether something is refused or gone by itself, so that the rest can still be read. */
export function isRefusal(error: unknown): error is NetworkError {
  return error instanceof NetworkError && [403, 404].includes(error.status ?? 0);
}

/** What a refusal says, for the page of the night. */
export function reasonOf({ status, said, trouble }: NetworkError): string {
  return `HTTP ${status}: ${said ?? trouble}`;
}
