import type { Axis } from "#app/charts/axis.ts";
import { sayBase, sayFigure } from "#app/charts/figure-words.ts";
import { Trend } from "#app/charts/trend.tsx";
import type { ConnectionReading } from "#app/services/connection.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";

interface LeadersProps {
  readonly leaders: NonNullable<ConnectionReading["leaders"]>;
  readonly axis: Axis;
}

/** What became of questions to leaders and of what they announced. */
export function Leaders({ leaders, axis }: LeadersProps) {
  const reading = useReading();
  const { t } = reading;
  const { trend } = leaders;
  return (
    <Block id="leaders" topic={t("ties.leaders")} sentence={leaders.sentence}>
      <Scroll label={t("ties.leaders")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("ties.leaders.what")}</th>
              <th scope="col">{t("ties.leaders.share")}</th>
              <th scope="col">{t("ties.leaders.people")}</th>
            </tr>
          </thead>
          <tbody>
            {leaders.rows.map(({ measure, figure }) => (
              <tr key={measure}>
                <th scope="row">{t(`measure.${measure}`)}</th>
                {figure?.hidden ? <HiddenCell /> : <td>{sayFigure(reading, figure)}</td>}
                <td>
                  {figure !== null && !figure.hidden
                    ? sayBase(reading, measure, figure.value.base)
                    : ""}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {trend.lines.length > 0 && (
        <>
          <h3>{t("ties.leaders.trend")}</h3>
          <Trend
            caption={t("ties.leaders.caption")}
            momentTitle={t("ties.week")}
            moments={trend.moments}
            lines={trend.lines}
            axis={axis}
            dense
          />
          <ChartFiles chart="connection-leaders" name={t("ties.leaders.trend")} />
        </>
      )}
    </Block>
  );
}
