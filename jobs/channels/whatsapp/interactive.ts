import type { AskedInChat, ChatLabels, ChatMove } from "../channel.ts";
import { choiceOf, cut } from "../labels.ts";

/** Meta's limits (developers.facebook.com, interactive list and reply button messages). */
const MOST_ROWS = 10;
const MOST_BUTTONS = 3;
const LONGEST = { body: 1024, buttonTitle: 20, rowTitle: 24, rowDescription: 72 } as const;

interface Row {
  readonly id: string;
  readonly label: string;
}

/**
 * One question as what WhatsApp can show: up to three short choices as buttons, others in a list; a
 * list holds ten, so eleven points (0 to 10) are two messages, one after the other.
 */
export function interactiveOf(
  { token, words, choices }: AskedInChat,
  moves: readonly { readonly move: ChatMove; readonly token: string }[],
  labels: ChatLabels,
): readonly object[] {
  const rows = choices.map(({ id, label }) => ({ id: choiceOf(token, id), label }));
  const besides = [
    { id: choiceOf(token, "none"), label: labels.none },
    ...moves.map((one) => ({ id: choiceOf(one.token, one.move), label: labels[one.move] })),
  ];
  const isShort = rows.every(({ label }) => Array.from(label).length <= LONGEST.buttonTitle);
  if (rows.length + besides.length <= MOST_BUTTONS && isShort) {
    return [buttonsOf(words, [...rows, ...besides])];
  }
  const parts = Math.ceil((rows.length + besides.length) / MOST_ROWS);
  const size = Math.ceil(rows.length / parts);
  return Array.from({ length: parts }, (_, part) => {
    const some = rows.slice(part * size, (part + 1) * size);
    const isLast = part === parts - 1;
    const place = parts === 1 ? "" : ` (${part + 1}/${parts})`;
    return listOf(`${words}${place}`, isLast ? [...some, ...besides] : some, labels);
  });
}

function buttonsOf(words: string, rows: readonly Row[]): object {
  const buttons = rows.map(({ id, label }) => ({
    type: "reply",
    reply: { id, title: cut(label, LONGEST.buttonTitle) },
  }));
  const body = { text: cut(words, LONGEST.body) };
  return { type: "interactive", interactive: { type: "button", body, action: { buttons } } };
}

function listOf(words: string, rows: readonly Row[], labels: ChatLabels): object {
  const shown = rows.map(({ id, label }) => {
    const title = cut(label, LONGEST.rowTitle);
    return title === label
      ? { id, title }
      : { id, title, description: cut(label, LONGEST.rowDescription) };
  });
  const action = { button: cut(labels.choose, LONGEST.buttonTitle), sections: [{ rows: shown }] };
  const body = { text: cut(words, LONGEST.body) };
  return { type: "interactive", interactive: { type: "list", body, action } };
}
