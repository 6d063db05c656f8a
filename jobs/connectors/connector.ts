import type { CanonicalRecord, Verb } from "#app/model/canonical.ts";
import type { Client } from "./http.ts";

/** One thing the administrator must provide before a network can be read. */
export interface Setting {
  /** Key of the sentence in `app/i18n` is `networks.settings.<name>`; this is the fallback. */
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
  /** Requests that wait out rate limits and retry what is worth retrying. They can only read. */
  client(base: string, headers: Readonly<Record<string, string>>): Client;
}

export interface Connector<Name extends string = string> {
  /** Also the name of the file, of its recording, and of the network in the database. */
  readonly network: string;
  readonly title: string;
  /** What it can tell. What is missing here is shown as "not supplied", never as zero. */
  readonly supplies: readonly Verb[];
  readonly settings: Readonly<Record<Name, Setting>>;
  pull(source: Source<Name>): AsyncGenerator<CanonicalRecord>;
}

/** Keeps the names of the settings while the connector is written, and forgets them in the list. */
export function defineConnector<const Name extends string>(connector: Connector<Name>): Connector {
  return connector as Connector;
}
