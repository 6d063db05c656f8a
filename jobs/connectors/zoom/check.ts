import type { Right, RightFound, Source } from "../connector.ts";
import type { Answer } from "../http.ts";
import { meetingsIn, type Named, networkOf, pathIn, paths } from "./settings.ts";

const USERS = "user:read:list_users:admin";
const CHAT = "dashboard:read:chat:admin";
const HOSTS = "report:read:list_users:admin";
const MEETINGS = "dashboard:read:list_meetings:admin";
const PARTICIPANTS = "dashboard:read:list_meeting_participants:admin";

/** Granular scopes, by the names of the application's page. */
export const rights: readonly Right[] = [
  { name: USERS, for: "who is there" },
  { name: CHAT, for: "how many messages each person sent (Business plan or above)" },
  { name: HOSTS, for: "how many meetings each person held" },
  { name: MEETINGS, for: "which meetings there were, to count participants", optional: true },
  { name: PARTICIPANTS, for: "who was in each meeting, to count participants", optional: true },
];

/**
 * Nothing tells the scopes of a token but the refusal that names those it lacks, so each thing is
 * asked for once, for the last day of the window.
 */
export async function* check(source: Source<Named>): AsyncGenerator<RightFound> {
  const { settings } = source;
  const network = networkOf(source);
  const day = new Date(source.to.getTime() - 1).toISOString().slice(0, 10);
  const users = { status: "active", page_size: 1 };
  // Refused for anything but a scope, this says why in the words of every other refusal.
  const first = await network.look("/users", users);
  if (first.status === 401) await network.get("/users", users);
  yield found(USERS, first);
  const span = { from: day, to: day, page_size: 1 };
  yield found(CHAT, await network.look(pathIn(settings.chatPath, paths.chat), span));
  const hosts = { type: "active", ...span };
  yield found(HOSTS, await network.look(pathIn(settings.hostsPath, paths.hosts), hosts));
  if (meetingsIn(settings.meetings) === "hosts") {
    const note = "not asked for: meetings are counted by host";
    yield { right: MEETINGS, held: null, note };
    yield { right: PARTICIPANTS, held: null, note };
    return;
  }
  yield found(MEETINGS, await network.look("/metrics/meetings", { type: "past", ...span }));
  yield { right: PARTICIPANTS, held: null, note: "cannot be tried without a meeting" };
}

/** `4711`: the token does not have the scopes that follow in brackets. */
function found(right: string, { status, body }: Answer): RightFound {
  if (status === 200) return { right, held: true };
  const { code, message } = isRecord(body) ? body : {};
  const isScope = code === 4711 || (typeof message === "string" && /scope/i.test(message));
  if (isScope || status === 403) return { right, held: false };
  return { right, held: null, note: `Zoom answered HTTP ${status}, code ${code ?? "none"}` };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
