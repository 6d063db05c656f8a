import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Scroll } from "./block.tsx";
import { Heads } from "./heads.tsx";
import { useReading } from "./reading.ts";

interface StackedProps {
  readonly label: string;
  readonly columns: readonly string[];
  /** Its rows. */
  readonly children: ReactNode;
}

/** A table that is read line by line; on a phone each line is a card. */
export function Stacked({ label, columns, children }: StackedProps) {
  return (
    <div className="full">
      <Scroll label={label}>
        <table className="listing stacked">
          <Heads names={columns} />
          <tbody>{children}</tbody>
        </table>
      </Scroll>
    </div>
  );
}

interface TakeAwayProps {
  readonly to: string;
  readonly wish: string;
  /** The field that says which one, and its value. */
  readonly field: string;
  readonly value: number;
  readonly label: string;
  /** The same with the name of what goes, for whoever hears the button alone. */
  readonly named: string;
}

/** The cell of a line that takes the line away. */
export function TakeAway({ to, wish, field, value, label, named }: TakeAwayProps) {
  const { keep } = useReading();
  return (
    <td className="start on-screen" data-column={label}>
      <Form method="post" action={keep(to)} reloadDocument>
        <input type="hidden" name="wish" value={wish} />
        <input type="hidden" name={field} value={value} />
        <button type="submit" className="button second" aria-label={named}>
          {label}
        </button>
      </Form>
    </td>
  );
}
