import type { Axis } from "#app/charts/axis.ts";
import { Trend } from "#app/charts/trend.tsx";
import type { ConnectionReading } from "#app/services/connection.server.ts";
import { Block, Definition } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { useReading } from "#app/ui/reading.ts";

type TieTrendProps = ConnectionReading["ties"][number] & {
  readonly axis: Axis;
  readonly marks: ConnectionReading["marks"];
};

/** One reading of ties, week by week; where no network supplies it, that is said in its place. */
export function TieTrend({ tie, trend, axis, marks }: TieTrendProps) {
  const { t } = useReading();
  const about = tie === "reached" ? "reached" : "exchange";
  return (
    <Block
      id={tie}
      topic={t(`ties.trend.${tie}`)}
      sentence={trend?.sentence ?? t("ties.trend.none")}
      {...(tie === "across-units"
        ? {}
        : {
            aside: <Definition term={t(`ties.${about}`)}>{t(`ties.${about}.text`)}</Definition>,
          })}
    >
      {trend !== null && (
        <>
          <Trend
            caption={t("ties.trend.caption")}
            momentTitle={t("ties.week")}
            moments={trend.moments}
            lines={trend.lines}
            axis={axis}
            marks={marks}
            dense
          />
          <ChartFiles chart={`connection-${tie}`} name={t(`ties.trend.${tie}`)} />
        </>
      )}
    </Block>
  );
}
