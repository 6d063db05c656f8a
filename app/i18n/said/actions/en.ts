import type { actionsInFrench } from "./fr.ts";

/** Sentences of actions and marks. */
export const actionsInEnglish: Readonly<
  Record<keyof typeof actionsInFrench, string | { readonly one: string; readonly other: string }>
> = {
  "marks.succeeded": "{was} becomes {now}",
  "marks.reorganised": { one: "{n} unit reorganised", other: "{n} units reorganised" },
  "marks.network.begins": "New network: {network}",
  "marks.network.ends": "End of {network}",
  "marks.network.succeeded": "{successor} replaces {network}",
};
