import type { BarometerReading } from "#app/services/barometer.server.ts";
import { Block, Facts } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

/** How old the figures are: a reader judges them by it. */
export function Fresh({ fresh }: { readonly fresh: BarometerReading["fresh"] }) {
  const { t } = useReading();
  return (
    <Block topic={t("barometer.fresh")} sentence={fresh.sentence}>
      <Facts facts={fresh.facts} />
    </Block>
  );
}
