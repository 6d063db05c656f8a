import { useReading } from "#app/ui/reading.ts";

interface OutcomeProps {
  /** Which field was not right, or why nothing was asked. */
  readonly trouble: string | null;
  readonly done: "waves.asked" | "waves.kept" | null;
}

const troubles = [
  "unknown",
  "waiting",
  "key",
  "names",
  "hours",
  "day",
  "order",
  "share",
  "reminders",
  "question",
  "duration",
  "language",
  "guess",
  "late",
  "nobody",
] as const;

/** What became of a form: that it is asked, or what stands in the way. */
export function Outcome({ trouble, done }: OutcomeProps) {
  const { t } = useReading();
  if (trouble !== null) {
    const word = troubles.find((one) => one === trouble) ?? "unknown";
    return (
      <section className="notice" role="alert" aria-labelledby="trouble">
        <h2 id="trouble">{t("waves.trouble")}</h2>
        <p>{t(`waves.trouble.${word}`)}</p>
      </section>
    );
  }
  return done === null ? null : <p role="status">{t(done)}</p>;
}
