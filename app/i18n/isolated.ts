const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A name written from right to left, kept from turning round the words and numbers beside it: an
 * isolate, which letters of the other direction do not reach across.
 */
export function isolated(name: string): string {
  return rightToLeft.test(name) && !name.includes("\u2068") ? `\u2068${name}\u2069` : name;
}

/** The same text without isolates, for what draws letters one by one. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, "");
}
