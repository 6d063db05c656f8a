import { percent } from "./axis.ts";
import type { PlacedReference } from "./reference-places.ts";

/** What others published, in broken lines: beside the lines of the company, and never joined to them. */
export function ReferenceRules({ placed }: { readonly placed: readonly PlacedReference[] }) {
  return placed.map(({ reference, from, to, y, label }) => (
    <g key={reference.key}>
      <line className="ref" x1={percent(from)} x2={percent(to)} y1={percent(y)} y2={percent(y)} />
      <text
        className="halo"
        x={percent(label.x)}
        y={percent(y)}
        dy={label.under}
        textAnchor={label.anchor}
      >
        {reference.label}
      </text>
    </g>
  ));
}
