import { attempt, type Called, call, type Fetch, field } from "./call.ts";
import type { AskedInChat, Channel, ChatLabels, Letter, Sent } from "./channel.ts";
import { choiceOf, cut, labelsOf } from "./labels.ts";

export interface SlackSettings {
  /** Of the company's own application, with `chat:write`. */
  readonly token: string;
  readonly url?: string;
}

/** Slack's limits: letters of a section and of an option, choices that stand open. */
const LONGEST_TEXT = 3000;
const LONGEST_OPTION = 75;
const MOST_OPEN = 10;

/** What Slack says of somebody who cannot be written to. */
const gone =
  /^(channel_not_found|user_not_found|users_not_found|user_disabled|cannot_dm_bot|messages_tab_disabled|is_archived|user_is_restricted)$/;

/**
 * Slack: one message in the application's conversation with one person, all questions in it; what is
 * ticked is saved at once and acknowledged to that person alone (`response_url`, ephemeral). About
 * one message a second and conversation (docs.slack.dev, rate limits: "special" tier), and some
 * hundreds a minute in a workspace.
 */
export function slackChannel(settings: SlackSettings, fetch: Fetch): Channel {
  const home = (settings.url?.trim() || "https://slack.com/api").replace(/\/+$/, "");
  const post = async (to: string, text: string, blocks: readonly object[]): Promise<Sent> => {
    // An id of a person; with that of a channel everybody in it would read along.
    if (!/^[UW][A-Z0-9]{2,30}$/.test(to)) return { outcome: "unreachable", why: "not a person" };
    const answer = await call(
      fetch,
      `${home}/chat.postMessage`,
      { channel: to, text, blocks, unfurl_links: false, unfurl_media: false },
      { authorization: `Bearer ${settings.token.trim()}` },
    );
    return sentOf(answer);
  };
  return {
    name: "slack",
    asksInPlace: true,
    price: null,
    perSecond: 5,
    send: (letter) => attempt(() => post(letter.to, letter.text, blocksOf(letter))),
    reply: (to, { handle, text, questions, moves, labels }) =>
      attempt(async () => {
        if (questions.length > 0) {
          const sent = await post(to, text, [
            ...asked(questions, labels),
            ...sending(questions, labels),
          ]);
          if (sent.outcome !== "sent") return sent;
        }
        if (handle === null || !isOfSlack(handle, home)) return { outcome: "sent", id: null };
        const buttons = moves.map(({ move, token }) =>
          buttonOf(labels[move], choiceOf(token, move)),
        );
        const answer = await call(fetch, handle, {
          response_type: "ephemeral",
          replace_original: false,
          text,
          ...(buttons.length === 0
            ? {}
            : { blocks: [sectionOf(text), { type: "actions", elements: buttons }] }),
        });
        // An address that has expired: the answer is kept all the same.
        return answer.status === 200 ? { outcome: "sent", id: null } : sentOf(answer);
      }),
    close: async () => {},
  };
}

/** Answers go to Slack and nowhere else, whatever a delivery says. */
function isOfSlack(address: string, home: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, username } = new URL(address);
  return username === "" && [new URL(home).origin, "https://hooks.slack.com"].includes(origin);
}

function blocksOf(letter: Letter): readonly object[] {
  const labels = labelsOf(letter);
  const page = {
    type: "actions",
    elements: [
      ...letter.questions.slice(0, 1).map(({ token }) => ({
        ...buttonOf(labels.send, choiceOf(token, "send")),
        style: "primary",
      })),
      { type: "button", text: plain(labels.page), url: letter.link, action_id: "page" },
    ],
  };
  return [sectionOf(letter.text), ...asked(letter.questions, labels), page];
}

function sending(questions: readonly AskedInChat[], labels: ChatLabels): readonly object[] {
  const elements = questions
    .slice(0, 1)
    .map(({ token }) => buttonOf(labels.send, choiceOf(token, "send")));
  return [{ type: "actions", elements }];
}

function asked(questions: readonly AskedInChat[], labels: ChatLabels): readonly object[] {
  return questions.flatMap(({ token, words, choices }) => {
    const options = choices.map(({ id, label }) => ({
      text: plain(cut(label, LONGEST_OPTION)),
      value: choiceOf(token, id),
    }));
    const open = { type: "radio_buttons", action_id: `answer:${token}`, options };
    const list = { ...open, type: "static_select", placeholder: plain(labels.choose) };
    return [
      sectionOf(words),
      {
        type: "actions",
        elements: [
          options.length <= MOST_OPEN ? open : list,
          buttonOf(labels.none, choiceOf(token, "none")),
        ],
      },
    ];
  });
}

/** Plain text: what stands in a question is never read as formatting or as a mention. */
function sectionOf(text: string): object {
  return { type: "section", text: plain(cut(text, LONGEST_TEXT)) };
}

function buttonOf(text: string, value: string): object {
  return { type: "button", text: plain(text), value, action_id: value };
}

function plain(text: string): object {
  return { type: "plain_text", text, emoji: false };
}

function sentOf({ status, retryAfter, body }: Called): Sent {
  const error = String(field(body, "error") ?? "");
  if (status === 200 && field(body, "ok") === true) {
    const id = field(body, "ts");
    return { outcome: "sent", id: typeof id === "string" ? id : null };
  }
  const why = `Slack answers ${status}${/^[a-z_]{1,40}$/.test(error) ? ` ${error}` : ""}`;
  if (gone.test(error)) return { outcome: "unreachable", why };
  const isBusy = status === 429 || status >= 500 || error === "ratelimited";
  return { outcome: "later", after: retryAfter ?? (isBusy ? 30 : 3600), why };
}
