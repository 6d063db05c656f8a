import { shares } from "#app/charts/axis.ts";
import { sayFigure } from "#app/charts/figure-words.ts";
import { PlaceRows } from "#app/charts/place-rows.tsx";
import type { AdoptionReading } from "#app/services/adoption.server.ts";
import { Block, Definition, Scroll } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";

interface NetworksBlockProps {
  readonly networks: NonNullable<AdoptionReading["networks"]>;
}

/** Network by network: ours, the vendors' way of counting, and what is known of each. */
export function NetworksBlock({ networks }: NetworksBlockProps) {
  const reading = useReading();
  const { t } = reading;
  const drawn = networks.rows.filter(({ company }) => company !== null);
  const known = networks.rows.filter(({ account }) => account !== null);
  return (
    <Block
      topic={t("adoption.networks")}
      sentence={networks.sentence}
      aside={
        <Definition term={t("adoption.networks.definition")}>{networks.definition}</Definition>
      }
    >
      <figure className="chart">
        {drawn.length > 0 && (
          <PlaceRows axis={shares} rows={drawn.map((row) => ({ ...row, name: row.title }))} />
        )}
        <figcaption>{networks.caption}</figcaption>
        <Scroll label={t("adoption.networks")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("adoption.networks.network")}</th>
                <th scope="col">{t("adoption.networks.account")}</th>
                <th scope="col">{t("adoption.networks.ours")}</th>
                <th scope="col">{t("adoption.networks.own")}</th>
              </tr>
            </thead>
            <tbody>
              {known.map(({ key, title, account, company, own }) => (
                <tr key={key}>
                  <th scope="row">{title}</th>
                  {Object.entries({ account, company, own }).map(([column, figure]) =>
                    figure?.hidden ? (
                      <HiddenCell key={column} />
                    ) : (
                      <td key={column}>{sayFigure(reading, figure)}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        {drawn.length > 0 && <ChartFiles chart="adoption-networks" name={t("adoption.networks")} />}
      </figure>
      <div>
        <h3>{t("adoption.networks.coverage")}</h3>
        <ul>
          {networks.rows.map(({ key, title, coverage }) => (
            <li key={key}>{t("adoption.networks.known", { network: title, coverage })}</li>
          ))}
        </ul>
      </div>
    </Block>
  );
}
