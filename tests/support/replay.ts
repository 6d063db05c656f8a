import { HttpResponse, http } from "msw";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { type Exchange, type Recording, recordedAnswer } from "#fixtures/recording.ts";
import type { Connector } from "#jobs/connectors/connector.ts";
import { type ClientOptions, createClient } from "#jobs/connectors/http.ts";
import { outside } from "#tests/setup/network.ts";

/** What went over the wire while a recording was replayed. */
export interface Replay {
  readonly requests: { readonly method: string; readonly url: URL }[];
}

/** Changes an answer on its way; null lets it through. `attempt` counts from 1, per address. */
export type Disturbance = (
  exchange: Exchange,
  request: { readonly url: URL; readonly attempt: number },
) => Response | Promise<Response> | null;

/** Lets the network answer as it was recorded, and fails any other question by name. */
export function replay(recording: Recording, disturb: Disturbance = () => null): Replay {
  const requests: Replay["requests"] = [];
  const attempts = new Map<string, number>();
  outside.use(
    http.all("*", async ({ request }) => {
      const url = new URL(request.url);
      requests.push({ method: request.method, url });
      const attempt = (attempts.get(request.url) ?? 0) + 1;
      attempts.set(request.url, attempt);
      const exchange = recordedAnswer(recording, request.method, url);
      if (exchange === null) {
        return new HttpResponse(`not recorded: ${request.method} ${url}`, { status: 418 });
      }
      const { body, ...init } = exchange;
      return (await disturb(exchange, { url, attempt })) ?? new HttpResponse(body, init);
    }),
  );
  return { requests };
}

/** One reading of a recording: what came out, how long it was asked to wait, how it ended. */
export interface Reading {
  readonly records: readonly CanonicalRecord[];
  readonly waits: readonly number[];
  readonly error: unknown;
}

export interface Circumstances {
  readonly cursor?: string | null;
  readonly settings?: Readonly<Record<string, string>>;
  /** Stops after so many records, as a killed night does. */
  readonly stopAfter?: number;
  readonly client?: ClientOptions;
}

/** Reads a recording with a connector, without waiting for real. */
export async function readRecorded(
  connector: Connector,
  recording: Recording,
  { cursor = null, settings, stopAfter = Infinity, client = {} }: Circumstances = {},
): Promise<Reading> {
  const waits: number[] = [];
  const records: CanonicalRecord[] = [];
  const patient: ClientOptions = {
    perSecond: null,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
    ...client,
  };
  const source = {
    settings: settings ?? recording.settings,
    from: new Date(recording.from),
    to: new Date(recording.to),
    cursor,
    client: (base: string, headers: Readonly<Record<string, string>>) =>
      createClient(base, headers, patient),
  };
  try {
    for await (const record of connector.pull(source)) {
      records.push(record);
      if (records.length >= stopAfter) break;
    }
    return { records, waits, error: null };
  } catch (error) {
    return { records, waits, error };
  }
}
