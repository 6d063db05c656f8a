import type { RefusalRecord } from "#app/model/canonical.ts";
import type { NetworkError } from "../http.ts";
import { saysNo } from "./refusal.ts";
import type { Channel } from "./wire.ts";

/** The channels that could not be read, told once a reason: there may be thousands of them. */
export interface RefusedChannels {
  add(channel: Channel, where: string, error: NetworkError): void;
  /** Why this channel's messages need not even be asked for; null where they have to. */
  reasonFor(channel: Channel): NetworkError | null;
  records(): readonly RefusalRecord[];
}

export function refusedChannels(): RefusedChannels {
  const places = new Map<string, { first: string; others: number; groups: string[] }>();
  const scopes = new Map<boolean, NetworkError>();
  let outside: NetworkError | null = null;
  return {
    add(channel, where, error) {
      const reason = error.said ?? error.trouble;
      const place = places.get(reason);
      if (place === undefined)
        places.set(reason, { first: where, others: 0, groups: [channel.id] });
      else {
        place.others += 1;
        place.groups.push(channel.id);
      }
      if (saysNo(error, "missing_scope")) scopes.set(channel.is_private === true, error);
      // An application reads the channels it is in; somebody's own token, all public ones.
      if (saysNo(error, "not_in_channel") && channel.is_member === false) outside = error;
    },
    reasonFor(channel) {
      if (channel.is_member === false && outside !== null) return outside;
      return scopes.get(channel.is_private === true) ?? null;
    },
    records() {
      return Array.from(places, ([reason, { first, others, groups }]) => ({
        type: "refusal" as const,
        where: others === 0 ? first : `${first} and ${others} more`,
        reason,
        groups,
      }));
    },
  };
}
