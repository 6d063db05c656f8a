import type { RightFound, Source } from "../connector.ts";
import { type Client, NetworkError } from "../http.ts";
import { proofFor } from "./proof.ts";
import { type Ask, asking, type Page } from "./wire.ts";

export type Setting = "url" | "token" | "secret" | "conversations";

/** The way in, with the proof where the integration demands one. */
export async function askWorkplace(source: Source<Setting>): Promise<Ask> {
  const { network, proof } = await doorOf(source);
  return asking(network, proof);
}

async function doorOf({ settings, client }: Source<Setting>) {
  const token = settings.token?.trim() ?? "";
  const url = (settings.url ?? "").trim().replace(/\/+$/, "");
  const network = client(url, { authorization: `Bearer ${token}` });
  const secret = settings.secret?.trim() ?? "";
  const proof = secret === "" ? () => ({}) : await proofFor(network, token, secret);
  return { network, proof };
}

/** The permissions of a custom integration, by the names its page has for them. */
export const rights = [
  { name: "Read group content", for: "groups, who is in them, and what is done there" },
  { name: "Read user email", for: "recognising people by their address" },
  {
    name: "Read all messages",
    for: "counting Work Chat, where the setting asks for it",
    optional: true,
  },
] as const;

/**
 * The Graph has no list of the permissions of an integration: each is tried on one thing. Without
 * the address of anybody the right to it may be missing, or nobody has one.
 */
export async function* check(source: Source<Setting>): AsyncGenerator<RightFound> {
  const { network, proof } = await doorOf(source);
  const tried = (path: string, fields: string) =>
    look(network, path, { fields, limit: 5, ...proof() });
  const members = await tried("/community/members", "id,email");
  if (members.error !== null) throw members.error;
  const groups = await tried("/community/groups", "id");
  yield { right: "Read group content", held: groups.error === null, ...noteOf(groups) };
  const isAddressed = members.items.some((one) => typeof one.email === "string");
  yield members.items.length === 0
    ? { right: "Read user email", held: null, note: "nobody is listed" }
    : { right: "Read user email", held: isAddressed };
  const [first] = members.items;
  if (typeof first?.id !== "string") {
    yield { right: "Read all messages", held: null };
    return;
  }
  const chat = await tried(`/${first.id}/conversations`, "id");
  yield { right: "Read all messages", held: chat.error === null, ...noteOf(chat) };
}

interface Looked {
  readonly items: readonly { readonly id?: unknown; readonly email?: unknown }[];
  readonly error: NetworkError | null;
}

async function look(
  network: Client,
  path: string,
  query: Readonly<Record<string, string | number>>,
): Promise<Looked> {
  try {
    const page = await network.get<Page<Looked["items"][number]>>(path, query);
    return { items: page.data ?? [], error: null };
  } catch (error) {
    const isRefused =
      error instanceof NetworkError && ["forbidden", "missing", "refused"].includes(error.trouble);
    if (!isRefused) throw error;
    return { items: [], error };
  }
}

function noteOf({ error }: Looked): { readonly note?: string } {
  return error === null ? {} : { note: error.said ?? error.trouble };
}
