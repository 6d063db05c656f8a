import type { Context } from "../context.ts";

/** What a step has to say for the night's page. Counts of rows, never a figure. */
export interface StepReport {
  readonly read: number;
  readonly kept: number;
  readonly refused: number;
  /** At most twenty kinds. */
  readonly refusals: readonly {
    readonly where: string;
    readonly reason: string;
    readonly occurrences: number;
  }[];
  readonly message: string;
  /** Why a network could not be read, for the page to say in the reader's language. */
  readonly trouble?: { readonly word: string; readonly status: number | null };
}

/** One part of a night: safe to run again, and done before the next one starts. */
export interface Step {
  readonly name: string;
  readonly connectionId?: number;
  readonly window?: { readonly from: Date; readonly to: Date };
  run(context: Context): Promise<StepReport>;
}

/** The report of a step that reads and refuses nothing. */
export function said(message: string, kept = 0): StepReport {
  return { read: kept, kept, refused: 0, refusals: [], message };
}
