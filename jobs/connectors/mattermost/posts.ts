import type { Client } from "../http.ts";
import { PAGE, type Post, type PostList, type Reaction, Turning, unexpected } from "./wire.ts";

/** As many as `since` ever returns: when so many come back, others may have been left out. */
const SINCE_CAP = 1000;

/** How far before the window old posts are looked at again when `since` cannot tell which changed. */
const LOOK_BACK = 30 * 24 * 3600_000;

/**
 * The posts of a channel that were written, changed or reacted to since `start`, a page at a time,
 * each once. Their threads come along, so the author of an answered post is usually among them.
 *
 * `since` is exclusive and cannot be combined with paging
 * (https://docs.mattermost.com/api/reference/get-posts-for-channel); past 1000 posts it leaves out
 * any of them (mattermost/mattermost#13846). The walk that replaces it then goes by page number and
 * includes deleted posts: nothing disappears from under it, and posts of the same millisecond,
 * which `before=` skips at the edge of a page, are all seen.
 */
export async function* changedPosts(
  client: Client,
  channelId: string,
  start: number,
): AsyncGenerator<readonly Post[]> {
  const path = `/channels/${channelId}/posts`;
  const seen = new Set<string>();
  const take = async (list: PostList) => {
    const fresh = Object.values(list.posts).filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    return withReactions(client, fresh);
  };

  // 0 means "not given".
  const list = await listOf(client, path, { since: Math.max(1, start - 1) });
  yield take(list);
  if (list.order.length < SINCE_CAP) return;

  const turning = new Turning(path);
  for (let page = 0; ; page += 1) {
    const before = seen.size;
    const older = await listOf(client, path, { page, per_page: PAGE, include_deleted: true });
    yield take(older);
    const dates = older.order.map((id) => older.posts[id]?.create_at ?? start);
    if (dates.length === 0 || Math.min(...dates) < start - LOOK_BACK) return;
    // The first pages are those `since` has given already.
    if (page * PAGE > SINCE_CAP) turning.brought(seen.size - before);
  }
}

async function listOf(
  client: Client,
  path: string,
  query: Readonly<Record<string, string | number | boolean>>,
): Promise<PostList> {
  const list = await client.get<Partial<PostList> | null>(path, query);
  const { order, posts } = list ?? {};
  if (!Array.isArray(order) || typeof posts !== "object" || posts === null) throw unexpected(path);
  return { order, posts };
}

/** Some servers say that there are reactions without giving them. */
async function withReactions(client: Client, posts: readonly Post[]): Promise<readonly Post[]> {
  const missing = posts.filter((post) => post.has_reactions && !post.metadata?.reactions);
  if (missing.length === 0) return posts;
  const found = new Map<string, readonly Reaction[]>();
  for (let start = 0; start < missing.length; start += PAGE) {
    const ids = missing.slice(start, start + PAGE).map(({ id }) => id);
    const answer = await client.read<Record<string, readonly Reaction[]>>(
      "/posts/ids/reactions",
      ids,
    );
    for (const [id, reactions] of Object.entries(answer)) found.set(id, reactions);
  }
  return posts.map((post) => {
    const reactions = found.get(post.id);
    return reactions === undefined ? post : { ...post, metadata: { reactions } };
  });
}
