import type { ActivityRecord, MemberRecord } from "#app/model/canonical.ts";
import type { User } from "./wire.ts";

/** An account as the server lists it. */
export function memberOf(user: User): MemberRecord {
  const isGuest = user.roles?.split(" ").includes("system_guest") ?? false;
  return {
    type: "member",
    id: user.id,
    email: user.email || null,
    kind: user.is_bot ? "bot" : isGuest ? "guest" : "person",
    active: user.delete_at === 0,
    ...(user.delete_at > 0 ? { endedAt: isoOf(user.delete_at) } : {}),
  };
}

/** Somebody erased from the server is still the author of what they wrote. */
export function* introduce(ids: readonly string[], known: Set<string>): Generator<MemberRecord> {
  for (const id of ids) {
    if (known.has(id)) continue;
    known.add(id);
    yield { type: "member", id, email: null, kind: "person", active: false };
  }
}

/** Whom an act is about. */
export function peopleIn({ member, target }: ActivityRecord): readonly string[] {
  return target === null ? [member] : [member, target];
}

/** Mattermost writes 0 for never. */
export function isoOf(milliseconds: number): string | null {
  return milliseconds > 0 ? new Date(milliseconds).toISOString() : null;
}
