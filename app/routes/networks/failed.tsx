import type { NetworksReading } from "#app/services/networks.server.ts";
import { useReading } from "#app/ui/reading.ts";

type Failed = NetworksReading["failed"][number];

/** What went wrong in the last nights: which network, why, since when, and what to do. */
export function FailedSteps({ failed }: { readonly failed: readonly Failed[] }) {
  const { t } = useReading();
  return (
    <section className="notice" aria-labelledby="failed">
      <h2 id="failed">{t("networks.failed")}</h2>
      <ul className="prose-list">
        {failed.map((step) => (
          <li key={`${step.night} ${step.name} ${step.trouble}`}>
            <Why step={step} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Why({ step }: { readonly step: Failed }) {
  const { t, format, timeZone } = useReading();
  const { startedAt, since, nights, network, name, message, trouble, status } = step;
  const at = format.dateTime(startedAt, timeZone);
  const when =
    nights === 1
      ? at
      : t("networks.trouble.nights", {
          n: nights,
          from: format.dateTime(since, timeZone),
          to: at,
        });
  if (network === null || trouble === null) {
    return (
      <>
        <strong>{network ?? t("networks.step", { name })}</strong>, {when}
        <br />
        <span lang="en">{message}</span>
      </>
    );
  }
  const reason = t(`networks.trouble.${trouble}`);
  return (
    <>
      <strong>
        {status === null
          ? t("networks.trouble", { network, reason })
          : t("networks.trouble.status", { network, reason, status: String(status) })}
      </strong>{" "}
      {t("networks.trouble.do", { advice: t(`networks.trouble.${trouble}.do`) })}{" "}
      <Since step={step} />
      <details>
        <summary>
          {t("networks.trouble.detail")}, {when}
        </summary>
        <span lang="en">{message}</span>
      </details>
    </>
  );
}

/** Since when it is not read: the question whoever finds it failing asks first. */
function Since({ step: { startedAt, coveredTo } }: { readonly step: Failed }) {
  const { t, format, timeZone } = useReading();
  if (coveredTo === null) return t("networks.trouble.never");
  const at = format.dateTime(coveredTo, timeZone);
  return t(coveredTo > startedAt ? "networks.trouble.over" : "networks.trouble.since", { at });
}
