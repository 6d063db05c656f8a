import type { MethodsReading } from "#app/services/methods.server.ts";
import { Scroll } from "#app/ui/block.tsx";
import { Formula } from "#app/ui/formula.tsx";
import { useReading } from "#app/ui/reading.ts";
import { formulas } from "./formulas.ts";

type Method = MethodsReading["families"][number]["methods"][number];

/** One method: in words, with an example, then the formula and all that goes with it. */
export function MethodEntry({ method }: { readonly method: Method }) {
  const { t } = useReading();
  const { key, topic, sentence, plain, example, depth, awaited } = method;
  const lines = formulas[key];
  return (
    <article className="method" id={key} aria-labelledby={`${key}-topic`}>
      <h3 id={`${key}-topic`}>
        <a href={`#${key}`}>{topic}</a>
      </h3>
      <p className="sentence">{sentence}</p>
      <div className="prose">
        {awaited && <p className="label">{t("methods.awaited")}</p>}
        <p>{plain}</p>
        <p className="example">
          <b>{t("methods.example")}</b> {example}
        </p>
        <details className="depth">
          <summary>{t("methods.depth")}</summary>
          {lines !== undefined && (
            <Scroll label={t("methods.formula", { topic })}>
              <div className="formula">
                <Formula lines={lines} />
              </div>
            </Scroll>
          )}
          <dl className="facets">
            {depth.map(({ facet, text }) => (
              <div key={facet}>
                <dt>{t(`methods.facet.${facet}`)}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
    </article>
  );
}
