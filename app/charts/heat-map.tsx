import type { CSSProperties } from "react";
import { sayBare } from "#app/i18n/say-value.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { Scroll } from "#app/ui/block.tsx";
import { Go } from "#app/ui/go.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";
import type { Difference } from "./difference.ts";
import { MapKey, verdictClass } from "./map-key.tsx";

interface Cell {
  readonly measure: string;
  readonly figure: Disclosed | null;
  readonly difference: Difference | null;
}

export interface HeatMapRow {
  readonly key: string;
  readonly name: string;
  /** Where the population is looked at on its own. */
  readonly to: string | null;
  readonly cells: readonly Cell[];
}

interface HeatMapProps {
  readonly label: string;
  readonly firstColumn: string;
  readonly columns: readonly {
    readonly key: string;
    readonly name: string;
    readonly lead: boolean;
    /** Where the measure is read in full. */
    readonly to?: string | null;
  }[];
  readonly rows: readonly HeatMapRow[];
  readonly whole: HeatMapRow | null;
}

/** Populations by measures. A cell is tinted only where its difference is real. */
export function HeatMap({ label, firstColumn, columns, rows, whole }: HeatMapProps) {
  const { t } = useReading();
  return (
    <>
      <Scroll label={label}>
        <table className="map" style={widthFor(columns.length)}>
          <thead>
            <tr>
              <th scope="col">{firstColumn}</th>
              <th scope="col">{t("barometer.map.answers")}</th>
              {columns.map(({ key, name, lead, to = null }) => (
                <th key={key} scope="col" className={lead ? "lead-col" : undefined}>
                  {to === null ? name : <Go to={to}>{name}</Go>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <MapLine key={row.key} row={row} />
            ))}
            {whole !== null && <MapLine row={whole} total />}
          </tbody>
        </table>
      </Scroll>
      <MapKey />
    </>
  );
}

/** Each column keeps room for a number and its difference, however many there are. */
function widthFor(columns: number): CSSProperties {
  return { "--columns": columns } as CSSProperties;
}

function MapLine({ row, total = false }: { readonly row: HeatMapRow; readonly total?: boolean }) {
  const { t, format } = useReading();
  const answered = row.cells.find(
    ({ figure }) => figure !== null && !figure.hidden && figure.release.kind === "wave",
  )?.figure;
  const base = answered && !answered.hidden ? answered.value.base : null;
  return (
    <tr className={total ? "total" : undefined}>
      <th scope="row">{row.to === null ? row.name : <Go to={row.to}>{row.name}</Go>}</th>
      <td className="quiet">
        {base === null ? "" : "exact" in base ? format.count(base.exact) : t(`band.${base.band}`)}
      </td>
      {row.cells.map((cell) => (
        <MapCell key={cell.measure} {...cell} />
      ))}
    </tr>
  );
}

function MapCell({ figure, difference }: Cell) {
  const { t, format } = useReading();
  if (figure === null) return <td />;
  if (figure.hidden) return <HiddenCell />;
  const verdict = difference?.verdict;
  if (difference === null || (verdict !== "above" && verdict !== "below")) {
    return <td className="quiet">{sayBare({ format }, figure.value)}</td>;
  }
  return (
    <td className={verdictClass(difference)}>
      {sayBare({ format }, figure.value)}{" "}
      <small className={verdict === "above" ? "fav" : "unf"}>
        <span aria-hidden="true">{verdict === "above" ? "▲" : "▼"}</span>{" "}
        <span className="unseen">{t(`verdict.${verdict}`)} </span>
        {format.size(difference.displayed)}
      </small>
    </td>
  );
}
