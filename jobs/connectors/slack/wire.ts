/** The fields of Slack's answers that are read; `text` only to see whether it asks something. */
export interface User {
  readonly id: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  /** A guest of several channels, or (`ultra`) of one. */
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  /** Somebody of another company, met in a shared channel. */
  readonly is_stranger?: boolean;
  readonly profile?: { readonly email?: string | null };
}

export interface Channel {
  readonly id: string;
  readonly name?: string;
  /** Seconds; a string in some exports. */
  readonly created: number | string;
  /** Milliseconds: when something about the channel itself last changed. Not in exports. */
  readonly updated?: number;
  readonly is_archived?: boolean;
  readonly is_private?: boolean;
  readonly is_im?: boolean;
  readonly is_mpim?: boolean;
  readonly is_member?: boolean;
}

export interface Reaction {
  readonly name: string;
  /** Everybody, or only the first of them. */
  readonly users?: readonly string[];
  readonly count?: number;
}

export interface Message {
  /** Seconds with six decimals, unique in its channel. Kept as text: as a number it would be rounded. */
  readonly ts: string;
  readonly user?: string | null;
  readonly bot_id?: string | null;
  readonly subtype?: string | null;
  readonly text?: string | null;
  readonly thread_ts?: string | null;
  readonly parent_user_id?: string | null;
  readonly reply_count?: number;
  readonly latest_reply?: string | null;
  /** In a reply that was also sent to the channel: the post it answers. */
  readonly root?: { readonly user?: string | null } | null;
  readonly reactions?: readonly Reaction[] | null;
}

/** Milliseconds since 1970. `ts` has more digits than are of use here, and than a double holds. */
export function momentOf(ts: string): number {
  const [seconds = "", decimals = ""] = ts.split(".");
  return Number(seconds) * 1000 + Number(decimals.slice(0, 3).padEnd(3, "0"));
}

/** As Slack wants a moment: seconds, six decimals. */
export function tsOf(milliseconds: number): string {
  return `${Math.floor(milliseconds / 1000)}.${String(milliseconds % 1000).padStart(3, "0")}000`;
}

export function isTs(value: unknown): value is string {
  return typeof value === "string" && /^\d{1,12}(\.\d{1,6})?$/.test(value);
}

/** ISO 8601; null for what is no moment. */
export function isoOf(milliseconds: number): string | null {
  return Number.isFinite(milliseconds) && milliseconds > 0
    ? new Date(milliseconds).toISOString()
    : null;
}
