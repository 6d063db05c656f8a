import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { readNetworks } from "#app/services/networks.server.ts";
import { openPage } from "#app/services/visit.server.ts";
import { useReading } from "#app/ui/reading.ts";
import { Connections } from "./networks/connections.tsx";
import { Coverage } from "./networks/coverage.tsx";
import { Nights } from "./networks/nights.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "networks");
  return { title: titled(visit.language, "networks.title"), ...(await readNetworks(visit)) };
}

export const meta = titled.meta;

export default function Networks() {
  const { connections, verbs, nights, failed, sentence } = useLoaderData<typeof loader>();
  const { t, format, timeZone } = useReading();
  return (
    <>
      <header className="page-head">
        <h1>{t("networks.title")}</h1>
      </header>
      <p className="lead">
        {sentence} <span>{t("networks.lead.rest")}</span>
      </p>
      {failed.length > 0 && (
        <section className="notice" aria-labelledby="failed">
          <h2 id="failed">{t("networks.failed")}</h2>
          <ul className="prose-list">
            {failed.map(({ night, startedAt, network, name, message }) => (
              <li key={`${night} ${name}`}>
                <strong>{network ?? t("networks.step", { name })}</strong>,{" "}
                {format.dateTime(startedAt, timeZone)}
                <br />
                <span lang="en">{message}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Connections connections={connections} />
      {connections.length > 0 && <Coverage connections={connections} verbs={verbs} />}
      <Nights nights={nights} />
    </>
  );
}
