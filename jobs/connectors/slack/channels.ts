import type { GroupRecord, Privacy } from "#app/model/canonical.ts";
import type { DeclaredPurposes } from "../purposes.ts";
import { type Channel, isoOf } from "./wire.ts";

export interface Naming {
  /** What a private channel is: those who are not in one cannot see that it exists. */
  readonly ofPrivate: Privacy;
  readonly purposes: DeclaredPurposes;
}

/** `secret` in the setting makes private channels secret; whatever else is closed. */
export function privacyOfPrivate(setting: string | undefined): Privacy {
  return setting?.trim().toLowerCase() === "secret" ? "secret" : "closed";
}

/** Direct messages and groups of them: never a group. */
export function isConversation({ is_im: direct, is_mpim: several }: Channel): boolean {
  return direct === true || several === true;
}

/** A channel. Its topic and purpose are what somebody wrote, and are not read. */
export function groupOf(channel: Channel, { ofPrivate, purposes }: Naming): GroupRecord {
  const { id, name = "", is_private: isPrivate = false } = channel;
  return {
    type: "group",
    id,
    privacy: isPrivate ? ofPrivate : "open",
    purpose: purposes.of.get(name.toLowerCase()) ?? purposes.of.get(id.toLowerCase()) ?? null,
    name: isPrivate ? null : name || null,
    createdAt: isoOf(Number(channel.created) * 1000),
    archivedAt: isoOf(archivedAt(channel) ?? 0),
  };
}

/**
 * When a channel was closed, in milliseconds: null while it is open. Slack does not say; the last
 * change of an archived channel is its archiving, and where that is missing (exports) no later date
 * is known than its creation.
 */
export function archivedAt({ is_archived: isArchived, updated, created }: Channel): number | null {
  if (isArchived !== true) return null;
  return updated ?? Number(created) * 1000;
}
