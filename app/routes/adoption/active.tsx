import type { Axis } from "#app/charts/axis.ts";
import { sayCount, sayFigure } from "#app/charts/figure-words.ts";
import { WeekBars } from "#app/charts/week-bars.tsx";
import type { AdoptionReading } from "#app/services/adoption.server.ts";
import { Block, TableBehind } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";

interface ActiveBlockProps {
  readonly active: AdoptionReading["active"];
  readonly weeks: AdoptionReading["weeks"];
  readonly axis: Axis;
}

/** How many people did something each week. */
export function ActiveBlock({ active, weeks, axis }: ActiveBlockProps) {
  const reading = useReading();
  const { t, format } = reading;
  const incomplete = weeks.filter(({ without }) => without.length > 0);
  return (
    <Block topic={t("adoption.active")} sentence={active.sentence}>
      <figure className="chart">
        <WeekBars weeks={weeks} bars={active.bars} axis={axis} label={active.sentence} />
        <figcaption>
          {active.caption}
          {incomplete.length > 0 &&
            ` ${t("adoption.without", {
              networks: format.list([...new Set(incomplete.flatMap(({ without }) => without))]),
              weeks: format.list(incomplete.map(({ name }) => name)),
            })}`}
        </figcaption>
        <TableBehind>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("adoption.week")}</th>
                <th scope="col">{t("adoption.active.people")}</th>
                <th scope="col">{t("adoption.active.share")}</th>
              </tr>
            </thead>
            <tbody>
              {weeks.map(({ week, name }, index) => {
                const figure = active.figures[index] ?? null;
                const bar = active.bars[index];
                return (
                  <tr key={week}>
                    <th scope="row">{name}</th>
                    {figure?.hidden ? (
                      <HiddenCell />
                    ) : (
                      <td>{bar ? sayCount(reading, bar) : t("figure.notSupplied")}</td>
                    )}
                    {figure?.hidden ? <HiddenCell /> : <td>{sayFigure(reading, figure)}</td>}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableBehind>
        <ChartFiles chart="adoption-active" name={t("adoption.active")} />
      </figure>
    </Block>
  );
}
