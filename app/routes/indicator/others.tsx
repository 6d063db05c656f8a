import { useLocation } from "@remix-run/react";
import { type Indicator, indicators } from "#app/model/indicator.ts";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";

interface OthersProps {
  readonly current: Indicator;
  /** Those that were asked; the others would be empty pages. */
  readonly asked: readonly Indicator[];
}

/** The way to the other indicators, at the same wave and of the same population. */
export function Others({ current, asked }: OthersProps) {
  const { t } = useReading();
  const { search } = useLocation();
  return (
    <nav aria-label={t("indicator.others")}>
      <ul className="key tabs">
        {indicators
          .filter((one) => one === current || asked.includes(one))
          .map((one) => (
            <li key={one}>
              <Go
                to={`/indicators/${one}${search}`}
                aria-current={one === current ? "page" : undefined}
              >
                {t(`measure.${one}`)}
              </Go>
            </li>
          ))}
      </ul>
    </nav>
  );
}
