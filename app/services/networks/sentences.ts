import type { Words } from "../around.ts";
import type { NightReading } from "./night.ts";

/** How the last nights went, in a sentence or two. */
export function sayNights(
  nights: readonly NightReading[],
  timeZone: string,
  { t, format }: Words,
): string {
  const [last] = nights;
  if (last === undefined) return t("networks.nights.none");
  const day = format.dateTime(last.startedAt, timeZone);
  const state =
    last.state === "done"
      ? t("networks.nights.last.done", { day })
      : last.state === "running"
        ? t("networks.nights.last.running", { day })
        : t("networks.nights.last.failed", { day });
  const failed = nights.filter((night) => ["failed", "interrupted"].includes(night.state)).length;
  const count =
    failed === 0
      ? t("networks.nights.allWell", { n: nights.length })
      : t("networks.nights.failed", { n: failed, nights: nights.length });
  return `${state} ${count}`;
}
