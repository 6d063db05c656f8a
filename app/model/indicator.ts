/** What questions of agreement may count towards, in the order of the pages. */
export const indicators = [
  "connection",
  "trust",
  "engagement",
  "manager",
  "belonging",
  "safety",
  "conditions",
  "action",
] as const;
export type Indicator = (typeof indicators)[number];

/** Whether a name is one of the indicators. */
export function isIndicator(name: string): name is Indicator {
  return indicators.some((one) => one === name);
}
