import type { ChatLabels, Letter } from "./channel.ts";

/** Understood in any language, where nobody said the words. */
const signs: ChatLabels = {
  begin: "✎",
  choose: "☰",
  none: "∅",
  back: "◀",
  send: "✓",
  again: "↻",
  page: "↗",
};

export function labelsOf({ labels = signs }: Pick<Letter, "labels">): ChatLabels {
  return labels;
}

/** What comes back when a choice is made: the token tells the question, ours and nobody else's. */
export function choiceOf(token: string, choice: string): string {
  return `${token}:${choice}`;
}

/** At most so many letters, whole characters, with a sign that there was more. */
export function cut(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}
