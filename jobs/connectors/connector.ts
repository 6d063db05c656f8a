import type { CanonicalRecord } from "#app/model/canonical.ts";
import type { Declaration } from "#app/model/declaration.ts";
import type { Archive } from "./archive.ts";
import type { Client, Headers, Limits } from "./http.ts";
import type { WebhookReading } from "./webhook.ts";

/** One thing the administrator must provide before a network can be read. */
export interface Setting {
  /** For people, in English, on the command line; `networks.md` says more. */
  readonly label: string;
  readonly secret?: true;
  readonly optional?: true;
}

/** What the night hands to a connector. */
export interface Source<Name extends string = string> {
  readonly settings: Readonly<Partial<Record<Name, string>>>;
  /** Read what happened from `from` (included) to `to` (excluded). */
  readonly from: Date;
  readonly to: Date;
  /** What the last committed page said, or null on the first reading. Opaque to everyone else. */
  readonly cursor: string | null;
  /** The company's time zone, for networks that report whole days. */
  readonly timeZone: string;
  /**
   * Requests that wait out rate limits and retry what is worth retrying. They can only read.
   * `headers` carry the credentials; a function is asked again when the network refuses them, so
   * that a token that expires in the middle of a night is renewed.
   */
  client(base: string, headers: Headers, limits?: Limits): Client;
  /**
   * OAuth 2.0 client credentials (RFC 6749, 4.4): posts a form to `address`, gives the access
   * token. The one thing a connector may send that is not a question. `headers` for those who want
   * the application's name and secret there.
   */
  signIn(
    address: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<string>;
}

/** One right the account or the application needs, by the vendor's own name, and no more. */
export interface Right {
  /** `users:read`, `ChannelMessage.Read.All`, … as the vendor's page writes it. */
  readonly name: string;
  /** What cannot be read without it, for people. */
  readonly for: string;
  readonly optional?: true;
}

/** What a look at the network found of one right. */
export interface RightFound {
  readonly right: string;
  /** Null where the network does not say and nothing can be tried. */
  readonly held: boolean | null;
  /** What the network said, where that helps. Never anything secret. */
  readonly note?: string;
}

/** Read over its API, at night. */
export interface LiveReading<Name extends string = string> {
  readonly declares: Declaration;
  readonly rights: readonly Right[];
  /** `often`: the network forgets within a day, so the worker reads it all day long. */
  readonly pace?: "often";
  /** A first reading is cut into windows of so many days, oldest first; whole when not said. */
  readonly windowDays?: number;
  /**
   * Everything that still stands in the window is told again each time: what is not told any more
   * was withdrawn in the network, and is marked so.
   */
  readonly tellsWhatStands?: true;
  /** Tells who works in the company: read before all others, and taken like an HR file. */
  readonly tellsPeople?: true;
  pull(source: Source<Name>): AsyncGenerator<CanonicalRecord>;
  /** Verifies the credentials, and looks for each right. Throws a `NetworkError` when refused. */
  check(source: Source<Name>): AsyncGenerator<RightFound>;
}

/** What a reading of files is given. */
export interface FileSource<Name extends string = string> {
  readonly archive: Archive;
  readonly settings: Readonly<Partial<Record<Name, string>>>;
  /** The company's time zone, for files that speak of days. */
  readonly timeZone: string;
}

/** Read from what the network lets one export: a zip, a folder or a single file. */
export interface FileReading<Name extends string = string> {
  readonly declares: Declaration;
  /** What may be handed in, for people: "network data export (zip)", … */
  readonly formats: readonly string[];
  read(source: FileSource<Name>): AsyncGenerator<CanonicalRecord>;
}

export interface Connector<Name extends string = string> {
  /** Also the name of the file, of its recording, and of the network in the database. */
  readonly network: string;
  readonly title: string;
  readonly settings: Readonly<Record<Name, Setting>>;
  readonly live?: LiveReading<Name>;
  readonly files?: FileReading<Name>;
  readonly webhook?: WebhookReading;
}

/** Keeps the names of the settings while the connector is written, and forgets them in the list. */
export function defineConnector<const Name extends string>(connector: Connector<Name>): Connector {
  return connector as unknown as Connector;
}
