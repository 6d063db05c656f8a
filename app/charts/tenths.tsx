import { useReading } from "#app/ui/reading.ts";

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** A share of few people as ten dots: no more precise than it is. */
export function Tenths({ value }: { readonly value: number }) {
  const { t } = useReading();
  const n = Math.round(value * 10);
  return (
    <span className="tenths" role="img" aria-label={t("figure.tenths", { n })}>
      {TEN.map((dot) => (
        <i key={dot} className={dot <= n ? "on" : undefined} />
      ))}
    </span>
  );
}
