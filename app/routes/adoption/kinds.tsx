import { shares } from "#app/charts/axis.ts";
import { sayFigure } from "#app/charts/figure-words.ts";
import { PlaceRows } from "#app/charts/place-rows.tsx";
import { groupNames } from "#app/i18n/group-names.ts";
import type { AdoptionReading } from "#app/services/adoption.server.ts";
import { Block, Definition, TableBehind } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";

/** In what kinds of groups people take part, and for what. */
export function KindsBlock({ kinds }: { readonly kinds: NonNullable<AdoptionReading["kinds"]> }) {
  const reading = useReading();
  const { t } = reading;
  const { kindName } = groupNames(t);
  const rows = [...kinds.privacy, ...kinds.purpose].map(({ kind, ...row }) => ({
    ...row,
    key: kind,
    name: kindName(kind),
  }));
  return (
    <Block
      topic={t("adoption.kinds")}
      sentence={kinds.sentence}
      aside={<Definition term={t("adoption.kinds.definition")}>{kinds.definition}</Definition>}
    >
      <figure className="chart">
        <PlaceRows axis={shares} rows={rows} />
        <figcaption>{kinds.caption}</figcaption>
        <TableBehind>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("adoption.kinds.kind")}</th>
                <th scope="col">{t("population.company")}</th>
                <th scope="col">{t("population.frontline")}</th>
                <th scope="col">{t("population.desk")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, name, company, frontline, desk }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {Object.entries({ company, frontline, desk }).map(([place, figure]) =>
                    figure?.hidden ? (
                      <HiddenCell key={place} />
                    ) : (
                      <td key={place}>{sayFigure(reading, figure)}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBehind>
        <ChartFiles chart="adoption-kinds" name={t("adoption.kinds")} />
      </figure>
    </Block>
  );
}
