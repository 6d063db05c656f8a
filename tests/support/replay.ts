import { HttpResponse, http } from "msw";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { type Exchange, type Recording, recordedAnswer } from "#fixtures/recording.ts";
import type { Connector, RightFound, Source } from "#jobs/connectors/connector.ts";
import { type ClientOptions, doorsWith } from "#jobs/connectors/http.ts";
import { outside } from "#tests/setup/network.ts";

/** What went over the wire while a recording was replayed. */
export interface Replay {
  readonly requests: {
    readonly method: string;
    readonly url: URL;
    readonly headers: Headers;
  }[];
}

/** Changes an answer on its way; null lets it through. `attempt` counts from 1, per address. */
export type Disturbance = (
  exchange: Exchange,
  request: { readonly url: URL; readonly method: string; readonly attempt: number },
) => Response | Promise<Response> | null;

/**
 * Lets the network answer as it was recorded, and fails any other question by name. `asIf` gives
 * the address that is looked up in the place of the one that was asked for.
 */
export function replay(
  recording: Recording,
  disturb: Disturbance = () => null,
  asIf: (url: URL) => URL = (url) => url,
): Replay {
  const requests: Replay["requests"] = [];
  const attempts = new Map<string, number>();
  outside.use(
    http.all("*", async ({ request }) => {
      const { method, headers } = request;
      const url = new URL(request.url);
      requests.push({ method, url, headers });
      const attempt = (attempts.get(request.url) ?? 0) + 1;
      attempts.set(request.url, attempt);
      const exchange = recordedAnswer(recording, method, asIf(url));
      if (exchange === null) {
        return new HttpResponse(`not recorded: ${method} ${url}`, { status: 418 });
      }
      const disturbed = await disturb(exchange, { url, method, attempt });
      return disturbed ?? responseOf(exchange);
    }),
  );
  return { requests };
}

/** An answer as it goes over the wire. */
export function responseOf({ body, status, headers }: Exchange): Response {
  return new HttpResponse(body, { status, headers });
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
  circumstances: Circumstances = {},
): Promise<Reading> {
  const { stopAfter = Infinity } = circumstances;
  const waits: number[] = [];
  const records: CanonicalRecord[] = [];
  try {
    const source = recordedSource(recording, waits, circumstances);
    for await (const record of liveOf(connector).pull(source)) {
      records.push(record);
      if (records.length >= stopAfter) break;
    }
    return { records, waits, error: null };
  } catch (error) {
    return { records, waits, error };
  }
}

/** Looks for the rights of a connector in a recording. */
export async function checkRecorded(
  connector: Connector,
  recording: Recording,
): Promise<{ readonly found: readonly RightFound[]; readonly error: unknown }> {
  const found: RightFound[] = [];
  try {
    for await (const right of liveOf(connector).check(recordedSource(recording, []))) {
      found.push(right);
    }
    return { found, error: null };
  } catch (error) {
    return { found, error };
  }
}

function liveOf({ live, title }: Connector) {
  if (live === undefined) throw new Error(`${title} is not read at night`);
  return live;
}

function recordedSource(
  recording: Recording,
  waits: number[],
  { cursor = null, settings, client = {} }: Circumstances = {},
): Source {
  return {
    settings: settings ?? recording.settings,
    from: new Date(recording.from),
    to: new Date(recording.to),
    cursor,
    timeZone: "Europe/Paris",
    ...doorsWith({
      perSecond: null,
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
      },
      ...client,
    }),
  };
}
