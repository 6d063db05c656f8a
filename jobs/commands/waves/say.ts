import type { Reach } from "#app/model/wave.ts";
import type { PlannedWave } from "#db/records/plan-wave.ts";

/** What stands in the way, for a person. */
const rules: Readonly<Record<string, string>> = {
  questions: "it asks nothing",
  languages: "a language is not complete",
  closing: "it has no closing date that is still to come",
  thresholds: "no thresholds are set",
  people: "there are too few people to ask",
  opening: "it has no opening date that is still to come",
  state: "it is past that",
};

export function sayRules(broken: readonly string[]): string {
  return `It does not open: ${broken.map((rule) => rules[rule] ?? rule).join("; ")}.`;
}

/** One line a channel and language, then those whom nothing reaches. */
export function printReach({ people, rows, byNone }: Reach): void {
  console.log(`${people} people would be asked.`);
  for (const { channel, language, people: n, cost } of rows) {
    const price = cost === null ? "" : `, ${(cost.thousandths / 1000).toFixed(2)} ${cost.currency}`;
    console.log(`  ${channel ?? "other ways"} ${language ?? ""}: ${n}${price}`);
  }
  console.log(`Reached by nothing: ${byNone}.`);
}

/** A wave as the command shows it: its plan and its state, and nothing of who answered. */
export function statusOf({ id: _, versionId: __, late: ___, ...wave }: PlannedWave) {
  return wave;
}
