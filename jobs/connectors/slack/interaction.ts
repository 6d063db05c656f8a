import type { AnswerRecord } from "#app/model/canonical.ts";
import type { Message as Sent } from "../webhook.ts";

/** The fields that are read of a `block_actions` payload (docs.slack.dev, interaction payloads). */
export interface Interaction {
  readonly type?: unknown;
  readonly user?: { readonly id?: unknown };
  readonly channel?: { readonly id?: unknown };
  readonly container?: { readonly is_ephemeral?: unknown };
  readonly response_url?: unknown;
  readonly actions?: unknown;
}

interface Action {
  readonly action_ts?: unknown;
  readonly value?: unknown;
  readonly selected_option?: { readonly value?: unknown } | null;
}

const TAPPED = /^([\w-]{1,60}):[\w.-]{1,40}$/;

/** The interaction in a form, which is how Slack posts them; null for anything else. */
export function interactionIn(body: Uint8Array): Interaction | null {
  const text = new TextDecoder().decode(body);
  if (!text.startsWith("payload=")) return null;
  try {
    const parsed: unknown = JSON.parse(new URLSearchParams(text).get("payload") ?? "");
    return typeof parsed === "object" && parsed !== null ? (parsed as Interaction) : {};
  } catch {
    return {};
  }
}

/**
 * What somebody ticked in our own conversation with them: in a channel, or a conversation of several,
 * it would be answered before others, and is not read. The words of the message come along and are left.
 */
export function readInteraction(interaction: Interaction): readonly Sent[] {
  const { type, user, channel, response_url: handle, actions } = interaction;
  const [member, where] = [user?.id, channel?.id];
  if (type !== "block_actions" || typeof member !== "string" || member === "") return [];
  if (typeof where !== "string" || !where.startsWith("D") || !Array.isArray(actions)) return [];
  return actions.flatMap((action: Action | null) => {
    const value = action?.selected_option?.value ?? action?.value;
    const at = momentIn(action?.action_ts);
    const asked = typeof value === "string" ? TAPPED.exec(value)?.[1] : undefined;
    if (typeof value !== "string" || asked === undefined || at === null) return [];
    const id = `tap:${member}:${action?.action_ts}:${asked}`;
    const answer: AnswerRecord = { type: "answer", id, member, asked, options: [value], at };
    const isAddress = typeof handle === "string" && handle.length < 1_000;
    return [{ id, records: [isAddress ? { ...answer, handle } : answer] }];
  });
}

function momentIn(ts: unknown): string | null {
  if (typeof ts !== "string" || !/^\d{9,11}(\.\d{1,6})?$/.test(ts)) return null;
  return new Date(Number(ts) * 1000).toISOString();
}
