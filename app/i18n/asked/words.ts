/** The words around the questions, in one language. `{slots}` are filled by the page. */
export interface AskedWords {
  /** As in `questionnaire.languages`, and in `lang`. */
  readonly code: string;
  /** What the language calls itself, and as the switch shows it. */
  readonly name: string;
  readonly short: string;
  readonly direction: "ltr" | "rtl";
  /** Said at the foot until somebody whose language it is has read these words; null afterwards. */
  readonly unreviewed: string | null;
  readonly language: string;
  readonly title: { readonly underMinute: string; readonly minutes: string; readonly one: string };
  readonly optional: string;
  readonly before: string;
  readonly promise: {
    readonly confidential: string;
    readonly anonymous: string;
    readonly rule: string;
    readonly more: string;
    readonly kept: readonly [string, string];
    readonly keptAnonymous: string;
    readonly where: readonly [string, string];
    readonly whereAnonymous: string;
    readonly readers: readonly [string, string];
    readonly threshold: readonly [string, string];
    readonly whole: string;
  };
  readonly question: string;
  readonly of: string;
  readonly decline: string;
  /** From full agreement to none. */
  readonly agreement: readonly [string, string, string, string, string];
  readonly likelihood: readonly [low: string, high: string];
  readonly several: string;
  readonly rank: string;
  readonly place: string;
  readonly comment: string;
  readonly commentKept: string;
  readonly send: string;
  readonly next: string;
  readonly back: string;
  readonly pause: string;
  readonly saved: string;
  readonly paused: Said;
  /** Under the button: whether it can be changed, until when. */
  readonly final: string;
  readonly once: string;
  readonly latest: string;
  readonly amiss: string;
  readonly thanks: Said;
  readonly onward: string;
  readonly closes: string;
  readonly closesLatest: string;
  readonly results: readonly [string, string];
  readonly afterwards: readonly [string, string];
  readonly changed: string;
  readonly already: Said;
  readonly closed: Said;
  readonly unknown: Said;
  readonly slower: Said;
  readonly waiting: Said;
  readonly again: string;
  readonly enter: Said & {
    readonly label: string;
    readonly hint: string;
    readonly go: string;
    readonly wrong: string;
  };
  readonly kiosk: {
    readonly idle: string;
    readonly stay: string;
    readonly leave: string;
    readonly over: string;
    readonly offline: string;
    readonly unprepared: string;
    readonly kept: Said;
    readonly queued: string;
  };
}

export interface Said {
  readonly title: string;
  readonly text: string;
}
