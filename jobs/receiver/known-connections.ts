import { type CallableConnection, readCallable, secretsIn } from "#db/intake/connection-secrets.ts";
import { connectorOf, connectors } from "#jobs/connectors/index.ts";
import type { WebhookReading } from "#jobs/connectors/webhook.ts";
import type { ReceiverParts } from "./parts.ts";

/**
 * For how long connections are believed to be as they were: strangers who knock all day ask the
 * database nothing, and a secret that was retired is refused two seconds later.
 */
const FRESH_MS = 2_000;

/** A connection as the receiver knows it. */
export interface KnownConnection extends CallableConnection {
  readonly webhook: WebhookReading;
  readonly secrets: readonly string[];
}

/** Finds connections by what stands in the address: the network, and a key where it has several. */
export function knownConnections({
  db,
  keys,
  now,
}: Pick<ReceiverParts, "db" | "keys" | "now">): (
  network: string,
  key: string,
) => Promise<KnownConnection | null> {
  let known: Promise<readonly KnownConnection[]> = Promise.resolve([]);
  let readAt = Number.NEGATIVE_INFINITY;

  return async (network, key) => {
    const at = now().getTime();
    if (at - readAt >= FRESH_MS) {
      readAt = at;
      known = read();
      known.catch(() => {
        readAt = Number.NEGATIVE_INFINITY;
      });
    }
    const all = await known;
    return all.find((one) => one.network === network && one.key === key) ?? null;
  };

  async function read(): Promise<readonly KnownConnection[]> {
    const called = connectors.filter(({ webhook }) => webhook !== undefined);
    const { open } = await readCallable(
      db,
      keys.secrets,
      called.map(({ network }) => network),
    );
    return open.flatMap((connection) => {
      const webhook = connectorOf(connection.network)?.webhook;
      if (webhook === undefined) return [];
      return [{ ...connection, webhook, secrets: secretsIn(connection.settings, webhook.secret) }];
    });
  }
}
