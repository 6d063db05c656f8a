import type { Night, NightStep } from "#db/records/read-nights.ts";

/** How one part of a night went, as far as the page tells it. */
export interface StepReading {
  readonly name: string;
  readonly network: string | null;
  readonly state: string;
  readonly seconds: number | null;
  /** Rows a network handed over; null for a step that reads none. */
  readonly rows: Rows | null;
  /** Kinds of what was refused, never which row or whose. */
  readonly reasons: readonly { readonly reason: string; readonly occurrences: number }[];
  /** What went wrong, or what is waited for; the night writes it in English. */
  readonly message: string | null;
  /** The same for a network that could not be read, as a word to be said in either language. */
  readonly trouble: Trouble | null;
  readonly status: number | null;
  /** How far that network has been read by now. */
  readonly coveredTo: Date | null;
}

/** Why a network could not be read. */
export const troubles = [
  "address",
  "busy",
  "failing",
  "forbidden",
  "missing",
  "redirected",
  "refused",
  "slow",
  "too-large",
  "unauthorised",
  "unreachable",
  "unreadable",
  "untrusted",
] as const;
export type Trouble = (typeof troubles)[number];

export interface Rows {
  readonly read: number;
  readonly kept: number;
  readonly refused: number;
}

export interface NightReading {
  readonly id: number;
  readonly startedAt: Date;
  readonly state: string;
  readonly seconds: number | null;
  readonly rows: Rows;
  /** What failed comes first, then the order of the night. */
  readonly steps: readonly StepReading[];
}

export function nightOf({ id, startedAt, state, steps }: Night): NightReading {
  const readings = steps.map(stepOf);
  const rows = readings.flatMap((step) => step.rows ?? []);
  const sum = (name: keyof Rows) => rows.reduce((total, one) => total + one[name], 0);
  const [begin, end] = [steps[0]?.startedAt ?? null, steps.at(-1)?.finishedAt ?? null];
  return {
    id,
    startedAt,
    state,
    seconds: secondsBetween(begin, end),
    rows: { read: sum("read"), kept: sum("kept"), refused: sum("refused") },
    steps: [
      ...readings.filter((step) => step.state === "failed"),
      ...readings.filter((step) => step.state !== "failed"),
    ],
  };
}

/**
 * The other steps count people, accounts or answers: their counts are nobody's business here, and
 * are left out with the sentence that holds them. What was forgotten is proof, and told: roughly where
 * it counts people.
 */
function stepOf(step: NightStep): StepReading {
  const { name, network, state, read, kept, refused, refusals } = step;
  const readsRows = network !== null;
  const mayBeTold = readsRows || state === "failed" || ["release", "forget"].includes(name);
  return {
    name,
    network,
    state,
    seconds: secondsBetween(step.startedAt, step.finishedAt),
    rows: readsRows ? { read, kept, refused } : null,
    reasons: readsRows ? byReason(refusals) : [],
    message: mayBeTold ? step.message : null,
    trouble: troubles.find((word) => word === step.trouble) ?? null,
    status: step.troubleStatus,
    coveredTo: step.coveredTo,
  };
}

function byReason(refusals: NightStep["refusals"]): StepReading["reasons"] {
  const totals = new Map<string, number>();
  for (const { reason, occurrences } of refusals) {
    totals.set(reason, (totals.get(reason) ?? 0) + occurrences);
  }
  return [...totals]
    .map(([reason, occurrences]) => ({ reason, occurrences }))
    .toSorted((a, b) => b.occurrences - a.occurrences);
}

function secondsBetween(begin: Date | null, end: Date | null): number | null {
  if (begin === null || end === null) return null;
  return Math.max(0, Math.round((end.getTime() - begin.getTime()) / 1000));
}
