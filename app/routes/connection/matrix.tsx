import { UnitMatrix } from "#app/charts/unit-matrix.tsx";
import type { ConnectionReading } from "#app/services/connection.server.ts";
import { Block } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { useReading } from "#app/ui/reading.ts";

interface MatrixBlockProps {
  readonly matrix: NonNullable<ConnectionReading["matrix"]>;
}

/** Which units exchange with which. */
export function MatrixBlock({ matrix }: MatrixBlockProps) {
  const { t } = useReading();
  return (
    <Block id="matrix" topic={t("ties.matrix")} sentence={matrix.sentence}>
      <figure className="chart">
        <UnitMatrix
          label={t("ties.matrix")}
          from={t("ties.matrix.from")}
          own={t("ties.matrix.own")}
          units={matrix.units}
          rows={matrix.rows}
        />
        <figcaption>{t("ties.matrix.caption")}</figcaption>
      </figure>
      <ChartFiles chart="connection-matrix" name={t("ties.matrix")} />
    </Block>
  );
}
