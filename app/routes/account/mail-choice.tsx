import { Form } from "@remix-run/react";
import type { MailChoiceReading } from "#app/services/mail-choice.server.ts";

interface MailChoiceProps {
  readonly reading: MailChoiceReading;
  readonly isKept: boolean;
}

/** What somebody wants to be written to about. */
export function MailChoice({ reading, isKept }: MailChoiceProps) {
  const { title, lead, digest, rhythms, chosen, alerts, wantsAlerts, actions, save, kept } =
    reading;
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{title}</h2>
      <p>{lead}</p>
      {isKept && <p role="status">{kept}</p>}
      <Form method="post" className="fields" reloadDocument>
        <input type="hidden" name="about" value="mails" />
        <label className="field">
          {digest}
          <select name="digest" defaultValue={chosen}>
            {rhythms.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="check">
          <input type="checkbox" name="alerts" defaultChecked={wantsAlerts} /> {alerts}
        </label>
        {actions !== null && (
          <label className="check">
            <input type="checkbox" name="actions" defaultChecked={actions.wanted} /> {actions.label}
          </label>
        )}
        <button type="submit" className="button second">
          {save}
        </button>
      </Form>
    </section>
  );
}
