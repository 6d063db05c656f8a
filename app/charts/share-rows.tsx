import type { Disclosed } from "#app/privacy/gate.ts";
import type { Axis } from "./axis.ts";
import { TeamRows } from "./team-rows.tsx";

interface ShareRowsProps {
  readonly axis: Axis;
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly figure: Disclosed | null;
  }[];
}

/** Shares of one whole, none compared with another: an interval each, and no verdict. */
export function ShareRows({ axis, rows }: ShareRowsProps) {
  return (
    <TeamRows
      axis={axis}
      reference={null}
      rows={rows.map((row) => ({ ...row, difference: null, said: [], instead: null }))}
    />
  );
}
