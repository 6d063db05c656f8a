import "#app/i18n/words-of-actions.ts";
import type { ActionLine } from "#app/services/actions.server.ts";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";

/** Actions one below the other, each with what was heard, its facts, and what was measured since. */
export function ActionList({ actions }: { readonly actions: readonly ActionLine[] }) {
  return (
    <ul className="action-list full">
      {actions.map((one) => (
        <li key={one.id} id={`action-${one.id}`}>
          <ActionItem action={one} />
        </li>
      ))}
    </ul>
  );
}

function ActionItem({ action }: { readonly action: ActionLine }) {
  const { t, format } = useReading();
  const { doing, heard, measured, endedOn, startedOn } = action;
  const facts = [
    [t("actions.population"), action.populationName],
    [t("actions.owner"), action.owner],
    [t("actions.due"), format.day(action.dueOn)],
    ...(startedOn === null ? [] : [[t("actions.started"), format.day(startedOn)]]),
    ...(endedOn === null ? [] : [[t("actions.ended"), format.day(endedOn)]]),
    ...(action.indicatorName === null ? [] : [[t("actions.indicator"), action.indicatorName]]),
  ];
  return (
    <article>
      <h3 lang={doing.language}>{doing.text}</h3>
      <p className="state">
        <b>{t(`actions.state.${action.state}`)}</b>
        {action.isLate && <strong>{t("actions.late")}</strong>}
        {action.onBoard && <span>{t("actions.onBoard")}</span>}
      </p>
      <p>
        <b>{t("actions.heard")}</b> <q lang={heard.language}>{heard.text}</q>
      </p>
      <dl>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {measured !== null && (
        <p className="measured">
          <b>{t("actions.since")}</b> {measured}
        </p>
      )}
      {action.mayChange && (
        <p className="on-screen">
          <Go
            to={`/actions?change=${action.id}#write`}
            aria-label={t("actions.change.of", { name: doing.text })}
          >
            {t("actions.change")}
          </Go>
        </p>
      )}
    </article>
  );
}
