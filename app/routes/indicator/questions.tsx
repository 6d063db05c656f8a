import { DistributionRows } from "#app/charts/distribution-rows.tsx";
import type { IndicatorReading } from "#app/services/indicator.server.ts";
import { Block, Definition } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { useReading } from "#app/ui/reading.ts";

/** What the indicator is made of: how the answers to each of its questions fall. */
export function QuestionBlock({
  questions,
  indicator,
}: Pick<IndicatorReading, "questions" | "indicator">) {
  const { t } = useReading();
  const isWhole = questions.rows.some(({ neutral }) => neutral !== null);
  return (
    <Block
      topic={t("indicator.questions")}
      sentence={questions.sentence}
      id="questions"
      aside={
        <Definition term={t("indicator.questions.definition")}>
          {t("indicator.questions.definition.text")}
        </Definition>
      }
    >
      {questions.rows.length > 0 && (
        <figure className="chart">
          <figcaption>
            {t(isWhole ? "indicator.questions.caption" : "indicator.questions.caption.alone")}
          </figcaption>
          <DistributionRows rows={questions.rows} />
          <ChartFiles
            chart="indicator-questions"
            name={t("indicator.questions")}
            also={{ indicator }}
          />
        </figure>
      )}
    </Block>
  );
}
