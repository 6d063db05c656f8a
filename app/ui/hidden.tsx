import { Go } from "./go.tsx";
import { useReading } from "./reading.ts";

/** What is hidden looks the same everywhere: one hatch, one word. */
export function HiddenCell() {
  const { t } = useReading();
  return (
    <td className="hidden">
      <span>{t("figure.hidden")}</span>
    </td>
  );
}

/** The same, in the middle of a sentence. */
export function HiddenWord() {
  const { t } = useReading();
  return (
    <span className="hidden hidden-word">
      <span>{t("figure.hidden")}</span>
    </span>
  );
}

/** The one explanation there is, a click away from every hidden cell. */
export function HiddenWhy() {
  const { t } = useReading();
  return (
    <div className="notice full" id="hidden">
      <h3>{t("hidden.title")}</h3>
      <p>
        {t("hidden.text")} <Go to="/promise">{t("nav.promise")}</Go>.
      </p>
    </div>
  );
}
