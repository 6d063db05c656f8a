import { useReading } from "#app/ui/reading.ts";
import type { Difference } from "./difference.ts";

const swatches = { above2: "f2", above1: "f1", below1: "u1", below2: "u2" };

/** The tint of a cell that is really above or below. */
export function verdictClass({ verdict, displayed }: Difference): string {
  const strong = Math.abs(Math.round(displayed * 100)) >= 10;
  return `${verdict === "above" ? "f" : "u"}${strong ? 2 : 1}`;
}

/** What the tints of a map mean. */
export function MapKey() {
  const { t } = useReading();
  return (
    <ul className="key">
      {(["above2", "above1", "below1", "below2"] as const).map((tint) => (
        <li key={tint}>
          <span className={`swatch ${swatches[tint]}`} />
          {t(`key.${tint}`)}
        </li>
      ))}
      <li>
        <span className="swatch hidden" />
        <a href="#hidden">{t("hidden.link")}</a>
      </li>
    </ul>
  );
}
