import type { Right, RightFound, Source } from "../connector.ts";
import type { Client } from "../http.ts";
import { ask } from "./ask.ts";
import { analyticsOf, type Named, networkOf } from "./settings.ts";

const ANALYTICS = "admin.analytics:read";

/** Exactly the scopes of docs.slack.dev/reference/methods, by what each is asked for. */
export const rights: readonly Right[] = [
  { name: "users:read", for: "who is there" },
  { name: "users:read.email", for: "finding people by their address" },
  { name: "channels:read", for: "the public channels, and who is in them" },
  { name: "channels:history", for: "what is done in public channels" },
  { name: "groups:read", for: "the private channels the token is in", optional: true },
  { name: "groups:history", for: "what is done in those private channels", optional: true },
  { name: "reactions:read", for: "everybody who gave a reaction many gave", optional: true },
  {
    name: ANALYTICS,
    for: "who saw a channel, and how many private messages were written (token of an owner)",
    optional: true,
  },
];

/** Slack tells the scopes of a token with every answer, in a header. */
export async function* check(source: Source<Named>): AsyncGenerator<RightFound> {
  const scopes = await scopesOf(networkOf(source));
  const analytics = analyticsOf(source);
  const ownersScopes = analytics === null ? [] : await scopesOf(analytics);
  for (const { name } of rights) {
    const told = name === ANALYTICS ? ownersScopes : scopes;
    const held = told === null ? null : told.includes(name);
    const isLeftOut = name === ANALYTICS && analytics === null;
    yield isLeftOut
      ? { right: name, held, note: "no token for analytics was given" }
      : { right: name, held };
  }
}

async function scopesOf(network: Client): Promise<readonly string[] | null> {
  const { status, headers, body } = await network.look("/auth.test");
  const isFine = status === 200 && typeof body === "object" && body !== null && "ok" in body;
  // Asked again to be told why, in the words of every other refusal.
  if (!isFine || body.ok !== true) await ask(network, "auth.test");
  const told = headers.get("x-oauth-scopes");
  return told === null ? null : told.split(",").map((scope) => scope.trim());
}
