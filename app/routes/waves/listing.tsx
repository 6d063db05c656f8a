import type { readWaves } from "#app/services/waves.server.ts";
import { Block } from "#app/ui/block.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Stacked } from "#app/ui/stacked.tsx";

type Lines = Awaited<ReturnType<typeof readWaves>>["waves"];

/** Every wave in one line, with the way to its page. */
export function Listing({ waves }: { readonly waves: Lines }) {
  const { t, language, format, timeZone } = useReading();
  const day = (at: Date | null) => (at === null ? t("waves.unplanned") : format.date(at, timeZone));
  return (
    <Block
      topic={t("waves.list")}
      sentence={t(waves.length === 0 ? "waves.list.empty" : "waves.list.sentence")}
      id="waves"
    >
      {waves.length > 0 && (
        <Stacked
          label={t("waves.list")}
          columns={(["name", "state", "opens", "closes", "barometer", "mode"] as const).map((one) =>
            t(`waves.${one}`),
          )}
        >
          {waves.map((wave) => (
            <tr key={wave.key}>
              <th scope="row" className="start meaning">
                <Go to={`/waves/${wave.key}`}>{wave.names[language]}</Go>
                {wave.kind === "pulse" && ` (${t("waves.kind.pulse")})`}
              </th>
              <td data-column={t("waves.state")} className="start">
                {t(`waves.state.${wave.state}`)}
              </td>
              <td data-column={t("waves.opens")} className="start">
                {day(wave.opensAt)}
                {wave.lettersOn !== null && (
                  <small className="label">
                    {" "}
                    {t("waves.lettersOn", { day: format.day(wave.lettersOn) })}
                  </small>
                )}
              </td>
              <td data-column={t("waves.closes")} className="start">
                {day(wave.closesAt)}
              </td>
              <td data-column={t("waves.barometer")} className="start meaning">
                {wave.barometer?.[language] ?? "–"}
              </td>
              <td data-column={t("waves.mode")} className="start">
                {t(`waves.mode.${wave.mode}`)}
              </td>
            </tr>
          ))}
        </Stacked>
      )}
    </Block>
  );
}
