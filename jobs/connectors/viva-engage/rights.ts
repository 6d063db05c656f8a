import type { Right } from "../connector.ts";
import type { Limits } from "../http.ts";
import { firstOf, type Probe } from "../microsoft/rights.ts";

/** Application permissions, each the least that Microsoft's page of the address asks for. */
export const rights: readonly Right[] = [
  { name: "Community.Read.All", for: "communities" },
  { name: "User.Read.All", for: "people, guests, who has left, employee numbers" },
  { name: "GroupMember.Read.All", for: "who is in communities" },
  { name: "Reports.Read.All", for: "how often people posted, read and liked" },
];

/**
 * What Microsoft publishes: 10 requests for communities in 30 seconds
 * (https://learn.microsoft.com/graph/throttling-limits), 14 of one report in ten minutes.
 */
export const limits: Limits = {
  concurrency: 4,
  perSecond: 15,
  of: [
    { path: "/employeeExperience/", perSecond: 10 / 30 },
    { path: "/reports/", perSecond: 14 / 600 },
    { path: "/groups/", perSecond: 30 },
  ],
};

/** How each right is tried. Members are tried in the first community that is found. */
export function probes(): Readonly<Record<string, Probe>> {
  const communities = { $top: 1 };
  const report = "/reports/getYammerActivityUserDetail(period='D7')";
  return {
    "Community.Read.All": (client) => client.look("/employeeExperience/communities", communities),
    "User.Read.All": (client) =>
      client.look("/users", { $select: "id,accountEnabled,employeeId", $top: 1 }),
    "GroupMember.Read.All": async (client) => {
      const query = { $filter: "groupTypes/any(x:x eq 'Unified')", $select: "id", $top: 1 };
      const id = await firstOf(client, "/groups", query);
      return id === null ? null : client.look(`/groups/${id}/members`, { $select: "id", $top: 1 });
    },
    "Reports.Read.All": (client) => client.look(report),
  };
}
