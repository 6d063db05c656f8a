import { directoryOf, piecesOf, redact } from "./redact.ts";

/** Whose names must not stand in what everybody reads. */
export interface NotNamed {
  /** Whom a text is closest to: any word of their name. */
  readonly owner: string;
  /** Everybody else who has an account: their whole names, for one word of it may be any word. */
  readonly others: readonly string[];
}

/**
 * What people wrote, for everybody to read without an account: names of accounts, addresses, numbers and
 * whoever follows a title are left out as `…`. The names of employees are encrypted for the worker, so
 * that no page can look for them: the form says that none may be written.
 */
export function publicWords(text: string, { owner, others }: NotNamed): string {
  const known = directoryOf({
    names: [owner],
    places: [],
    countries: ["FR", "GB"],
    isHrNumber: () => false,
  });
  const whole = directoryOf({ ...known, names: others, places: [] }).names;
  const runs = new Set([...known.names.runs, ...whole.runs]);
  const { text: kept } = redact(text, { ...known, names: { ...known.names, runs } });
  // Nothing struck out: as it was written, with its own spaces.
  if (!kept.includes("⟦")) return text;
  return piecesOf(kept)
    .map((piece) => (typeof piece === "string" ? piece : "…"))
    .join("");
}
