import { columns, type Row } from "#app/services/exports/columns.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";

const numbers = ["n", "value", "value_exact", "value_least", "value_most", "low", "high"];

/** The first lines of the file, written as it writes them. */
export function Preview({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useReading();
  return (
    <Block
      topic={t("exports.preview")}
      sentence={
        rows.length === 0
          ? t("exports.preview.none")
          : t("exports.preview.sentence", { n: rows.length })
      }
      id="preview"
    >
      {rows.length > 0 && (
        <div className="full">
          <Scroll label={t("exports.preview.region")}>
            <table className="listing">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col" className={sideOf(column)} translate="no">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.release_key} ${row.population_key} ${row.measure}`}>
                    {columns.map((column) =>
                      column === "hidden" && row.hidden !== null ? (
                        <HiddenCell key={column} />
                      ) : (
                        <td key={column} className={sideOf(column)} translate="no">
                          {row[column]}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </div>
      )}
    </Block>
  );
}

function sideOf(column: string): string | undefined {
  return numbers.includes(column) ? undefined : "start";
}
