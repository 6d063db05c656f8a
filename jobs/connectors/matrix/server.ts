import type { Source } from "../connector.ts";
import { type Client, NetworkError } from "../http.ts";
import { type Listed, type Synced, syncFilter } from "./wire.ts";

/**
 * The server behind a name: `ville.example` says at `/.well-known/matrix/client` where its API is.
 * One that says nothing there is the API itself. Only then are credentials sent.
 */
export async function serverOf(source: Pick<Source, "settings" | "client">): Promise<Client> {
  const given = (source.settings.url ?? "").trim();
  const written = (/^[a-z]+:\/\//i.test(given) ? given : `https://${given}`)
    .replace(/\/_matrix(\/.*)?$/, "")
    .replace(/\/+$/, "");
  const said = await unlessRefused(
    source.client(written, {}).get<WellKnown>("/.well-known/matrix/client"),
    [400, 401, 403, 404, 405, 410],
  );
  const told = said?.["m.homeserver"]?.base_url;
  const base = typeof told === "string" ? told.replace(/\/+$/, "") : written;
  const token = source.settings.token?.trim() ?? "";
  return source.client(`${base}/_matrix/client`, { authorization: `Bearer ${token}` });
}

interface WellKnown {
  readonly "m.homeserver"?: { readonly base_url?: unknown };
}

/**
 * Null when the server does not have it, or does not show it to this account. A token that is not
 * good any more is no such answer.
 */
export async function unlessRefused<Value>(
  asked: Promise<Value>,
  refusals: readonly number[] = [400, 403, 404],
): Promise<Value | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NetworkError && refusals.includes(error.status ?? 0)) return null;
    throw error;
  }
}

/** Half a list taken for the whole would make people leave: whoever goes in circles is told so. */
export function inCircles(path: string): NetworkError {
  const said = "it gives a page again that it has given before";
  return new NetworkError({ trouble: "unreadable", asked: `GET ${path}`, status: 200, said });
}

/** Everything that is told page by page under a token. */
export async function* pages<Body extends { readonly next_batch?: string }>(
  client: Client,
  path: string,
  parameter: "since" | "from",
  limit: number,
): AsyncGenerator<Body> {
  const seen = new Set<string>();
  for (let token: string | undefined; ; ) {
    const page = await client.get<Body>(path, {
      limit,
      ...(token === undefined ? {} : { [parameter]: token }),
    });
    yield page;
    token = page.next_batch;
    if (token === undefined) return;
    if (seen.has(token)) throw inCircles(path.replace(/![^/]+/, "***"));
    seen.add(token);
  }
}

/** The rooms anybody on this server can find; null when this account may not look. */
export async function readDirectory(client: Client): Promise<ReadonlySet<string> | null> {
  const found = new Set<string>();
  try {
    for await (const { chunk } of pages<Listed>(client, "/v3/publicRooms", "since", 500)) {
      for (const { room_id } of chunk) found.add(room_id);
    }
  } catch (error) {
    if (error instanceof NetworkError && [403, 404].includes(error.status ?? 0)) return null;
    throw error;
  }
  return found;
}

/** The rooms the account itself marks as conversations between two. */
export async function readDirect(client: Client, me: string): Promise<ReadonlySet<string>> {
  const path = `/v3/user/${encodeURIComponent(me)}/account_data/m.direct`;
  const told = await unlessRefused(client.get<Readonly<Record<string, unknown>>>(path));
  const rooms = Object.values(told ?? {}).flat();
  return new Set(rooms.filter((room): room is string => typeof room === "string"));
}

/** What is new in these rooms. A token the server has forgotten is as good as none. */
export async function sync(
  client: Client,
  rooms: readonly string[],
  since: string | null,
): Promise<Synced & { readonly isWhole: boolean }> {
  const asked = {
    filter: syncFilter(rooms),
    full_state: true,
    set_presence: "offline",
    timeout: 0,
  };
  if (since !== null) {
    try {
      return { ...(await client.get<Synced>("/v3/sync", { ...asked, since })), isWhole: false };
    } catch (error) {
      if (!(error instanceof NetworkError) || error.status !== 400) throw error;
    }
  }
  return { ...(await client.get<Synced>("/v3/sync", asked)), isWhole: true };
}
