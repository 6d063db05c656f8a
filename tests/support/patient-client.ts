import { expect } from "vitest";
import { type ClientOptions, createClient, NetworkError } from "#jobs/connectors/http.ts";

/** What a client is given and no error may show. */
export const token = "tok-4f2a-never-shown";

/** A client that does not really wait, and what it would have waited. */
export function patientClient(url: string, options: ClientOptions = {}) {
  const waits: number[] = [];
  const client = createClient(
    url,
    { authorization: `Bearer ${token}` },
    {
      random: () => 1,
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
      },
      ...options,
    },
  );
  return { client, waits };
}

/** How a question failed, once it is sure that the failure does not tell the token. */
export async function troubleWith(asked: Promise<unknown>): Promise<NetworkError> {
  const error = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof NetworkError)) throw new Error(`expected a NetworkError, got ${error}`);
  expect(`${error} ${JSON.stringify(error)}`).not.toContain(token);
  return error;
}
