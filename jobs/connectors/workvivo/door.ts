import type { Right, RightFound, Source } from "../connector.ts";
import type { Answer, Client } from "../http.ts";
import { pathFor, pathsOf } from "./paths.ts";
import { idOf, listed, type Space } from "./wire.ts";

export type Setting = "url" | "organisation" | "token" | "paths" | "columns" | "purposes";

/** The address is that of the tenant's region, as its developer page says it: never made up. */
export function networkOf({ settings, client }: Source<Setting>): Client {
  const url = (settings.url ?? "").trim().replace(/\/+$/, "");
  return client(url, {
    authorization: `Bearer ${settings.token?.trim() ?? ""}`,
    "workvivo-id": settings.organisation?.trim() ?? "",
  });
}

export const rights: readonly Right[] = [
  { name: "users.*.read", for: "people" },
  { name: "spaces.*.read", for: "spaces and who is in them" },
  {
    name: "spaces.hidden.read",
    for: "hidden spaces, often most of them: without them rates are wrong",
  },
  { name: "updates.*.read", for: "what is posted" },
  { name: "articles.*.read", for: "articles", optional: true },
  { name: "kudos.*.read", for: "kudos", optional: true },
  { name: "comments.*.read", for: "comments" },
  { name: "likes.*.read", for: "likes" },
];

/**
 * Tries each path and says which one answers. Where comments and likes are asked for one thing at a
 * time, one update is asked about; without one, nothing is known.
 */
export async function* check(source: Source<Setting>): AsyncGenerator<RightFound> {
  const network = networkOf(source);
  const { paths } = pathsOf(source.settings.paths);
  // Throws when the token is refused: nothing else is worth trying then.
  await network.get(paths.users, { skip: 0, take: 1 });
  yield { right: "users.*.read", held: true, note: `${paths.users} answers` };

  const spaces = await look(network, paths.spaces);
  yield { right: "spaces.*.read", ...spaces.found };
  yield { right: "spaces.hidden.read", ...(await hiddenIn(network, paths.spaces, spaces)) };

  let one: string | null = null;
  for (const kind of ["updates", "articles", "kudos"] as const) {
    const looked = await look(network, paths[kind]);
    yield { right: `${kind}.*.read`, ...looked.found };
    if (kind === "updates") one = looked.first;
  }
  for (const reply of ["comments", "likes"] as const) {
    const needsOne = /\{id\}/.test(paths[reply]);
    const path =
      needsOne && one === null ? null : pathFor(paths[reply], { kind: "updates", id: one ?? "" });
    const right = `${reply}.*.read`;
    if (paths[reply] === "none") yield { right, held: null, note: "not asked for" };
    else if (path === null) yield { right, held: null, note: "there is no update to ask about" };
    else yield { right, ...(await look(network, path)).found };
  }
}

interface Looked {
  readonly found: { readonly held: boolean | null; readonly note: string };
  readonly first: string | null;
}

async function look(network: Client, template: string): Promise<Looked> {
  const path = pathFor(template);
  if (path === null) return { found: { held: null, note: "not asked for" }, first: null };
  const answer = await network.look(path, { skip: 0, take: 1 });
  const data = dataOf(answer);
  if (data !== null)
    return { found: { held: true, note: `${path} answers` }, first: idOf(data[0]) };
  const held = answer.status === 403 ? false : null;
  const said = answer.status === 404 ? "there is nothing at" : `HTTP ${answer.status} at`;
  return {
    found: { held, note: `${said} ${path}: correct it in the setting “paths”` },
    first: null,
  };
}

/** Seeing one proves it; seeing none proves nothing, unless there is nothing else to see. */
async function hiddenIn(network: Client, path: string, spaces: Looked) {
  if (spaces.found.held !== true) return { held: null };
  for await (const { visibility } of listed<Space>(network, path)) {
    if (visibility === "hidden") return { held: true };
  }
  const note =
    "no hidden space is listed: either there is none, or the scope is missing and rates are wrong";
  return { held: null, note };
}

function dataOf({ status, body }: Answer): readonly { readonly id?: unknown }[] | null {
  if (status !== 200 || typeof body !== "object" || body === null || !("data" in body)) return null;
  return Array.isArray(body.data) ? body.data : null;
}
