import type { BarometerReading } from "#app/services/barometer.server.ts";
import { Block } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

/** How old the figures are: a reader judges them by it. */
export function Fresh({ fresh }: { readonly fresh: BarometerReading["fresh"] }) {
  const { t } = useReading();
  return (
    <Block topic={t("barometer.fresh")} sentence={fresh.sentence}>
      <dl className="fresh full">
        {fresh.facts.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Block>
  );
}
