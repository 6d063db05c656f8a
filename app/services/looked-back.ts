import type { Words } from "./around.ts";
import type { Choice } from "./choices.ts";

/** So many weeks can be looked back on; the second where the address does not say. */
const spans = [13, 26, 52];
const USUAL = 26;

/**
 * The weeks a page over time is about, oldest first, and what can be chosen instead.
 * @param asked the address: a number of weeks, or `all`.
 * @param released newest first.
 */
export function lookedBack<Week>(asked: string | null, released: readonly Week[], { t }: Words) {
  const isAll = asked === "all";
  const span = spans.find((one) => String(one) === asked) ?? USUAL;
  const choices: readonly Choice[] = [
    ...spans.map((n) => ({ value: String(n), label: t("adoption.weeks.last", { n }), depth: 0 })),
    { value: "all", label: t("adoption.weeks.all"), depth: 0 },
  ];
  return {
    weeks: released.slice(0, isAll ? undefined : span).toReversed(),
    span: isAll ? "all" : String(span),
    spans: choices,
  };
}
