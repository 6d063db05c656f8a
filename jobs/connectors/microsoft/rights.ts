import type { RightFound } from "../connector.ts";
import { type Answer, type Client, NetworkError } from "../http.ts";
import type { Graph } from "./graph.ts";

/** How a right is tried: where one looks for it, or null where nothing can be tried. */
export type Probe = (client: Client) => Promise<Answer | null>;

/**
 * The application permissions an access token carries (claim `roles`). Null for a token that does
 * not say: Graph's are its own business, and may change.
 */
export function rolesOf(token: string): ReadonlySet<string> | null {
  try {
    const [, payload = ""] = token.split(".");
    const { roles } = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return Array.isArray(roles) ? new Set(roles.map(String)) : null;
  } catch {
    return null;
  }
}

/**
 * What is held of each right: what the token says, corrected by what happens when it is tried. A
 * permission may be granted and still be refused (protected APIs), or be held by another name.
 */
export async function* rightsFound(
  { token, client }: Graph,
  probes: Readonly<Record<string, Probe>>,
): AsyncGenerator<RightFound> {
  const roles = rolesOf(await token());
  for (const [right, probe] of Object.entries(probes)) {
    const { held, note } = await tried(client, probe);
    if (held !== null) yield note === null ? { right, held } : { right, held, note };
    else yield { right, held: roles === null ? null : roles.has(right) };
  }
}

async function tried(
  client: Client,
  probe: Probe,
): Promise<{ readonly held: boolean | null; readonly note: string | null }> {
  try {
    const answer = await probe(client);
    if (answer === null) return { held: null, note: null };
    const { status } = answer;
    if (status >= 200 && status < 400) return { held: true, note: null };
    if (status === 401) throw refusedToken(answer);
    return { held: status === 403 ? false : null, note: status === 403 ? saidBy(answer) : null };
  } catch (error) {
    // A report is fetched from another server: being sent there is being allowed.
    if (error instanceof NetworkError && error.trouble === "redirected") {
      return { held: true, note: null };
    }
    throw error;
  }
}

/** The vendor's own code (`Forbidden`, `UnknownError`, …): its message may name people. */
function saidBy({ status, body }: Answer): string {
  const code = (body as { error?: { code?: unknown } } | null)?.error?.code;
  return typeof code === "string" ? `HTTP ${status}: ${code}` : `HTTP ${status}`;
}

/** Even a new token is refused: nothing can be said of any right. */
function refusedToken(answer: Answer): NetworkError {
  const said = saidBy(answer);
  return new NetworkError({ trouble: "unauthorised", asked: "access token", status: 401, said });
}

/** The first thing of a list that answers, for probes that need one. */
export async function firstOf(
  client: Client,
  path: string,
  query: Readonly<Record<string, string | number>>,
): Promise<string | null> {
  const { status, body } = await client.look(path, query);
  const [first] = (body as { value?: readonly { id?: unknown }[] } | null)?.value ?? [];
  return status === 200 && typeof first?.id === "string" ? first.id : null;
}
