import type { Trouble } from "#app/services/actions.server.ts";
import { useReading } from "#app/ui/reading.ts";

interface ActionTroubleProps {
  /** Which field was not right; null where nothing was. */
  readonly trouble: Trouble | null;
  /** What was done, as a word of the page. */
  readonly done: "actions.saved" | "actions.marks.saved" | "views.saved" | null;
}

/** What became of a form: that it is kept, or what stands in the way. */
export function ActionTrouble({ trouble, done }: ActionTroubleProps) {
  const { t } = useReading();
  if (trouble === null) return done === null ? null : <p role="status">{t(done)}</p>;
  return (
    <section className="notice" role="alert" aria-labelledby="trouble">
      <h2 id="trouble">{t("actions.trouble")}</h2>
      <p>{t(`actions.trouble.${trouble}`)}</p>
    </section>
  );
}
