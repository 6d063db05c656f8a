import type { ActivityRecord, Verb } from "#app/model/canonical.ts";
import type { Act, Heard, Movement } from "./heard.ts";
import type { Receipts } from "./wire.ts";

/** What is needed to tell what happened in one room. */
export interface Hearing {
  /** As the server orders it, oldest first, each event once. */
  readonly heard: readonly Heard[];
  /** Null for a private conversation: messages are counted, nothing else. */
  readonly group: string | null;
  /** Milliseconds, included and excluded. */
  readonly start: number;
  readonly end: number;
  /** Bots, and the account that reads. */
  readonly leftOut: ReadonlySet<string>;
  /** Who was in the room this one replaces: they were moved, they did not join. */
  readonly moved: ReadonlySet<string>;
}

/** What people did in a room: spoke, reacted, voted, came and went. */
export function* activityOf(hearing: Hearing): Generator<ActivityRecord> {
  const { heard, group } = hearing;
  const acts = heard.filter((one): one is Act => one.kind === "act");
  const known = new Map(acts.map((act) => [act.id, act]));
  const withdrawn = withdrawals(heard, acts);
  const roots = rootsOf(known);
  for (const act of acts) {
    if (act.takesBack) continue;
    const about = act.about === null ? undefined : known.get(act.about);
    const withdrawnAt = isoOf(act.withdrawnAt ?? withdrawn.get(act.id) ?? null);
    if (group === null) {
      // Reactions and votes are not messages; an answer to a message is one more.
      const isMessage = act.verb === "post" || act.verb === "comment";
      if (isMessage) yield* record(hearing, act, { verb: "message", withdrawnAt });
      continue;
    }
    yield* record(hearing, act, {
      verb: act.verb,
      root: act.about === null ? null : roots(act.about),
      target: about?.member ?? null,
      isQuestion: act.isQuestion,
      withdrawnAt,
    });
  }
  if (group !== null) yield* movements(hearing);
}

/** A receipt is one view of that event: read up to there, whatever was read on the way. */
export function* viewsOf(
  hearing: Hearing,
  receipts: readonly Receipts[],
): Generator<ActivityRecord> {
  const acts = hearing.heard.filter((one): one is Act => one.kind === "act");
  const known = new Map(acts.map((act) => [act.id, act]));
  const roots = rootsOf(known);
  for (const content of receipts) {
    for (const [event, kinds] of Object.entries(content)) {
      const author = known.get(event)?.member ?? null;
      for (const [member, { ts }] of Object.entries(kinds["m.read"] ?? {})) {
        if (ts === undefined || member === author) continue;
        const receipt = { id: `${event}/${member}`, member, at: ts };
        yield* record(hearing, receipt, { verb: "view", root: roots(event), target: author });
      }
    }
  }
}

/** Whose withdrawal is known from another event: a redaction, or a later vote of the same person. */
function withdrawals(heard: readonly Heard[], acts: readonly Act[]): ReadonlyMap<string, number> {
  const at = new Map<string, number>();
  for (const one of heard) if (one.kind === "redaction") at.set(one.of, one.at);
  const last = new Map<string, Act>();
  for (const act of acts.toSorted((a, b) => a.at - b.at)) {
    if (act.verb !== "vote" || act.about === null) continue;
    const voter = `${act.about} ${act.member}`;
    const before = last.get(voter);
    if (before !== undefined && !at.has(before.id)) at.set(before.id, act.at);
    last.set(voter, act);
  }
  return at;
}

/** The message that began a conversation, as far as it was heard; a circle of answers ends somewhere. */
function rootsOf(known: ReadonlyMap<string, Act>): (id: string) => string {
  return (id) => {
    let root = id;
    const seen = new Set<string>();
    for (let act = known.get(root); act?.verb === "comment" && act.about !== null; ) {
      if (seen.has(root)) return id;
      seen.add(root);
      root = act.about;
      act = act.inThread ? undefined : known.get(root);
    }
    return root;
  };
}

/** A change of name is told like a joining: only what was outside before has joined. */
function* movements(hearing: Hearing): Generator<ActivityRecord> {
  const now = new Map<string, string>();
  for (const one of hearing.heard) {
    if (one.kind !== "movement") continue;
    const before = one.before ?? now.get(one.member) ?? (one.isFirst ? "leave" : null);
    const verb = movementVerb(one, before);
    now.set(one.member, one.membership);
    if (verb === null || (verb === "join" && hearing.moved.has(one.member))) continue;
    yield* record(hearing, one, { verb });
  }
}

function movementVerb({ membership }: Movement, before: string | null): Verb | null {
  if (before === null) return null;
  if (membership === "join") return before === "join" ? null : "join";
  return before === "join" ? "leave" : null;
}

type Particulars = Partial<ActivityRecord> & { readonly verb: Verb };

/** Nothing outside the window, nothing of those who are left out. */
function* record(
  { start, end, leftOut, group }: Hearing,
  { id, member, at }: { readonly id: string; readonly member: string; readonly at: number },
  particulars: Particulars,
): Generator<ActivityRecord> {
  if (at < start || at >= end || leftOut.has(member)) return;
  yield {
    type: "activity",
    id,
    member,
    group,
    root: null,
    target: null,
    isQuestion: false,
    at: new Date(at).toISOString(),
    withdrawnAt: null,
    ...particulars,
  };
}

export function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
