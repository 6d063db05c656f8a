import type { Axis } from "#app/charts/axis.ts";
import { sayFigure } from "#app/charts/figure-words.ts";
import { WeekBars } from "#app/charts/week-bars.tsx";
import type { AdoptionReading } from "#app/services/adoption.server.ts";
import { Block, TableBehind } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";

interface MessageBlockProps {
  readonly messages: AdoptionReading["messages"];
  readonly weeks: AdoptionReading["weeks"];
  readonly axis: Axis;
}

/** How much is written within teams, and how much from one to another. */
export function MessageBlock({ messages, weeks, axis }: MessageBlockProps) {
  const reading = useReading();
  const { t } = reading;
  return (
    <Block topic={t("adoption.messages")} sentence={messages.sentence}>
      <figure className="chart">
        <WeekBars weeks={weeks} bars={messages.bars} axis={axis} label={messages.sentence} />
        <figcaption>{messages.caption}</figcaption>
        <TableBehind>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("adoption.week")}</th>
                <th scope="col">{t("adoption.messages.all")}</th>
                <th scope="col">{t("adoption.messages.across")}</th>
              </tr>
            </thead>
            <tbody>
              {weeks.map(({ week, name }, index) => {
                const [all, across] = [messages.figures[index], messages.across[index]];
                return (
                  <tr key={week}>
                    <th scope="row">{name}</th>
                    {all?.hidden ? <HiddenCell /> : <td>{sayFigure(reading, all ?? null)}</td>}
                    {across?.hidden ? (
                      <HiddenCell />
                    ) : (
                      <td>{sayFigure(reading, across ?? null)}</td>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableBehind>
        <ChartFiles chart="adoption-messages" name={t("adoption.messages")} />
      </figure>
    </Block>
  );
}
