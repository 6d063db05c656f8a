import { type Client, NetworkError } from "../http.ts";
import type { Provider } from "./provider.ts";
import { folded, isResource, listAt, type Resource, textAt, unexpected } from "./wire.ts";

/** Nobody has so many; a server that never stops does. */
const MOST_PAGES = 50_000;

export interface Page {
  /** What no page before has brought. */
  readonly fresh: readonly Resource[];
  /** How many there were in all so far. */
  readonly seen: number;
  /** How many there are, as the server says; null where it does not. */
  readonly total: number | null;
}

/**
 * A list, page by page, each resource once. It ends when as many have come as there are, or when a
 * page brings nothing new: servers are met that answer past the end with the first page again
 * (scimmy 1.3.5), and that leave paging out and give everything each time (scimmy-routers under
 * Express 5). `Resources` may be missing where there is nothing to list.
 */
export async function* pagesOf(
  client: Client,
  { cursors, pageSize }: Pick<Provider, "cursors" | "pageSize">,
  path: string,
  query: Readonly<Record<string, string>>,
): AsyncGenerator<Page> {
  const ids = new Set<string>();
  const used = new Set<string>();
  let cursor = "";
  for (let asked = 0; asked < MOST_PAGES; asked += 1) {
    const place = cursors ? { cursor } : { startIndex: ids.size + 1 };
    const answer = folded(await client.get<unknown>(path, { ...query, ...place, count: pageSize }));
    if (!isResource(answer) || !("totalresults" in answer || "resources" in answer)) {
      throw unexpected(path);
    }
    const fresh: Resource[] = [];
    for (const one of listAt(answer, "resources")) {
      const id = textAt(one, "id");
      if (id === null || ids.has(id)) continue;
      ids.add(id);
      fresh.push(one);
    }
    const total = Number.isInteger(answer.totalresults) ? Number(answer.totalresults) : null;
    yield { fresh, seen: ids.size, total };
    if (total !== null && ids.size >= total) return;
    if (cursors) {
      const next = textAt(answer, "nextcursor");
      if (next === null) return;
      if (used.has(next)) throw endless(path);
      used.add(next);
      cursor = next;
    } else if (fresh.length === 0) return;
  }
  throw endless(path);
}

function endless(path: string): NetworkError {
  const said = "the list goes round in a circle";
  return new NetworkError({ trouble: "unreadable", asked: `GET ${path}`, status: 200, said });
}
