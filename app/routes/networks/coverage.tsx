import type { NetworksReading } from "#app/services/networks.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

type Row = NetworksReading["coverage"]["connected"][number];

/** What each network can tell. What it cannot is “not supplied”, which is no zero. */
export function Coverage({ coverage, facts }: Pick<NetworksReading, "coverage" | "facts">) {
  const { t } = useReading();
  const { connected, offered } = coverage;
  return (
    <Block topic={t("networks.coverage")} sentence={t("networks.coverage.sentence")} id="coverage">
      {connected.length > 0 && (
        <div className="full">
          <Matrix rows={connected} facts={facts} label={t("networks.coverage.region")} />
        </div>
      )}
      {offered.length > 0 && (
        <details className="full depth" open={connected.length === 0}>
          <summary>{t("networks.coverage.offered")}</summary>
          <Matrix rows={offered} facts={facts} label={t("networks.coverage.offered")} />
        </details>
      )}
      <p className="full label">{t("networks.coverage.key")}</p>
    </Block>
  );
}

interface MatrixProps {
  readonly rows: readonly Row[];
  readonly facts: NetworksReading["facts"];
  readonly label: string;
}

function Matrix({ rows, facts, label }: MatrixProps) {
  const { t } = useReading();
  return (
    <Scroll label={label}>
      <table className="listing">
        <thead>
          <tr>
            <th scope="col">{t("networks.connection.network")}</th>
            <th scope="col" className="start">
              {t("networks.connection.fedBy")}
            </th>
            <th scope="col" className="start">
              {t("networks.people")}
            </th>
            {facts.map((fact) => (
              <th key={fact} scope="col" className="start">
                {t(`networks.fact.${fact}`)}
              </th>
            ))}
            <th scope="col" className="start">
              {t("networks.history")}
            </th>
            <th scope="col" className="start">
              {t("networks.delay")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.key} row={row} facts={facts} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Line({ row, facts }: { readonly row: Row; readonly facts: NetworksReading["facts"] }) {
  const { t } = useReading();
  const { title, way, sends, people, supplied, historyDays, delayHours } = row;
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="start">
        {t(`networks.fedBy.${way === "live" ? "network" : way}`)}
        {sends && ` ${t("networks.sends")}`}
      </td>
      <td className="start">
        <Cell supplied={people ? "each" : null} />
      </td>
      {facts.map((fact) => (
        <td key={fact} className="start">
          <Cell supplied={supplied[fact]} />
        </td>
      ))}
      <td className="start">
        {historyDays === undefined
          ? t("networks.history.file")
          : historyDays === null
            ? t("networks.history.all")
            : historyDays === 0
              ? t("networks.history.none")
              : t("networks.history.days", { n: historyDays })}
      </td>
      <td className="start">
        {delayHours === undefined
          ? t("networks.history.file")
          : delayHours === 0
            ? t("networks.delay.none")
            : t("networks.delay.hours", { n: delayHours })}
      </td>
    </tr>
  );
}

function Cell({ supplied }: { readonly supplied: "each" | "totals" | null }) {
  const { t } = useReading();
  if (supplied === null) return <span className="quiet">{t("networks.notSupplied")}</span>;
  return (
    <>
      <span aria-hidden="true">{supplied === "each" ? "● " : "Σ "}</span>
      {t(supplied === "each" ? "networks.supplied" : "networks.totals")}
    </>
  );
}
