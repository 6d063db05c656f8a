import type { ConnectionReading } from "#app/services/connection.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

interface ToldProps {
  readonly coverage: ConnectionReading["coverage"];
}

const facts = ["comment", "react", "vote", "view"] as const;

/** What each network tells of all that the page is made of. */
export function Told({ coverage }: ToldProps) {
  const { t } = useReading();
  if (coverage.length === 0) return null;
  return (
    <Block id="coverage" topic={t("ties.coverage")} sentence={t("ties.coverage.sentence")}>
      <Scroll label={t("ties.coverage")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("ties.coverage.network")}</th>
              {facts.map((fact) => (
                <th key={fact} scope="col">
                  {t(`ties.coverage.${fact}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coverage.map(({ key, title, told }) => (
              <tr key={key}>
                <th scope="row">{title}</th>
                {facts.map((fact) => (
                  <td key={fact}>{t(`ties.coverage.${told[fact] ?? "none"}`)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Block>
  );
}
