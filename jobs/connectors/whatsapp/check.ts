import type { RightFound, Source } from "../connector.ts";
import { hmacHex } from "../webhook/signature.ts";

const GRAPH = "https://graph.facebook.com/v23.0";

/** The rights of the token, by Meta's names. */
export const rights = [
  { name: "whatsapp_business_messaging", for: "what people send to the number, and what was read" },
  {
    name: "whatsapp_business_management",
    for: "seeing whether the number delivers here",
    optional: true,
  },
] as const;

/**
 * Whether the token may see the number, and which rights it has. `appsecret_proof` because an
 * application can be told to demand it; one that does not, ignores it.
 */
export async function* check({ settings, client }: Source): AsyncGenerator<RightFound> {
  const { token = "", appSecret = "", phoneNumberId = "" } = settings;
  if (token === "") {
    const note = "no token was given to look with; what is delivered is heard all the same";
    for (const { name } of rights) yield { right: name, held: null, note };
    return;
  }
  const graph = client(GRAPH, { authorization: `Bearer ${token}` });
  const proof = { appsecret_proof: hmacHex(appSecret, token) };
  await graph.get(`/${encodeURIComponent(phoneNumberId)}`, { fields: "id", ...proof });
  const { status, body } = await graph.look("/debug_token", { input_token: token, ...proof });
  const scopes = status === 200 ? scopesOf(body) : null;
  for (const { name } of rights) {
    yield { right: name, held: scopes === null ? null : scopes.includes(name) };
  }
}

function scopesOf(body: unknown): readonly string[] | null {
  const scopes = (body as { data?: { scopes?: unknown } } | null)?.data?.scopes;
  return Array.isArray(scopes) ? scopes.map(String) : null;
}
