import { attempt, type Called, call, type Fetch, field } from "./call.ts";
import type { AskedInChat, Channel, ChatLabels, Letter, Said, Sent } from "./channel.ts";
import { choiceOf, labelsOf } from "./labels.ts";

export interface TelegramSettings {
  readonly token: string;
  /** Of a Bot API server of one's own. */
  readonly url?: string;
}

/** Bytes of `callback_data`, and letters of a message (Bot API 10.1). */
const LONGEST_CALLBACK = 64;
const LONGEST_TEXT = 4096;

/**
 * Telegram, Bot API 10.1. A bot writes only to who wrote to it first, one message to each: it shows
 * one question, becomes the next one when it is answered, and the last words at the end, so that no
 * answer stays in the chat. What was ticked can be gone back to and taken back. Never to a group,
 * whose id is negative.
 */
export function telegramChannel(settings: TelegramSettings, fetch: Fetch): Channel {
  const home = (settings.url?.trim() || "https://api.telegram.org").replace(/\/+$/, "");
  const ask = (method: string, body: object): Promise<Called> =>
    call(fetch, `${home}/bot${settings.token.trim()}/${method}`, body);

  const post = async (chat: string, text: string, keyboard: Keyboard): Promise<Sent> => {
    if (!/^\d{1,16}$/.test(chat)) return { outcome: "unreachable", why: "not a person's chat" };
    const rows = { inline_keyboard: keyboard };
    return sentOf(
      await ask("sendMessage", {
        chat_id: Number(chat),
        text: text.slice(0, LONGEST_TEXT),
        link_preview_options: { is_disabled: true },
        // Not to be passed on: the link in it is theirs alone.
        protect_content: true,
        ...(keyboard.length > 0 ? { reply_markup: rows } : {}),
      }),
    );
  };

  return {
    name: "telegram",
    asksInPlace: true,
    oneByOne: true,
    price: null,
    // 30 a second in all, after Telegram's own advice to bots; a few are left for replies.
    perSecond: 25,
    send: (letter) => attempt(() => post(letter.to, textOf(letter), keyboardOf(letter))),
    reply: (to, said) =>
      attempt(async () => {
        const [chat, message] = /^(\d{1,16})\/(\d+)$/.exec(said.handle ?? "")?.slice(1) ?? [];
        const keyboard = replyKeyboard(said);
        const text = [said.text, said.questions[0]?.words].filter(Boolean).join("\n\n");
        if (chat !== to || message === undefined) return post(to, text, keyboard);
        const answer = await ask("editMessageText", {
          chat_id: Number(chat),
          message_id: Number(message),
          text: text.slice(0, LONGEST_TEXT),
          reply_markup: { inline_keyboard: keyboard },
        });
        const reason = String(field(answer.body, "description") ?? "");
        if (/not modified/i.test(reason)) return { outcome: "sent", id: message };
        // Removed by whoever got it, or too old to be changed.
        if (answer.status === 400 && /message/i.test(reason)) return post(to, text, keyboard);
        return sentOf(answer);
      }),
    close: async () => {},
  };
}

type Keyboard = readonly (readonly object[])[];

function textOf({ text, questions }: Letter): string {
  return [text, questions[0]?.words].filter(Boolean).join("\n\n");
}

function keyboardOf(letter: Letter): Keyboard {
  const labels = labelsOf(letter);
  const [first] = letter.questions;
  const page = [{ text: labels.page, url: letter.link }];
  return first === undefined ? [page] : [...choicesOf(first, labels), page];
}

/** Short choices (a scale of figures) side by side, the others under one another. */
function choicesOf({ token, choices }: AskedInChat, labels: ChatLabels): Keyboard {
  const buttons = choices.map(({ id, label }) => buttonOf(label, choiceOf(token, id)));
  const abreast = choices.every(({ label }) => label.length <= 3) ? 6 : 1;
  const rows: object[][] = [];
  for (let from = 0; from < buttons.length; from += abreast) {
    rows.push(buttons.slice(from, from + abreast));
  }
  return [...rows, [buttonOf(labels.none, choiceOf(token, "none"))]];
}

function replyKeyboard({ questions, moves, labels, link }: Said): Keyboard {
  const [next] = questions;
  return [
    ...(next === undefined ? [] : choicesOf(next, labels)),
    ...moves
      .filter(({ move }) => move !== "none")
      .map(({ move, token }) => [buttonOf(labels[move], choiceOf(token, move))]),
    ...(link === null ? [] : [[{ text: labels.page, url: link }]]),
  ];
}

function buttonOf(text: string, callback_data: string): object {
  if (Buffer.byteLength(callback_data) > LONGEST_CALLBACK) throw new Error("a token is too long");
  return { text, callback_data };
}

function sentOf({ status, retryAfter, body }: Called): Sent {
  if (status === 200 && field(body, "ok") === true) {
    const id = field(body, "result", "message_id");
    return { outcome: "sent", id: id === undefined ? null : String(id) };
  }
  const why = `Telegram answers ${status}`;
  if (status === 429) {
    const after = field(body, "parameters", "retry_after");
    return { outcome: "later", after: typeof after === "number" ? after : (retryAfter ?? 30), why };
  }
  // They blocked the bot, never wrote to it, or are there no more.
  if (status === 403) return { outcome: "unreachable", why };
  if (status === 400 && /chat not found|PEER_ID|user/i.test(String(field(body, "description")))) {
    return { outcome: "unreachable", why };
  }
  return { outcome: "later", after: status >= 500 ? 60 : 3600, why };
}
