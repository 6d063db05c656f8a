import type { ActivityRecord, MemberRecord } from "#app/model/canonical.ts";
import { SLACKBOT } from "./messages.ts";
import type { User } from "./wire.ts";

/**
 * One account. Since when it is closed is not told: `updated` moves with every change of the
 * profile, and so does after it was closed.
 */
export function memberOf(user: User): MemberRecord {
  const isGuest = user.is_restricted || user.is_ultra_restricted || user.is_stranger;
  return {
    type: "member",
    id: user.id,
    email: user.profile?.email || null,
    kind: isBot(user) ? "bot" : isGuest ? "guest" : "person",
    active: user.deleted !== true,
  };
}

export function isBot(user: User): boolean {
  return user.is_bot === true || user.id === SLACKBOT;
}

/**
 * Introduces whoever is met without being on the list. A closed account stays on it, so this is
 * somebody of another company in a shared channel.
 */
export function* introduce(ids: readonly string[], known: Set<string>): Generator<MemberRecord> {
  for (const id of ids) {
    if (known.has(id)) continue;
    known.add(id);
    yield { type: "member", id, email: null, kind: "guest", active: true };
  }
}

export function peopleIn({ member, target }: ActivityRecord): readonly string[] {
  return target === null ? [member] : [member, target];
}
