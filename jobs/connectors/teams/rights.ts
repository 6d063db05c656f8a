import type { Right } from "../connector.ts";
import type { Client } from "../http.ts";
import { firstOf, type Probe } from "../microsoft/rights.ts";

/** Application permissions, each the least that Microsoft's page of the address asks for. */
export const rights: readonly Right[] = [
  { name: "User.Read.All", for: "people, guests, who has left, employee numbers" },
  { name: "GroupMember.Read.All", for: "teams and who is in them" },
  { name: "Channel.ReadBasic.All", for: "channels of teams" },
  { name: "ChannelMessage.Read.All", for: "posts, replies and reactions in channels" },
  {
    name: "ChannelMember.Read.All",
    for: "who is in private and shared channels",
    optional: true,
  },
  { name: "Member.Read.Hidden", for: "who is in teams with a hidden membership", optional: true },
  { name: "Reports.Read.All", for: "how many chat messages and meetings", optional: true },
];

export const teamsOnly = "resourceProvisioningOptions/Any(x:x eq 'Team')";

/** How each right is tried. Channels are tried in the first team that is found. */
export function probes(): Readonly<Record<string, Probe>> {
  let team: Promise<string | null> | null = null;
  const teamOf = (client: Client) => {
    team ??= firstOf(client, "/groups", { $filter: teamsOnly, $select: "id", $top: 1 });
    return team;
  };
  const channelOf = async (client: Client) => {
    const id = await teamOf(client);
    if (id === null) return null;
    const channel = await firstOf(client, `/teams/${id}/channels`, { $select: "id" });
    return channel === null ? null : `/teams/${id}/channels/${encodeURIComponent(channel)}`;
  };
  return {
    "User.Read.All": (client) =>
      client.look("/users", { $select: "id,accountEnabled,employeeId", $top: 1 }),
    "GroupMember.Read.All": async (client) => {
      const id = await teamOf(client);
      if (id !== null) return client.look(`/groups/${id}/members`, { $select: "id", $top: 1 });
      return client.look("/groups", { $filter: teamsOnly, $select: "id", $top: 1 });
    },
    "Channel.ReadBasic.All": async (client) => {
      const id = await teamOf(client);
      return id === null ? null : client.look(`/teams/${id}/channels`, { $select: "id" });
    },
    "ChannelMessage.Read.All": async (client) => {
      const path = await channelOf(client);
      return path === null ? null : client.look(`${path}/messages`, { $top: 1 });
    },
    "ChannelMember.Read.All": async (client) => {
      const path = await channelOf(client);
      return path === null ? null : client.look(`${path}/members`);
    },
    // Without it the list of members is empty rather than refused.
    "Member.Read.Hidden": async () => null,
    "Reports.Read.All": (client) =>
      client.look("/reports/getTeamsUserActivityUserDetail(period='D7')"),
  };
}
