import type { Letter } from "../channel.ts";
import { choiceOf, labelsOf } from "../labels.ts";

/**
 * An adaptive card (1.4, the first with `Action.Execute`): what is chosen goes to the bot alone, and
 * the card of nobody else changes. The ids of its fields are the tokens of the questions.
 */
export function answerCard(
  letter: Pick<Letter, "text" | "questions" | "labels"> & { readonly link: string | null },
): object {
  const { text, questions, link } = letter;
  const labels = labelsOf(letter);
  const [first] = questions;
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    body: [
      { type: "TextBlock", text: plain(text), wrap: true },
      ...questions.map(({ token, words, choices }) => ({
        type: "Input.ChoiceSet",
        id: token,
        label: words,
        style: choices.length > 7 ? "compact" : "expanded",
        isMultiSelect: false,
        placeholder: labels.choose,
        choices: [
          ...choices.map(({ id, label }) => ({ title: label, value: choiceOf(token, id) })),
          { title: labels.none, value: choiceOf(token, "none") },
        ],
      })),
    ],
    actions: [
      ...(first === undefined
        ? []
        : [
            {
              type: "Action.Execute",
              title: labels.send,
              verb: "answer",
              data: { asked: choiceOf(first.token, "send") },
            },
          ]),
      ...(link === null ? [] : [{ type: "Action.OpenUrl", title: labels.page, url: link }]),
    ],
  };
  return { contentType: "application/vnd.microsoft.card.adaptive", content };
}

/** What would be read as formatting in a text block stands as it was written. */
function plain(text: string): string {
  return text.replace(/([*_[\]\\`#~])/g, "\\$1");
}
