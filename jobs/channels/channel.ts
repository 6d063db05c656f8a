/** The ways a question can reach somebody. `code`: on paper, a screen in the hall, a time clock. */
export const channelNames = [
  "email",
  "sms",
  "whatsapp",
  "telegram",
  "slack",
  "teams",
  "code",
] as const;
export type ChannelName = (typeof channelNames)[number];

/** What a message is for; each has its own words in `#app/i18n`. */
export type Purpose = "invite" | "remind" | "thank" | "test" | "results";

/** A message to one person, ready to be sent. It exists while it is sent, and is stored nowhere. */
export interface Letter {
  /** `news`: to somebody who reads results, of what they may read. */
  readonly purpose: Purpose | "news";
  /** A UUID of this message alone: for a vendor that knows a repetition by it, and for bounces. */
  readonly token: string;
  /** Where the directory says this channel reaches them: an address, a number, a chat id. */
  readonly to: string;
  readonly language: string;
  /** Their own page: `https://…/a/<code>`. Never written to a log. */
  readonly link: string;
  readonly subject: string;
  /** Plain text with the link in it, in their language. */
  readonly text: string;
  /** The questions as the chat shows them; empty where only the link may be sent (anonymous waves). */
  readonly questions: readonly AskedInChat[];
  /** The same for mail programs, where it is more than lines; made of the text when left out. */
  readonly html?: string;
  /** Where whoever receives it chooses to receive fewer; a page of ours. */
  readonly choice?: string;
  /** What buttons of a chat say, in their language; signs that need no language when left out. */
  readonly labels?: ChatLabels;
}

/** Short: WhatsApp shows twenty letters of a button. */
export interface ChatLabels {
  /** Answer here. */
  readonly begin: string;
  /** Opens a list of choices. */
  readonly choose: string;
  /** Answers nothing to this question, or takes an answer back. */
  readonly none: string;
  readonly back: string;
  /** Hands all answers in. */
  readonly send: string;
  /** Goes through the answers again. */
  readonly again: string;
  /** Opens their own page. */
  readonly page: string;
}

/**
 * What comes back beside the choices of a question, in a chat: `begin` the questions, `back` to the
 * one before, `none` takes an answer back, `send` hands in, `again` goes through them once more.
 */
export const chatMoves = ["begin", "back", "none", "send", "again"] as const;
export type ChatMove = (typeof chatMoves)[number];

/** Said to somebody in the conversation they just answered in. It never repeats an answer. */
export interface Said {
  readonly text: string;
  /** What to ask next: at most one question where the channel asks one by one. */
  readonly questions: readonly AskedInChat[];
  /** What can be done instead of answering, each with the token it comes back with. */
  readonly moves: readonly { readonly move: ChatMove; readonly token: string }[];
  readonly labels: ChatLabels;
  /** Their own page; null when there is nothing for them there. */
  readonly link: string | null;
  /** Where the network let the answer be answered, as its connector noted it; null where it did not. */
  readonly handle: string | null;
}

/** A question that can be answered where it is read. Its token means nothing to whoever reads it. */
export interface AskedInChat {
  /** Comes back with the answer, at most 60 of `[A-Za-z0-9_-]`. */
  readonly token: string;
  readonly words: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

/** What became of it. Only `later` is tried again. */
export type Sent =
  | { readonly outcome: "sent"; readonly id: string | null }
  | { readonly outcome: "later"; readonly after: number; readonly why: string }
  /** The address itself does not work, or they do not want it. */
  | { readonly outcome: "unreachable"; readonly why: string };

/** One way to reach people. It knows its own settings, and no database and no clock. */
export interface Channel {
  readonly name: ChannelName;
  /** Whether an answer can be given in the message itself. */
  readonly asksInPlace: boolean;
  /** What one message costs, in thousandths of the currency named; null when nothing is charged. */
  readonly price: { readonly thousandths: number; readonly currency: string } | null;
  /** Letters a second it may be given. */
  readonly perSecond: number;
  /** Questions follow one another; else all of them stand in the letter. */
  readonly oneByOne?: boolean;
  /**
   * Gives one letter to whoever carries it.
   * @throws when it cannot be known whether it was taken (a connection that broke while waiting for the
   *   answer): such a letter is never sent again by itself. `later` is for what surely did not go.
   */
  send(letter: Letter): Promise<Sent>;
  /** Goes on in a conversation. To nobody but whoever answered. */
  reply?(to: string, said: Said): Promise<Sent>;
  close(): Promise<void>;
}
