/** Where a group stands in its life, in the order in which people read it. */
export const groupStates = ["new", "growing", "steady", "fading", "silent"] as const;
export type GroupState = (typeof groupStates)[number];

/** How large a group is said to be: never to the person. */
export const groupSizes = ["1-9", "10-19", "20-49", "50-99", "100-499", "500"] as const;
export type GroupSize = (typeof groupSizes)[number];

/** The band a number of members lies in; null where nobody knows it. */
export function groupSize(members: number | null): GroupSize | null {
  if (members === null) return null;
  const from = (size: GroupSize) => Number(size.split("-")[0]);
  return groupSizes.findLast((size) => members >= from(size)) ?? "1-9";
}
