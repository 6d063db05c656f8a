import { sayFigure } from "#app/charts/figure-words.ts";
import type { ConnectionReading } from "#app/services/connection.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { Go } from "#app/ui/go.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";

interface AnnouncedProps {
  readonly announced: ConnectionReading["announced"];
}

/** Announcements by when and where they were made, each leading to whom it reached. */
export function Announced({ announced }: AnnouncedProps) {
  const { t } = useReading();
  return (
    <Block id="announced" topic={t("ties.announced")} sentence={t("ties.announced.sentence")}>
      <Scroll label={t("ties.announced")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("ties.announced.name")}</th>
              <th scope="col">{t("population.frontline")}</th>
              <th scope="col">{t("population.desk")}</th>
              <th scope="col">{t("ties.announced.answered")}</th>
            </tr>
          </thead>
          <tbody>
            {announced.map(({ key, name, where, frontline, desk, answered }) => (
              <tr key={key}>
                <th scope="row">
                  <Go to={`/reach/${key}`}>{name}</Go>
                  <small className="under">{where}</small>
                </th>
                <Read figure={frontline} />
                <Read figure={desk} />
                <Read figure={answered} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <ChartFiles chart="connection-announced" name={t("ties.announced")} />
    </Block>
  );
}

interface ReadProps {
  readonly figure: AnnouncedProps["announced"][number]["frontline"];
}

function Read({ figure }: ReadProps) {
  const reading = useReading();
  if (figure === null) return <td className="quiet">{reading.t("ties.coverage.none")}</td>;
  return figure.hidden ? <HiddenCell /> : <td>{sayFigure(reading, figure)}</td>;
}
