import { useReading } from "#app/ui/reading.ts";

/** How long something took, as it is said: `12 s`, `3 min 20 s`. */
export function useDuration(): (seconds: number) => string {
  const { t } = useReading();
  return (seconds) =>
    seconds < 60
      ? t("networks.seconds", { s: seconds })
      : t("networks.minutes", { min: Math.floor(seconds / 60), s: seconds % 60 });
}
