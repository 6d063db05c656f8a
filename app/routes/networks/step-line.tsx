import type { NetworksReading } from "#app/services/networks.server.ts";
import { useReading } from "#app/ui/reading.ts";
import { useDuration } from "./duration.ts";

/** One step of a night: how it went, and what was refused and why. */
export function StepLine({
  step,
}: {
  readonly step: NetworksReading["nights"][number]["steps"][number];
}) {
  const { t, format } = useReading();
  const duration = useDuration();
  const { name, network, state, seconds, rows, reasons, message } = step;
  return (
    <tr>
      <th scope="row">
        {network === null ? stepName(name) : t("networks.step.read", { network })}
      </th>
      <td className="start">{t(stateWord(state))}</td>
      <td>{seconds === null ? "" : duration(seconds)}</td>
      {(["read", "kept", "refused"] as const).map((count) => (
        <td key={count} data-column={t(`networks.steps.${count}`)}>
          {rows === null ? "" : format.count(rows[count])}
        </td>
      ))}
      <td className="start meaning">
        {message !== null && <span lang="en">{message}</span>}
        {reasons.length > 0 && (
          <ul lang="en">
            {reasons.map(({ reason, occurrences }) => (
              <li key={reason}>
                {reason} × {format.count(occurrences)}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );

  function stepName(own: string): string {
    switch (own) {
      case "close-waves":
      case "match accounts":
      case "read people that were pushed":
      case "roll-up":
      case "release":
      case "alert":
      case "digest":
      case "forget":
        return t(`networks.step.${own}`);
      default:
        return own;
    }
  }
}

function stateWord(state: string) {
  switch (state) {
    case "done":
    case "failed":
    case "running":
      return `networks.stepState.${state}` as const;
    default:
      return "networks.stepState.skipped";
  }
}
