import { type Client, NetworkError } from "../http.ts";

/** The most Zoom gives at once. */
const PAGE = 300;

/** The fields of Zoom's answers that are read. */
export interface User {
  readonly id?: string;
  readonly email?: string;
  readonly employee_unique_id?: string;
}

export interface ChatUser {
  readonly user_id?: string;
  readonly email?: string;
  /** To one person and to groups, channels included: Zoom does not say which. */
  readonly total_sent?: number;
}

export interface Host {
  readonly id?: string;
  readonly email?: string;
  readonly meetings?: number;
}

export interface Meeting {
  readonly uuid: string;
}

export interface Participant {
  /** The account; empty for whoever was not signed in. */
  readonly id?: string;
  readonly email?: string;
}

type Query = Readonly<Record<string, string | number>>;

/** A whole list, page by page. A token that comes twice would go round for ever. */
export async function* listed<Item>(
  client: Client,
  path: string,
  { field, query }: { readonly field: string; readonly query: Query },
): AsyncGenerator<Item> {
  const given = new Set<string>();
  let token = "";
  do {
    const place: Query = token === "" ? {} : { next_page_token: token };
    const page = await client.get<Page | null>(path, { ...query, page_size: PAGE, ...place });
    const items = page?.[field];
    if (!Array.isArray(items)) throw unexpected(path, `the answer has no list of ${field}`);
    yield* items as readonly Item[];
    token = page?.next_page_token ?? "";
    if (given.has(token)) throw unexpected(path, "it gives the same page again and again");
    given.add(token);
  } while (token !== "");
}

interface Page extends Readonly<Record<string, unknown>> {
  readonly next_page_token?: string | null;
}

/** Zoom wants an id that begins with a slash, or has two of them, to be encoded twice. */
export function meetingPath(uuid: string): string {
  const once = encodeURIComponent(uuid);
  const inPath = uuid.startsWith("/") || uuid.includes("//") ? encodeURIComponent(once) : once;
  return `/metrics/meetings/${inPath}/participants`;
}

function unexpected(path: string, said: string): NetworkError {
  return new NetworkError({ trouble: "unreadable", asked: `GET ${path}`, status: 200, said });
}
