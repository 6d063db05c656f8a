import type { TeamsReading } from "#app/services/teams.server.ts";
import { Block } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";

interface TierBlockProps {
  readonly tiers: TeamsReading["tiers"];
  readonly measure: string;
}

const tones = {
  above: { className: "over", sign: "▲", tone: "fav" },
  same: { className: undefined, sign: "", tone: undefined },
  below: { className: "under", sign: "▼", tone: "unf" },
} as const;

/** Above, not distinguishable, below: three groups and no ranking. */
export function TierBlock({ tiers, measure }: TierBlockProps) {
  const { t, language } = useReading();
  return (
    <Block topic={`${t("teams.tiers")} · ${measure}`} sentence={tiers.sentence}>
      <div className="tiers full">
        {(["above", "same", "below"] as const).map((tier) => {
          const { className, sign, tone } = tones[tier];
          return (
            <section key={tier} className={className}>
              <h3>
                {sign !== "" && (
                  <span className={tone} aria-hidden="true">
                    {sign}{" "}
                  </span>
                )}
                {t(`teams.tiers.${tier}`)}
              </h3>
              <ul>
                {tiers[tier].map(({ key, names }) => (
                  <li key={key}>{names[language]}</li>
                ))}
                {tiers.others[tier] > 0 && (
                  <li className="quiet">{t("teams.tiers.others", { n: tiers.others[tier] })}</li>
                )}
                {tiers[tier].length === 0 && <li className="quiet">{t("teams.tiers.nobody")}</li>}
              </ul>
            </section>
          );
        })}
      </div>
      <ChartFiles chart="teams-tiers" name={t("teams.tiers")} />
      {tiers.method !== null && (
        <details className="depth full">
          <summary>{t("teams.method")}</summary>
          <p className="label">
            {tiers.method} {t("teams.method.text")}{" "}
            <Go to="/methods#tiers">{t("teams.method.more")}</Go>
          </p>
        </details>
      )}
    </Block>
  );
}
