import type { CanonicalRecord } from "#app/model/canonical.ts";
import { bookmarksOf } from "./bookmark.ts";
import { defineConnector, type Source } from "./connector.ts";
import { inOrder } from "./microsoft/ahead.ts";
import { graphOf, type MicrosoftSetting, microsoftSettings } from "./microsoft/graph.ts";
import { listed } from "./microsoft/pages.ts";
import { People, readPeople } from "./microsoft/people.ts";
import { rightsFound } from "./microsoft/rights.ts";
import { readUsage, reportedDays } from "./microsoft/usage.ts";
import { declaredPurposes } from "./purposes.ts";
import { files } from "./teams/files.ts";
import { AT_ONCE, limits } from "./teams/limits.ts";
import { REACH_DAYS } from "./teams/messages.ts";
import { probes, rights, teamsOnly } from "./teams/rights.ts";
import { privacyOf, readTeam } from "./teams/team.ts";
import { userActivity } from "./teams/usage.ts";
import { webhook } from "./teams/webhook.ts";
import type { Team } from "./teams/wire.ts";

/** Records between two cursors: often enough to lose little, seldom enough to commit in bulk. */
const BATCH = 1000;

const bookmarks = bookmarksOf(({ createdDateTime, id }: Team) => ({ age: createdDateTime, id }));

/**
 * Microsoft Teams, by Graph v1.0 as an application. A night at a company of 100,000 people, some
 * 12,000 teams with four channels each, costs about 72,000 requests (a list of members and a list
 * of channels a team, one question a channel): 75 minutes at 16 a second, where Microsoft allows
 * 20. Its traps are explained where they are met (`teams/`, `microsoft/`).
 */
export const teams = defineConnector({
  network: "teams",
  title: "Microsoft Teams",
  settings: {
    ...microsoftSettings,
    botId: { label: "Application id of the bot, to put questions to people", optional: true },
    botSecret: { label: "Client secret of the bot", secret: true, optional: true },
    service: { label: "Bot Connector address of the region", optional: true },
    botKeys: {
      label: "Where the Bot Framework publishes its keys, elsewhere only",
      optional: true,
    },
    purposes: { label: "What teams are for (team id = announcements, …)", optional: true },
  },
  live: {
    declares: {
      each: ["members", "groups", "memberships", "post", "comment", "react"],
      totals: ["message", "meet"],
      historyDays: REACH_DAYS,
      delayHours: 72,
    },
    rights,
    pull,
    check: (source) => rightsFound(graphOf(source, limits), probes()),
  },
  files,
  webhook,
});

async function* pull(
  source: Source<MicrosoftSetting | "purposes">,
): AsyncGenerator<CanonicalRecord> {
  const { settings, from, to, cursor } = source;
  const { client } = graphOf(source, limits);
  const window = { from: from.getTime(), to: to.getTime() };
  const purposes = declaredPurposes(settings.purposes);
  yield* purposes.refusals;
  const people = new People();
  yield* readPeople(client, people);

  const all: Team[] = [];
  const query = {
    $filter: teamsOnly,
    $select: "id,displayName,visibility,createdDateTime",
    $top: 999,
  };
  for await (const team of listed<Team>(client, "/groups", query)) {
    all.push(team);
    const privacy = privacyOf(team);
    yield {
      type: "group",
      id: team.id,
      privacy,
      purpose: purposes.of.get(team.id.toLowerCase()) ?? null,
      name: privacy === "open" ? team.displayName : null,
      createdAt: new Date(team.createdDateTime).toISOString(),
      archivedAt: null,
    };
  }
  all.sort(bookmarks.inOrder);

  const total = all.length;
  const left = all.flatMap((team, index) => {
    const start = bookmarks.startOf(team, window, cursor);
    const where = `team ${index + 1} of ${total}`;
    return start === null ? [] : [{ team, start, end: window.to, where }];
  });
  const done = total - left.length;
  yield { type: "progress", done, total };
  let waiting = 0;
  let current = 0;
  const read = (reading: (typeof left)[number]) => readTeam(client, reading);
  const finished = function* (until: number): Generator<CanonicalRecord> {
    for (; current < until; current += 1) {
      const team = left[current]?.team;
      yield { type: "progress", done: done + current + 1, total };
      if (team === undefined || waiting < BATCH) continue;
      waiting = 0;
      yield { type: "cursor", value: bookmarks.after(team, window) };
    }
  };
  for await (const { index, value } of inOrder(left, AT_ONCE, read)) {
    yield* finished(index);
    for (const record of value) {
      const told = record.type === "member" ? people.introduce(record) : record;
      if (told === null) continue;
      waiting += 1;
      yield told;
    }
  }
  yield* finished(left.length);
  yield* readUsage(client, userActivity, reportedDays(from, to), people);
  yield { type: "cursor", value: bookmarks.atEnd(window) };
}
