import type { CanonicalRecord, MemberRecord, RefusalRecord } from "#app/model/canonical.ts";
import { defineConnector, type Source } from "./connector.ts";
import { NetworkError } from "./http.ts";
import { check, rights } from "./zoom/check.ts";
import { bookmarkAfter, bookmarkAtEnd, daysIn, daysLeft } from "./zoom/days.ts";
import { files } from "./zoom/files.ts";
import { meetingsIn, type Named, networkOf, pathIn, paths } from "./zoom/settings.ts";
import { meetingsOf, messagesOf } from "./zoom/totals.ts";
import { listed, type User } from "./zoom/wire.ts";

/**
 * Zoom, Team Chat and meetings, read as totals by person and day through a server-to-server
 * application. Zoom's API has the messages too, by `report:read:list_chat_messages`: nothing of the
 * kind is asked for.
 *
 * What a night costs for 100,000 people, at half the published limits of a Business plan and for
 * the three days a night reads: the people 334 requests (1 min); Team Chat at most 334 a day,
 * resource-intensive (34 min each, 1 h 40 in all); meetings by host at most 334 a day, heavy (1 min
 * each). Meetings by participant cost one request a meeting: 20,000 meetings a day are 60,000
 * requests, which is all an account may ask in a day, so that setting is for smaller companies.
 */
export const zoom = defineConnector({
  network: "zoom",
  title: "Zoom",
  settings: {
    accountId: { label: "Account ID of the server-to-server application" },
    clientId: { label: "Client ID of the application" },
    clientSecret: { label: "Client secret of the application", secret: true },
    meetings: {
      label: "Who meets: hosts (usual), or participants (many requests)",
      optional: true,
    },
    chatPath: { label: "Path of the chat totals, where it is not /metrics/chat", optional: true },
    hostsPath: {
      label: "Path of the hosts' totals, where it is not /report/users",
      optional: true,
    },
    url: { label: "API address, where it is not https://api.zoom.us/v2", optional: true },
    signInUrl: {
      label: "Address of the sign-in, where it is not https://zoom.us/oauth/token",
      optional: true,
    },
  },

  live: {
    declares: {
      each: ["members"],
      totals: ["message", "meet"],
      // Zoom's totals reach six months back; its own pages say so of each.
      historyDays: 180,
      delayHours: 24,
    },
    rights,
    // A question may span a month at most; a window is one all the same, so that it ends in time.
    windowDays: 28,
    pull,
    check,
  },
  files,
});

async function* pull(source: Source<Named>): AsyncGenerator<CanonicalRecord> {
  const { settings, cursor } = source;
  const network = networkOf(source);
  const known = new Set<string>();
  for (const status of ["active", "inactive"]) {
    for await (const user of listed<User>(network, "/users", {
      field: "users",
      query: { status },
    })) {
      if (!user.id || known.has(user.id)) continue;
      known.add(user.id);
      yield memberOf(user, user.id, status === "active");
    }
  }

  const all = daysIn(source);
  const left = new Set(daysLeft(source, cursor));
  const who = meetingsIn(settings.meetings);
  const chatPath = pathIn(settings.chatPath, paths.chat);
  const hostsPath = pathIn(settings.hostsPath, paths.hosts);
  // What is refused once is refused for every day: it is said once, and not asked again.
  const refused = new Set<string>();
  yield { type: "progress", done: 0, total: all.length };
  for (const [index, day] of all.entries()) {
    if (left.has(day)) {
      yield* unlessRefused(refused, "Team Chat", () =>
        messagesOf(network, { day, path: chatPath }),
      );
      yield* unlessRefused(refused, "meetings", () =>
        meetingsOf(network, { day, path: hostsPath, who }),
      );
      yield { type: "cursor", value: bookmarkAfter(day, source) };
    }
    yield { type: "progress", done: index + 1, total: all.length };
  }
  yield { type: "cursor", value: bookmarkAtEnd(source) };
}

/** One kind of totals that may not be read, or is not in the plan, does not stop the other. */
async function* unlessRefused(
  refused: Set<string>,
  where: string,
  read: () => AsyncGenerator<CanonicalRecord>,
): AsyncGenerator<CanonicalRecord, void> {
  if (refused.has(where)) return;
  try {
    yield* read();
  } catch (error) {
    if (!isOnlyThis(error)) throw error;
    refused.add(where);
    const refusal: RefusalRecord = { type: "refusal", where, reason: error.said ?? error.trouble };
    yield refusal;
  }
}

/** Zoom says 400 for a scope that is missing as well as for a plan that has no dashboard. */
function isOnlyThis(error: unknown): error is NetworkError {
  return (
    error instanceof NetworkError && ["forbidden", "missing", "refused"].includes(error.trouble)
  );
}

function memberOf(user: User, id: string, active: boolean): MemberRecord {
  const { email, employee_unique_id: number } = user;
  return {
    type: "member",
    id,
    email: email || null,
    ...(number ? { employeeNumber: number } : {}),
    kind: "person",
    active,
  };
}
