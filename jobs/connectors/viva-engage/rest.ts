import type { CanonicalRecord, MemberRecord } from "#app/model/canonical.ts";
import type { Source } from "../connector.ts";
import { type Client, NetworkError } from "../http.ts";
import type { People } from "../microsoft/people.ts";
import { isQuestion } from "../question.ts";
import type { YammerGroup, YammerMessage, YammerPage, YammerUser } from "./wire.ts";
import { idOf, isoOf } from "./yammer-words.ts";

type Named = "source" | "token" | "yammer";

/** Messages have a limit of their own; past any of them, everything is refused. */
const limits = { concurrency: 1, perSecond: 10 / 30 };
/** The most pages walked: a sample, whatever the network. At one in three seconds, 50 minutes. */
const MOST_PAGES = 1000;

/** Whether the administrator chose the REST API for what people posted. */
export function isSample({ source }: Readonly<Partial<Record<Named, string>>>): boolean {
  return source?.trim().toLowerCase() === "rest";
}

/**
 * Posts and answers one by one, by Yammer's REST API v1: a sample. A token belongs to somebody, and
 * shows what they may see (public communities and their own); Microsoft itself says that not all
 * messages are returned (https://learn.microsoft.com/rest/api/yammer/data-export-apis). Nothing here
 * was tried against the real service: shapes are those of its documentation and of its clients.
 * `.json` is not optional: some addresses answer XML without it.
 */
export async function* readSample(
  { settings, from, to, client }: Source<Named>,
  people: People,
): AsyncGenerator<CanonicalRecord> {
  const base = (settings.yammer?.trim() || "https://www.yammer.com").replace(/\/+$/, "");
  const headers = { authorization: `Bearer ${settings.token?.trim() ?? ""}` };
  const yammer = client(`${base}/api/v1`, headers, limits);

  yield* readUsers(yammer, people);
  const groups = new Set<string>();
  for await (const group of numbered<YammerGroup>(yammer, "/groups.json")) {
    const id = idOf(group.id);
    if (id === null) continue;
    groups.add(id);
    const isOpen = group.privacy === "public";
    yield {
      type: "group",
      id,
      privacy: isOpen ? "open" : "closed",
      purpose: null,
      name: isOpen ? (group.full_name ?? null) : null,
      createdAt: isoOf(group.created_at),
      archivedAt: null,
    };
  }

  const window = { from: from.toISOString(), to: to.toISOString() };
  for await (const messages of older(yammer, window.from)) {
    for (const message of messages) {
      const at = isoOf(message.created_at);
      if (at === null || at < window.from || at >= window.to) continue;
      yield* actOf(message, { at, groups, people });
    }
  }
}

interface Met {
  readonly at: string;
  readonly groups: ReadonlySet<string>;
  readonly people: People;
}

function* actOf(message: YammerMessage, { at, groups, people }: Met): Generator<CanonicalRecord> {
  const [id, member] = [idOf(message.id), idOf(message.sender_id)];
  if (id === null || member === null || message.system_message) return;
  if ((message.sender_type ?? "user") !== "user" || message.message_type === "system") return;
  // As text they are exact; as numbers, from here on, two messages may have the same.
  const { id: number, sender_id: sender, thread_id: thread } = message;
  if ([number, sender, thread].some((one) => typeof one === "number" && one > 2 ** 53)) {
    yield { type: "refusal", where: "Yammer", reason: "an id is too long to be read exactly" };
    return;
  }
  yield* introduced(member, people);
  const common = { type: "activity", id, member, at, withdrawnAt: null } as const;
  if (message.direct_message) {
    const nobody = { group: null, root: null, target: null, isQuestion: false };
    yield { ...common, ...nobody, verb: "message" };
    return;
  }
  const answered = idOf(message.replied_to_id);
  const group = idOf(message.group_id);
  yield {
    ...common,
    verb: answered === null ? "post" : "comment",
    group: group !== null && groups.has(group) ? group : null,
    root: answered === null ? null : (idOf(message.thread_id) ?? answered),
    // The feed gives answers before what they answer: whose that was is found where it is stored.
    target: null,
    isQuestion: isQuestion(message.body?.plain ?? ""),
  };
}

async function* readUsers(yammer: Client, people: People): AsyncGenerator<CanonicalRecord> {
  for await (const user of numbered<YammerUser>(yammer, "/users.json")) {
    const id = idOf(user.id);
    if (id === null) continue;
    const member = people.introduce({
      type: "member",
      id,
      email: user.email || null,
      kind: user.guest ? "guest" : "person",
      active: (user.state ?? "active") === "active",
    });
    if (member !== null) yield member;
  }
}

function* introduced(id: string, people: People): Generator<MemberRecord> {
  const stranger = { type: "member", id, email: null, kind: "person", active: false } as const;
  const member = people.introduce(stranger);
  if (member !== null) yield member;
}

/** Pages by number, until one is empty or says nothing new. */
async function* numbered<Item extends { readonly id: number | string }>(
  yammer: Client,
  path: string,
): AsyncGenerator<Item> {
  const seen = new Set<string>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const items = understood<readonly Item[]>(await yammer.get<unknown>(path, { page }), path);
    const fresh = items.filter(({ id }) => !seen.has(String(id)));
    if (fresh.length === 0) return;
    for (const item of fresh) {
      seen.add(String(item.id));
      yield item;
    }
  }
}

/** The feed, newest first, as far back as the window begins. An id that comes back ends it. */
async function* older(yammer: Client, from: string): AsyncGenerator<readonly YammerMessage[]> {
  const path = "/messages.json";
  const seen = new Set<string>();
  let query: Readonly<Record<string, string>> = {};
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = understood<YammerPage>(await yammer.get<unknown>(path, query), path);
    const messages = (answer.messages ?? []).filter(({ id }) => !seen.has(String(id)));
    for (const { id } of messages) seen.add(String(id));
    yield messages;
    const last = messages.at(-1);
    const isOver = messages.every(({ created_at: at }) => (isoOf(at) ?? "") < from);
    if (last === undefined || isOver || !answer.meta?.older_available) return;
    query = { older_than: String(last.id) };
  }
}

/** `{"response": {"stat": "fail"}}` is a refusal, whatever its status. */
function understood<Body>(answer: unknown, path: string): Body {
  const { response } = (answer ?? {}) as { response?: { stat?: string; message?: string } };
  if (response?.stat !== "fail") return answer as Body;
  const asked = `GET ${path}`;
  throw new NetworkError({
    trouble: "refused",
    asked,
    status: null,
    said: response.message ?? null,
  });
}
