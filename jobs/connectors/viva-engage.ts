import type { CanonicalRecord } from "#app/model/canonical.ts";
import { defineConnector, type Source } from "./connector.ts";
import { graphOf, type MicrosoftSetting, microsoftSettings } from "./microsoft/graph.ts";
import { People, readPeople } from "./microsoft/people.ts";
import { rightsFound } from "./microsoft/rights.ts";
import { readUsage, reportedDays } from "./microsoft/usage.ts";
import { declaredPurposes } from "./purposes.ts";
import { readCommunities, readMembers } from "./viva-engage/communities.ts";
import { files } from "./viva-engage/files.ts";
import { isSample, readSample } from "./viva-engage/rest.ts";
import { limits, probes, rights } from "./viva-engage/rights.ts";
import { readGroupUsage, userActivity, without } from "./viva-engage/usage.ts";

type Named = MicrosoftSetting | "purposes" | "source" | "token" | "yammer";

/**
 * Viva Engage, which was Yammer: communities and their members by Graph v1.0, what people did by
 * usage reports (Graph reads no message). A night at a company of 100,000 people with 3,000
 * communities costs about 3,260 requests: 100 of people, 150 of communities at one in three seconds
 * (8 minutes), 3,000 of members (2 minutes), ten reports at 14 in ten minutes (4 minutes each kind).
 * `source = rest` adds a sample by Yammer's REST API; see `viva-engage/rest.ts`.
 */
export const vivaEngage = defineConnector({
  network: "viva-engage",
  title: "Viva Engage / Yammer",
  settings: {
    ...microsoftSettings,
    purposes: { label: "What communities are for (id = announcements, …)", optional: true },
    source: { label: "Where posts come from: reports, or rest (a sample)", optional: true },
    token: { label: "Yammer access token, for a sample only", secret: true, optional: true },
    yammer: { label: "Yammer address, when it is not www.yammer.com", optional: true },
  },
  live: {
    declares: {
      each: ["members", "groups", "memberships"],
      totals: ["post", "view", "react"],
      historyDays: 28,
      delayHours: 72,
    },
    rights,
    pull,
    check: (source) => rightsFound(graphOf(source, limits), probes()),
  },
  files,
});

async function* pull(source: Source<Named>): AsyncGenerator<CanonicalRecord> {
  const { settings, from, to } = source;
  const { client } = graphOf(source, limits);
  const purposes = declaredPurposes(settings.purposes);
  yield* purposes.refusals;
  const people = new People();
  yield* readPeople(client, people);
  const communities = yield* readCommunities(client, purposes.of);
  yield* readMembers(client, communities, people);

  const days = reportedDays(from, to);
  if (isSample(settings)) {
    yield* readSample(source, people);
    yield* readUsage(client, without(userActivity, ["post"]), days, people);
  } else {
    yield* readUsage(client, userActivity, days, people);
    yield* readGroupUsage(client, days, communities.idByName);
  }
  yield { type: "cursor", value: JSON.stringify({ done: to.getTime() }) };
}
