/** A subject and what is said first. */
export interface Opening {
  readonly subject: string;
  readonly lead: string;
}

/**
 * Everything a letter, a text message or a printed sheet says in one language. Slots: `{barometer}`,
 * `{date}`, `{link}`, `{address}`.
 */
export interface LetterWords {
  /** Written from right to left. */
  readonly direction: "ltr" | "rtl";
  /** Read over by somebody whose language it is. */
  readonly reviewed: boolean;
  readonly greeting: string;
  readonly invite: Opening;
  readonly remind: Opening;
  readonly thank: Opening;
  readonly results: Opening;
  readonly test: Opening;
  readonly page: string;
  readonly until: string;
  readonly confidential: string;
  readonly anonymous: string;
  readonly promise: string;
  readonly stop: string;
  /** A text message: everything in one line, short. */
  readonly short: string;
  readonly sheet: {
    readonly scan: string;
    readonly type: string;
    readonly yours: string;
  };
  readonly terminal: { readonly title: string; readonly scan: string };
}
