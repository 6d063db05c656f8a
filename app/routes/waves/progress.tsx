import { Block, Definition, Scroll } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { useReading } from "#app/ui/reading.ts";

interface ProgressProps {
  readonly wave: string;
  readonly day: string | null;
  readonly rows: readonly {
    key: string;
    name: string;
    isSite: boolean;
    least: number;
    most: number;
  }[];
}

/** Participation so far: a range a population, on one scale. */
export function Progress({ wave, day, rows }: ProgressProps) {
  const { t, format } = useReading();
  const company = rows.find(({ key }) => key === "company");
  const range = ({ least, most }: { least: number; most: number }) =>
    t("figure.fromTo", { low: format.percentPoints(least), high: format.share(most) });
  const line = (row: ProgressProps["rows"][number]) => (
    <tr key={row.key}>
      <th scope="row" className="start meaning">
        {row.name}
      </th>
      <td className="start">
        <RangeBar least={row.least} most={row.most} />
      </td>
      <td>{range(row)}</td>
    </tr>
  );
  return (
    <Block
      topic={t("wave.progress")}
      sentence={
        company === undefined
          ? t("wave.progress.none")
          : t("wave.progress.sentence", {
              low: format.share(company.least),
              high: format.share(company.most),
            })
      }
      id="participation"
      aside={<Definition term={t("wave.progress.range")}>{t("wave.progress.aside")}</Definition>}
    >
      {rows.length > 0 && (
        <Scroll label={t("wave.progress")}>
          <table className="listing">
            <thead>
              <tr>
                <th scope="col" className="start">
                  {t("wave.progress.population")}
                </th>
                <th scope="col" className="start" colSpan={2}>
                  {t("wave.progress.range")}
                </th>
              </tr>
            </thead>
            <tbody>{rows.filter(({ isSite }) => !isSite).map(line)}</tbody>
            {rows.some(({ isSite }) => isSite) && (
              <tbody>
                <tr>
                  <th scope="rowgroup" colSpan={3} className="start quiet">
                    {t("wave.progress.bySite")}
                  </th>
                </tr>
                {rows.filter(({ isSite }) => isSite).map(line)}
              </tbody>
            )}
          </table>
          {day !== null && (
            <p className="quiet">{t("wave.progress.day", { day: format.day(day) })}</p>
          )}
          <ChartFiles chart="wave-progress" name={t("wave.progress")} also={{ wave }} />
        </Scroll>
      )}
    </Block>
  );
}

/** Where in 0 to 100 % the share lies; the number beside it says the same. */
function RangeBar({ least, most }: { readonly least: number; readonly most: number }) {
  return (
    <svg className="range-bar" viewBox="0 0 100 12" width="160" height="19" aria-hidden="true">
      <line x1="0" y1="6" x2="100" y2="6" />
      <rect x={least * 100} y="2" width={(most - least) * 100} height="8" rx="1" />
    </svg>
  );
}
