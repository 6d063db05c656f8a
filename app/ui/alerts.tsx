import { Go } from "./go.tsx";

interface AlertsProps {
  readonly title: string;
  readonly sentence: string;
  /** What the link to where it can be looked into says. */
  readonly go: string;
  readonly alerts: readonly {
    readonly key: string;
    readonly sentence: string;
    readonly advice: string;
    readonly when: string;
    readonly address: string | null;
  }[];
}

/** What may need somebody to act: sentences made by the server, so that no words travel with it. */
export function Alerts({ title, sentence, go, alerts }: AlertsProps) {
  return (
    <section className="notice" aria-labelledby="alerts">
      <h2 id="alerts">{title}</h2>
      <p>{sentence}</p>
      <ul className="prose-list">
        {alerts.map((alert) => (
          <li key={alert.key}>
            <strong>{alert.sentence}</strong> {alert.when} {alert.advice}{" "}
            {alert.address !== null && (
              <Go to={alert.address} aria-label={`${go}, ${alert.sentence}`}>
                {go}
              </Go>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
