import type { AnswerRecord } from "#app/model/canonical.ts";
import { type ChatMove, chatMoves } from "#jobs/channels/channel.ts";

/** One thing that was tapped: a choice of a question of ours, an answer taken back, or a move. */
export interface Tap {
  readonly token: string;
  /** Of the question where the token stands for a whole form; null where it stands for the question. */
  readonly position: number | null;
  readonly value: number | null;
  /** Null for a choice. `none` with nothing chosen at all: the answer is taken back. */
  readonly move: ChatMove | "taken back" | null;
}

const TOKEN = /^[\w-]{1,60}$/;

/** What an answer holds, in the order it was given; empty when nothing in it is ours. */
export function tapsIn({
  asked,
  options,
}: Pick<AnswerRecord, "asked" | "options">): readonly Tap[] {
  if (options.length === 0) {
    const isOurs = TOKEN.test(asked);
    return isOurs ? [{ token: asked, position: null, value: null, move: "taken back" }] : [];
  }
  return options.flatMap((option) => {
    const [, name = asked, choice = option] = /^([\w-]{1,60}):([\w.-]{1,40})$/.exec(option) ?? [];
    // In a form, the name of a field is the place of its question.
    const place = /^q(\d{1,3})$/.exec(name)?.[1];
    const token = place === undefined ? name : asked;
    const position = place === undefined ? null : Number(place);
    const move = chatMoves.find((one) => one === choice) ?? null;
    const isNumber = /^-?\d{1,9}$/.test(choice);
    if (!TOKEN.test(token) || (move === null && !isNumber)) return [];
    return [{ token, position, value: move === null ? Number(choice) : null, move }];
  });
}
