import type { NetworksReading } from "#app/services/networks.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { Heads } from "#app/ui/heads.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Typed } from "#app/ui/typed.tsx";

type Connection = NetworksReading["connections"][number];

/** The networks that are connected, and how far each has been read. */
export function Connections({ connections }: { readonly connections: readonly Connection[] }) {
  const { t } = useReading();
  if (connections.length === 0) {
    return (
      <Block topic={t("networks.connections")} sentence={t("networks.connections.none")}>
        <div className="prose">
          <p>{t("networks.add.network")}</p>
          <Typed command="npm run barometer -- networks add mattermost --set url=https://chat.example.org --set token=…" />
          <p>{t("networks.add.file")}</p>
          <Typed command="npm run barometer -- ingest file events.csv --mapping events.yaml" />
          <p>{t("networks.add.then")}</p>
          <Typed command="npm run barometer -- nightly" />
        </div>
      </Block>
    );
  }
  return (
    <Block
      topic={t("networks.connections")}
      sentence={t("networks.connections.sentence", { n: connections.length })}
    >
      <div className="full">
        <Scroll label={t("networks.connections.region")}>
          <table className="listing">
            <Heads
              names={[
                t("networks.connection.title"),
                t("networks.connection.network"),
                t("networks.connection.key"),
                t("networks.connection.state"),
                t("networks.connection.fedBy"),
                t("networks.connection.coveredTo"),
              ]}
            />
            <tbody>
              {connections.map((connection) => (
                <Line key={connection.key} connection={connection} />
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </Block>
  );
}

function Line({ connection }: { readonly connection: Connection }) {
  const { t, format, timeZone } = useReading();
  const { key, title, network, state, way, coveredTo, behind, endedOn, successor } = connection;
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="start" translate="no">
        {network}
      </td>
      <td className="start" translate="no">
        <code>{key}</code>
      </td>
      <td className="start">
        {state === "ended" && endedOn !== null
          ? successor === null
            ? t("networks.state.endedOn", { day: format.day(endedOn) })
            : t("networks.state.succeeded", { day: format.day(endedOn), successor })
          : t(stateWord(state))}
      </td>
      <td className="start">{t(`networks.fedBy.${way === "live" ? "network" : way}`)}</td>
      <td className="start">
        {coveredTo === null ? t("networks.coveredTo.never") : format.dateTime(coveredTo, timeZone)}
        {behind && <strong> {t("networks.coveredTo.behind")}</strong>}
      </td>
    </tr>
  );
}

function stateWord(state: string) {
  if (state === "paused") return "networks.state.paused";
  return state === "ended" ? "networks.state.ended" : "networks.state.active";
}
