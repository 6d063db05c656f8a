import type { CSSProperties } from "react";
import { sayBare } from "#app/i18n/say-value.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { Scroll } from "#app/ui/block.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";
import type { Difference } from "./difference.ts";
import { MapKey, verdictClass } from "./map-key.tsx";

interface Unit {
  readonly key: string;
  readonly name: string;
}

interface Cell {
  readonly to: string;
  readonly figure: Disclosed | null;
  readonly difference: Difference | null;
}

interface UnitMatrixProps {
  readonly label: string;
  /** What the first column holds. */
  readonly from: string;
  /** What is read out of a unit beside itself. */
  readonly own: string;
  readonly units: readonly Unit[];
  readonly rows: readonly (Unit & { readonly cells: readonly Cell[] })[];
}

/** Units by units: a table, tinted only where a cell really differs from its column. */
export function UnitMatrix({ label, from, own, units, rows }: UnitMatrixProps) {
  return (
    <>
      <Scroll label={label}>
        <table className="map" style={widthFor(units.length)}>
          <thead>
            <tr>
              <th scope="col">{from}</th>
              {units.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, cells }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {cells.map((cell) =>
                  cell.to === key ? (
                    <td key={cell.to} className="quiet">
                      <span aria-hidden="true">·</span>
                      <span className="unseen">{own}</span>
                    </td>
                  ) : (
                    <MatrixCell key={cell.to} {...cell} />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <MapKey />
    </>
  );
}

/** A map keeps a column for how many answered; a matrix has none. */
function widthFor(units: number): CSSProperties {
  return { "--columns": units - 1 } as CSSProperties;
}

function MatrixCell({ figure, difference }: Cell) {
  const { t, format } = useReading();
  if (figure === null) return <td />;
  if (figure.hidden) return <HiddenCell />;
  const value = sayBare({ format }, figure.value);
  const verdict = difference?.verdict;
  if (difference === null || (verdict !== "above" && verdict !== "below")) {
    return <td className="quiet">{value}</td>;
  }
  return (
    <td className={verdictClass(difference)}>
      {value}{" "}
      <small className={verdict === "above" ? "fav" : "unf"}>
        <span aria-hidden="true">{verdict === "above" ? "▲" : "▼"}</span>{" "}
        <span className="unseen">{t(`verdict.${verdict}`)} </span>
        {format.size(difference.displayed)}
      </small>
    </td>
  );
}
