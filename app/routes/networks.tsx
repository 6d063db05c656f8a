import "#app/i18n/words-of-networks.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { readAlerts } from "#app/services/alerts.server.ts";
import { readNetworks } from "#app/services/networks.server.ts";
import { openPage } from "#app/services/visit.server.ts";
import { Alerts } from "#app/ui/alerts.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Connections } from "./networks/connections.tsx";
import { Coverage } from "./networks/coverage.tsx";
import { FailedSteps } from "./networks/failed.tsx";
import { Nights } from "./networks/nights.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "networks");
  const [reading, alerts] = await Promise.all([
    readNetworks(visit),
    // What failed is told below, step by step.
    readAlerts(visit.viewer, ["network"], visit),
  ]);
  return { title: titled(visit.language, "networks.title"), alerts, ...reading };
}

export const meta = titled.meta;

export default function Networks() {
  const { alerts, connections, facts, coverage, nights, failed, sentence } =
    useLoaderData<typeof loader>();
  const { t } = useReading();
  return (
    <>
      <header className="page-head">
        <h1>{t("networks.title")}</h1>
      </header>
      <p className="lead">
        {sentence} <span>{t("networks.lead.rest")}</span>
      </p>
      {alerts !== null && <Alerts {...alerts} />}
      {failed.length > 0 && <FailedSteps failed={failed} />}
      <Connections connections={connections} />
      <Coverage coverage={coverage} facts={facts} />
      <Nights nights={nights} />
    </>
  );
}
