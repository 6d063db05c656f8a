import { isIndicator } from "#app/model/indicator.ts";
import type { DisclosedDrivers } from "#app/privacy/drivers.ts";
import type { Question } from "#db/records/questions.ts";
import type { Words } from "../around.ts";

/** One question in what moves together with the indicator. */
export interface DriverRow {
  readonly item: string;
  readonly wording: string;
  /** What it counts towards, in words. */
  readonly towards: string;
  readonly part: number;
  readonly low: number;
  readonly high: number;
}

export interface DriverBlock {
  readonly sentence: string;
  readonly n: number;
  /** How much of the variation all of them explain, as it is written; null where nothing is. */
  readonly explained: string | null;
  readonly rows: readonly DriverRow[];
}

/** The rows in the order that was released, or where that says nothing in the order they were asked. */
export function driverBlock(
  found: DisclosedDrivers | null,
  { questions, subject }: { readonly questions: readonly Question[]; readonly subject: string },
  words: Words,
): DriverBlock {
  const { t, language } = words;
  if (found === null) {
    return { sentence: t("indicator.drivers.none"), n: 0, explained: null, rows: [] };
  }
  const rows = found.drivers.map(({ item, part, low, high }): DriverRow => {
    const asked = questions.find((one) => one.item === item);
    const wordings = asked?.wordings ?? {};
    return {
      item,
      wording: wordings[language] ?? Object.values(wordings)[0] ?? item,
      towards:
        asked?.indicator && isIndicator(asked.indicator) ? t(`measure.${asked.indicator}`) : "",
      part,
      low,
      high,
    };
  });
  const [first] = rows;
  return {
    sentence:
      found.ordered && first !== undefined
        ? t("indicator.drivers.ordered", { subject, first: first.wording.replace(/\.$/, "") })
        : t("indicator.drivers.unordered", { subject }),
    n: found.n,
    explained: words.format.share(found.explained),
    rows: found.ordered ? rows : inAskedOrder(rows, questions),
  };
}

function inAskedOrder(
  rows: readonly DriverRow[],
  questions: readonly Question[],
): readonly DriverRow[] {
  const place = ({ item }: DriverRow) => questions.findIndex((one) => one.item === item);
  return rows.toSorted((a, b) => place(a) - place(b));
}
