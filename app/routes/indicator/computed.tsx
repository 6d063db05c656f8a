import type { IndicatorReading } from "#app/services/indicator.server.ts";
import { Block } from "#app/ui/block.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";

/** How what stands above was computed, in the words of the page of methods. */
export function Computed({ lines }: { readonly lines: IndicatorReading["computed"] }) {
  const { t } = useReading();
  return (
    <Block topic={t("indicator.computed")} sentence="" id="computed">
      {lines.map(({ key, topic, sentence, plain }) => (
        <details className="depth" key={key}>
          <summary>
            <b>{topic}</b> {sentence}
          </summary>
          <p>
            {plain} <Go to={`/methods#${key}`}>{t("indicator.computed.more")}</Go>
          </p>
        </details>
      ))}
    </Block>
  );
}
