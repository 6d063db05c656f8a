import type { CanonicalRecord } from "#app/model/canonical.ts";
import type { Declaration } from "#app/model/declaration.ts";
import type { Right, RightFound, Source } from "./connector.ts";

/** A request a network sent by itself, before anything of it is believed. */
export interface Delivery {
  readonly method: "GET" | "POST";
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The bytes on the wire: what a signature is made of. */
  readonly body: Uint8Array;
}

/** What a delivery may be read with. */
export interface DeliveryReading {
  readonly settings: Readonly<Record<string, string>>;
  /** A stable stand-in for what must not become an id in clear: a telephone number. */
  pseudonymOf(text: string): string;
}

/** How a network calls us: who may, how it introduces itself, what it says. */
export interface WebhookReading {
  /** The setting that holds the secret deliveries are signed or marked with. */
  readonly secret: string;
  /** What it supplies, for a network that is heard and never asked; else its `live` says it. */
  readonly declares?: Declaration;
  /** With `check`, for a network that is heard and never asked; else its `live` has them. */
  readonly rights?: readonly Right[];
  check?(source: Source): AsyncGenerator<RightFound>;
  /** Answers a handshake (`hub.challenge`, `url_verification`); null when it is not one. */
  handshake?(
    delivery: Delivery,
    settings: Readonly<Record<string, string>>,
  ): { readonly status: number; readonly type: string; readonly body: string } | null;
  /** Whether this secret signed it: over the raw bytes, compared in constant time. */
  isSigned(delivery: Delivery, secret: string): boolean;
  /** For a network that signs with keys it publishes, in place of `isSigned`. */
  readonly vouching?: Vouching;
  /** What the network waits for in answer to this delivery, once it is kept; null for nothing. */
  acknowledge?(
    delivery: Delivery,
  ): { readonly status: number; readonly type: string; readonly body: string } | null;
  /** When the network says it sent this, for the replay window; null where it does not say. */
  sentAt?(delivery: Delivery): Date | null;
  /**
   * The messages of a delivery, each under the id that tells it from a repetition. Text is dropped
   * here. What cannot be read at all is thrown, without a word of it.
   */
  read(delivery: Delivery, reading: DeliveryReading): readonly Message[];
}

/** How deliveries are believed that are signed with keys the network publishes (RFC 7515, 7517). */
export interface Vouching {
  /** Where the document stands that says where the keys are (OpenID Connect Discovery). */
  discoveryAt(settings: Readonly<Record<string, string>>): string;
  isSigned(
    delivery: Delivery,
    by: {
      readonly settings: Readonly<Record<string, string>>;
      readonly published: readonly PublishedKey[];
      readonly at: Date;
    },
  ): boolean;
}

/** One key of a published set (RFC 7517), as it stands there. */
export interface PublishedKey {
  readonly kid?: string;
  readonly kty?: string;
  readonly n?: string;
  readonly e?: string;
  /** Of the Bot Framework: the networks it may speak for. */
  readonly endorsements?: readonly string[];
}

export interface Message {
  readonly id: string;
  readonly records: readonly CanonicalRecord[];
}
