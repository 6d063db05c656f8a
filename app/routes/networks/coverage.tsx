import type { NetworksReading } from "#app/services/networks.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

/** What each network can tell. What it cannot is “not supplied”, which is no zero. */
export function Coverage({ connections, verbs }: Pick<NetworksReading, "connections" | "verbs">) {
  const { t } = useReading();
  return (
    <Block topic={t("networks.coverage")} sentence={t("networks.coverage.sentence")} id="coverage">
      <div className="full">
        <Scroll label={t("networks.coverage.region")}>
          <table className="listing">
            <thead>
              <tr>
                <th scope="col">{t("networks.connection.title")}</th>
                {verbs.map((verb) => (
                  <th key={verb} scope="col" className="start">
                    {t(`networks.verb.${verb}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {connections.map(({ key, title, supplies }) => (
                <tr key={key}>
                  <th scope="row">{title}</th>
                  {verbs.map((verb) => (
                    <td key={verb} className="start">
                      {supplies.includes(verb) ? (
                        <>
                          <span aria-hidden="true">● </span>
                          {t("networks.supplied")}
                        </>
                      ) : (
                        <span className="quiet">{t("networks.notSupplied")}</span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </Block>
  );
}
