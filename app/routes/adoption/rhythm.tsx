import { WeekCalendar } from "#app/charts/week-calendar.tsx";
import type { AdoptionReading } from "#app/services/adoption.server.ts";
import { Block, Definition, TableBehind } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { HiddenWord } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";

interface RhythmBlockProps {
  readonly rhythm: NonNullable<AdoptionReading["rhythm"]>;
}

/** When in the week people take part: a calendar a shift. */
export function RhythmBlock({ rhythm }: RhythmBlockProps) {
  const { t } = useReading();
  const { days, hours, shifts, fullest } = rhythm;
  return (
    <Block
      topic={t("adoption.rhythm")}
      sentence={rhythm.sentence}
      aside={<Definition term={t("adoption.rhythm.definition")}>{rhythm.definition}</Definition>}
    >
      {shifts.map(({ key, name, levels, step, labels, sentence }) => (
        <figure className="chart" key={key}>
          <h3>{name}</h3>
          {levels === null ? (
            <p>
              <HiddenWord />
            </p>
          ) : (
            <>
              <WeekCalendar
                days={days}
                hours={hours}
                levels={levels}
                step={step}
                fullest={fullest}
                labels={labels}
                label={sentence}
              />
              <TableBehind>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{t("adoption.rhythm.hour")}</th>
                      {days.map((day) => (
                        <th key={day} scope="col">
                          {day}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {hours.map((hour, row) => (
                      <tr key={hour}>
                        <th scope="row">{hour}</th>
                        {days.map((day, column) => (
                          <td key={day}>{labels[levels[column * 24 + row] ?? 0]}</td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableBehind>
            </>
          )}
        </figure>
      ))}
      <div>
        <p className="quiet">{rhythm.caption}</p>
        <ChartFiles chart="adoption-rhythm" name={t("adoption.rhythm")} />
      </div>
    </Block>
  );
}
