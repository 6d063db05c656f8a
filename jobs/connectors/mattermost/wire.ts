import { type Client, NetworkError } from "../http.ts";

/** More is silently cut down to this. */
export const PAGE = 200;

/** The fields of Mattermost's replies that are read; `message` only to see whether it asks something. */
export interface User {
  readonly id: string;
  readonly email?: string;
  readonly delete_at: number;
  readonly roles?: string;
  readonly is_bot?: boolean;
}

export interface Team {
  readonly id: string;
  readonly type: "O" | "I";
}

export interface Channel {
  readonly id: string;
  readonly type: "O" | "P" | "D" | "G";
  readonly team_id: string;
  readonly name: string;
  readonly display_name: string;
  readonly create_at: number;
  readonly delete_at: number;
}

export interface ChannelMember {
  readonly user_id: string;
}

export interface Post {
  readonly id: string;
  readonly create_at: number;
  readonly delete_at: number;
  readonly user_id: string;
  readonly root_id: string;
  readonly original_id?: string;
  readonly type: string;
  readonly message?: string;
  readonly props?: Readonly<Record<string, unknown>> | null;
  readonly has_reactions?: boolean;
  readonly metadata?: { readonly reactions?: readonly Reaction[] | null };
}

export interface Reaction {
  readonly user_id: string;
  readonly emoji_name: string;
  readonly create_at: number;
  readonly delete_at?: number;
}

export interface PostList {
  readonly order: readonly string[];
  readonly posts: Readonly<Record<string, Post>>;
}

/** A whole list, page by page, each item once: the list may grow while it is read. */
export async function* listed<Item>(
  client: Client,
  path: string,
  key: (item: Item) => string,
  query: Readonly<Record<string, string | boolean>> = {},
): AsyncGenerator<Item> {
  const seen = new Set<string>();
  const turning = new Turning(path);
  for (let page = 0; ; page += 1) {
    const before = seen.size;
    const items = await client.get<readonly Item[]>(path, { ...query, page, per_page: PAGE });
    if (!Array.isArray(items)) throw unexpected(path);
    for (const item of items as readonly Item[]) {
      if (seen.has(key(item))) continue;
      seen.add(key(item));
      yield item;
    }
    if (items.length < PAGE) return;
    turning.brought(seen.size - before);
  }
}

/** Full pages in a row with nothing new on them: more than a list that grows meanwhile explains. */
const MOST_TURNS = 3;

/** Notices a list that has no end: a server, or a gateway before it, that ignores the page it is asked for. */
export class Turning {
  #empty = 0;
  constructor(private readonly path: string) {}

  brought(fresh: number): void {
    this.#empty = fresh === 0 ? this.#empty + 1 : 0;
    if (this.#empty < MOST_TURNS) return;
    const said = "it gives the same page again and again";
    const asked = `GET ${this.path}`;
    throw new NetworkError({ trouble: "unreadable", asked, status: null, said });
  }
}

/** JSON, but not what was asked for: another service answers at this address. */
export function unexpected(path: string): NetworkError {
  const said = "the answer is not what Mattermost answers to this";
  return new NetworkError({ trouble: "unreadable", asked: `GET ${path}`, status: null, said });
}
