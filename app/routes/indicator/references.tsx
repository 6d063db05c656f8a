import type { IndicatorReading } from "#app/services/indicator.server.ts";
import { Block } from "#app/ui/block.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";

/** Published figures near this indicator, each labelled for what it is and never tested against. */
export function NearBlock({ references }: Pick<IndicatorReading, "references">) {
  const { t, format } = useReading();
  const keys = [...new Set(references.map(({ reference }) => reference))];
  return (
    <Block
      topic={t("indicator.references")}
      sentence={t("indicator.references.sentence")}
      id="references"
    >
      {keys.map((key) => {
        const figures = references.filter(({ reference }) => reference === key);
        const [first] = figures;
        return (
          <article className="method" key={key}>
            <h3>{first?.name}</h3>
            <div className="prose">
              <p className="label">{t("indicator.references.label")}</p>
              <ul>
                {figures.map(({ key: figure, wording, said, period, spread, note, population }) => (
                  <li key={figure}>
                    {population === "" ? wording : `${wording} (${population})`}{" "}
                    <b>{t("indicator.references.figure", { value: said, period })}</b>
                    {spread !== null && (
                      <small className="quiet">
                        {" "}
                        {t("indicator.references.spread", {
                          low: format.percentPoints(spread[0]),
                          high: format.share(spread[1]),
                        })}
                      </small>
                    )}
                    {note !== null && <small className="quiet"> {note}</small>}
                  </li>
                ))}
              </ul>
              <p>
                <b>{t("indicator.references.comparable")}</b> {first?.comparability}
              </p>
              <p className="quiet">
                {t("indicator.references.sample")} {first?.sample}{" "}
                <Go to={`/methods#reference-${key}`}>{t("indicator.references.more")}</Go>
              </p>
            </div>
          </article>
        );
      })}
    </Block>
  );
}
