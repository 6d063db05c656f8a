import { createHash } from "node:crypto";
import type { ActivityRecord, Verb } from "#app/model/canonical.ts";
import { isQuestion } from "../question.ts";

/**
 * The parts of a bulk export's lines that are read
 * (https://docs.mattermost.com/onboard/bulk-loading-data.html); messages only to see whether they
 * ask something.
 */
export interface BulkLine {
  readonly type: string;
  readonly team?: { readonly name: string; readonly type: string };
  readonly channel?: {
    readonly team: string;
    readonly name: string;
    readonly display_name: string;
    readonly type: string;
    readonly deleted_at?: number;
  };
  readonly user?: {
    readonly username: string;
    readonly email?: string;
    readonly roles?: string;
    readonly delete_at?: number;
    readonly teams?:
      | readonly {
          readonly name: string;
          readonly channels?: readonly { readonly name: string }[] | null;
        }[]
      | null;
  };
  readonly post?: BulkPost & { readonly team: string; readonly channel: string };
  readonly direct_post?: BulkPost;
}

export interface BulkPost {
  readonly user: string;
  readonly type?: string | null;
  readonly message?: string;
  readonly props?: Readonly<Record<string, unknown>> | null;
  readonly create_at: number;
  readonly reactions?:
    | readonly { readonly user: string; readonly emoji_name: string; readonly create_at: number }[]
    | null;
  readonly replies?: readonly BulkPost[] | null;
}

/** The handle of a channel that is not open is a name too, so it is not the id. */
export function channelId(team: string, channel: string): string {
  return createHash("sha256").update(`${team}\u0000${channel}`).digest("hex").slice(0, 26);
}

/** A post with its answers, and the reactions to all of them. */
export function* postActs(post: NonNullable<BulkLine["post"]>): Generator<ActivityRecord> {
  const group = channelId(post.team, post.channel);
  const root = idOf(group, post);
  const said = written(post);
  if (said) yield act(post, { id: root, group, verb: "post", asks: true });
  else yield* movement(post, group, root);
  yield* reactions(post, { id: root, group, root });
  for (const reply of post.replies ?? []) {
    const id = idOf(root, reply);
    if (written(reply)) {
      const answer = { id, group, root, target: post.user, asks: true };
      yield act(reply, { ...answer, verb: "comment" });
    }
    yield* reactions(reply, { id, group, root });
  }
}

/** Between people: that something was said, and by whom. */
export function* directActs(post: BulkPost): Generator<ActivityRecord> {
  const first = idOf("direct", post);
  if (written(post)) yield act(post, { id: first, group: null, verb: "message" });
  for (const reply of post.replies ?? []) {
    if (written(reply)) yield act(reply, { id: idOf(first, reply), group: null, verb: "message" });
  }
}

/** Who came and went; whom it is about is named where somebody else did it. */
const movements: Readonly<Record<string, { readonly verb: Verb; readonly about?: string }>> = {
  system_join_channel: { verb: "join" },
  system_guest_join_channel: { verb: "join" },
  system_add_to_channel: { verb: "join", about: "addedUsername" },
  system_add_guest_to_chan: { verb: "join", about: "addedUsername" },
  system_leave_channel: { verb: "leave" },
  system_remove_from_channel: { verb: "leave", about: "removedUsername" },
};

function* movement(post: BulkPost, group: string, id: string): Generator<ActivityRecord> {
  const found = movements[post.type ?? ""];
  if (found === undefined) return;
  const member = found.about === undefined ? post.user : post.props?.[found.about];
  if (typeof member === "string") yield { ...act(post, { id, group, verb: found.verb }), member };
}

function* reactions(
  { reactions: given, user: target }: BulkPost,
  { id, group, root }: { id: string; group: string; root: string },
): Generator<ActivityRecord> {
  for (const reaction of given ?? []) {
    const { user, emoji_name: emoji, create_at } = reaction;
    const reacted = { id: `${id}/${user}/${emoji}`, group, root, target };
    yield act({ user, create_at }, { ...reacted, verb: "react" });
  }
}

/** What a person wrote; an incoming webhook posts under the name of whoever set it up. */
function written({ type, props }: BulkPost): boolean {
  const isByMachine = props?.from_webhook === "true" || props?.from_bot === "true";
  return (!type || type === "me") && !isByMachine;
}

/** Nothing has an id in the file: who said it where and when is what tells it from anything else. */
function idOf(inside: string, { user, create_at }: BulkPost): string {
  return createHash("sha256")
    .update(`${inside}\u0000${user}\u0000${create_at}`)
    .digest("hex")
    .slice(0, 26);
}

interface Particulars {
  readonly id: string;
  readonly group: string | null;
  readonly verb: Verb;
  readonly root?: string;
  readonly target?: string;
  readonly asks?: boolean;
}

function act(
  { user, create_at, message }: Pick<BulkPost, "user" | "create_at" | "message">,
  { id, group, verb, root = "", target = "", asks }: Particulars,
): ActivityRecord {
  return {
    ...{ type: "activity", id, verb, member: user, group },
    root: root === "" ? null : root,
    target: target === "" ? null : target,
    isQuestion: asks === true && isQuestion(message ?? ""),
    at: new Date(create_at).toISOString(),
    withdrawnAt: null,
  };
}
