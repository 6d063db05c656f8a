import type { NetworksReading } from "#app/services/networks.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";
import { useDuration } from "./duration.ts";
import { StepLine } from "./step-line.tsx";

type Night = NetworksReading["nights"][number];

/** The last nights, newest first; those that went wrong are open. */
export function Nights({ nights }: { readonly nights: readonly Night[] }) {
  const { t } = useReading();
  if (nights.length === 0) return null;
  return (
    <Block
      topic={t("networks.nights", { n: nights.length })}
      sentence={t("networks.nights.sentence")}
      id="nights"
    >
      <ul className="full nights">
        {nights.map((night) => (
          <li key={night.id}>
            <NightDetails night={night} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

function NightDetails({ night }: { readonly night: Night }) {
  const { t, format, timeZone } = useReading();
  const duration = useDuration();
  const { rows, steps, state } = night;
  const at = format.dateTime(night.startedAt, timeZone);
  const summary = [
    `${at}, ${t(nightWord(state))}`,
    night.seconds !== null && duration(night.seconds),
    t("networks.rows", rows),
  ];
  return (
    <details className="depth" open={state === "failed" || state === "interrupted"}>
      <summary>{summary.filter(Boolean).join(" · ")}</summary>
      <Scroll label={t("networks.steps.region", { at })}>
        <table className="listing stacked">
          <thead>
            <tr>
              <th scope="col">{t("networks.steps.step")}</th>
              <th scope="col" className="start">
                {t("networks.connection.state")}
              </th>
              <th scope="col">{t("networks.steps.duration")}</th>
              <th scope="col">{t("networks.steps.read")}</th>
              <th scope="col">{t("networks.steps.kept")}</th>
              <th scope="col">{t("networks.steps.refused")}</th>
              <th scope="col" className="start">
                {t("networks.steps.message")}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <StepLine key={step.name} step={step} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

function nightWord(state: string) {
  switch (state) {
    case "done":
    case "failed":
    case "running":
      return `networks.night.${state}` as const;
    default:
      return "networks.night.interrupted";
  }
}
