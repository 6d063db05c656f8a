import type { Difference as Tested, Verdict } from "#app/statistics/change.ts";

/** A difference as it is drawn: a colour and an arrow only where the verdict is above or below. */
export type Difference = Pick<Tested, "displayed" | "low" | "high"> & { readonly verdict: Verdict };
