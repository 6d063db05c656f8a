import { type Client, NetworkError } from "../http.ts";
import { pagesOf } from "../microsoft/pages.ts";
import type { Message } from "./wire.ts";

/** More is refused. */
const PAGE = 50;
/** "The last eight months", in the shortest eight months there are. */
export const REACH_DAYS = 242;
const REACH = REACH_DAYS * 86_400_000;

/** The conversations of one channel that are to be looked at. */
export interface Asked {
  readonly team: string;
  readonly channel: string;
  /** Milliseconds: since when something changed in them; and the end of the window. */
  readonly start: number;
  readonly end: number;
}

/**
 * The conversations of a channel in which something was written, changed, deleted or reacted to
 * since `start`, each with all its replies
 * (https://learn.microsoft.com/graph/api/chatmessage-delta, "$filter": the filter is on the reply
 * chain, and "gt" is all it can do).
 *
 * The question is put by date each night, and the `deltaLink` that ends the answer is not kept: it
 * would say the same for the same one request, and a company has tens of thousands of channels,
 * whose links would have to be written again with every commit. What can expire is then the address
 * of a next page only (410): the channel is read again from the start of the window.
 */
export async function* conversations(
  client: Client,
  asked: Asked,
): AsyncGenerator<readonly Message[]> {
  try {
    yield* pages(client, asked);
  } catch (error) {
    if (!(error instanceof NetworkError && error.status === 410)) throw error;
    yield* pages(client, asked);
  }
}

async function* pages(
  client: Client,
  { team, channel, start, end }: Asked,
): AsyncGenerator<readonly Message[]> {
  // Excluded by the filter: a moment earlier, so that it is included.
  const since = new Date(Math.max(start, end - REACH) - 1).toISOString();
  const path = `/teams/${team}/channels/${encodeURIComponent(channel)}/messages/delta`;
  const query = { $filter: `lastModifiedDateTime gt ${since}`, $expand: "replies", $top: PAGE };
  for await (const roots of pagesOf<Message>(client, path, query)) {
    const whole: Message[] = [];
    for (const root of roots) whole.push(await withAllReplies(client, root));
    yield whole;
  }
}

/** Past a thousand, the replies go on at an address of their own. */
async function withAllReplies(client: Client, root: Message): Promise<Message> {
  const next = root["replies@odata.nextLink"];
  if (next === undefined) return root;
  const replies = [...(root.replies ?? [])];
  for await (const page of pagesOf<Message>(client, next)) replies.push(...page);
  return { ...root, replies };
}
