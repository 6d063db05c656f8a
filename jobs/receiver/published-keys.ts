import { createClient } from "#jobs/connectors/http.ts";
import type { PublishedKey } from "#jobs/connectors/webhook.ts";

const HOUR = 3_600_000;
/** Microsoft asks for a new look once a day, and sooner for a key that is not known. */
const FRESH_MS = 24 * HOUR;
/** Strangers who invent keys make nobody ask more often than this. */
const AGAIN_MS = 5 * 60_000;

export type PublishedKeys = (
  address: string,
  kid: string | null,
) => Promise<readonly PublishedKey[]>;

/** The keys a network signs with, from where it says it publishes them; looked up seldom. */
export function publishedKeys(now: () => Date): PublishedKeys {
  const known = new Map<string, { at: number; keys: Promise<readonly PublishedKey[]> }>();
  return async (address, kid) => {
    const at = now().getTime();
    const last = known.get(address);
    const age = at - (last?.at ?? Number.NEGATIVE_INFINITY);
    const keys = age < FRESH_MS ? await last?.keys.catch(() => []) : undefined;
    if (keys?.some((one) => one.kid === kid)) return keys;
    if (keys !== undefined && age < AGAIN_MS) return keys;
    const asked = readKeys(address);
    known.set(address, { at, keys: asked });
    return asked;
  };
}

async function readKeys(address: string): Promise<readonly PublishedKey[]> {
  const { origin, pathname } = new URL(address);
  const client = createClient(origin, {}, { tries: 2 });
  const { jwks_uri: where } = await client.get<{ readonly jwks_uri?: unknown }>(pathname);
  // Keys of another server would be somebody else's: the client refuses to go there.
  const { keys } = await client.get<{ readonly keys?: unknown }>(String(where));
  return Array.isArray(keys) ? keys.filter((key) => typeof key === "object" && key !== null) : [];
}
