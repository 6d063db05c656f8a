import type { CanonicalRecord } from "#app/model/canonical.ts";

/** A request a network sent by itself, before anything of it is believed. */
export interface Delivery {
  readonly method: "GET" | "POST";
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The bytes on the wire: what a signature is made of. */
  readonly body: Uint8Array;
}

/** How a network calls us: who may, how it introduces itself, what it says. */
export interface WebhookReading {
  /** The setting that holds the secret deliveries are signed or marked with. */
  readonly secret: string;
  /** Answers a handshake (`hub.challenge`, `url_verification`); null when it is not one. */
  handshake?(
    delivery: Delivery,
    settings: Readonly<Record<string, string>>,
  ): { readonly status: number; readonly type: string; readonly body: string } | null;
  /** Whether this secret signed it: over the raw bytes, compared in constant time. */
  isSigned(delivery: Delivery, secret: string): boolean;
  /** When the network says it sent this, for the replay window; null where it does not say. */
  sentAt?(delivery: Delivery): Date | null;
  /** The messages of a delivery, each under the id that tells it from a repetition. Text is dropped here. */
  read(delivery: Delivery): readonly Message[];
}

export interface Message {
  readonly id: string;
  readonly records: readonly CanonicalRecord[];
}
