import { sayFigure } from "#app/charts/figure-words.ts";
import type { ConnectionReading } from "#app/services/connection.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";

interface MixingProps {
  readonly mixing: NonNullable<ConnectionReading["mixing"]>;
}

/** How many ties leave each unit, beside what chance would give. */
export function Mixing({ mixing }: MixingProps) {
  const reading = useReading();
  const { t, format } = reading;
  const index = (value: number | null) =>
    value === null ? "" : format.mean(Math.round(value * 100) / 100);
  return (
    <Block id="mixing" topic={t("ties.mixing")} sentence={mixing.sentence}>
      <figure className="chart">
        <Scroll label={t("ties.mixing")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("ties.mixing.unit")}</th>
                <th scope="col">{t("ties.mixing.share")}</th>
                <th scope="col">{t("ties.mixing.expected")}</th>
                <th scope="col">{t("ties.mixing.index")}</th>
                <th scope="col">{t("ties.mixing.chance")}</th>
              </tr>
            </thead>
            <tbody>
              {mixing.rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.name}</th>
                  {row.figure?.hidden ? <HiddenCell /> : <td>{sayFigure(reading, row.figure)}</td>}
                  <td>{format.share(row.expected)}</td>
                  <td>{index(row.index)}</td>
                  <td>{index(row.chance)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        <figcaption>{t("ties.mixing.caption")}</figcaption>
        <ChartFiles chart="connection-mixing" name={t("ties.mixing")} />
      </figure>
    </Block>
  );
}
