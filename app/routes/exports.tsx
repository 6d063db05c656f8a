import "#app/i18n/words-of-exports.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { teller } from "#app/i18n/said/read.ts";
import { titled } from "#app/i18n/titled.ts";
import { columns } from "#app/services/exports/columns.ts";
import { readExports } from "#app/services/exports.server.ts";
import { openPage, refused } from "#app/services/visit.server.ts";
import { HiddenWhy } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Choices } from "./exports/choices.tsx";
import { Codebook } from "./exports/codebook.tsx";
import { Preview } from "./exports/preview.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "exports");
  const address = new URL(asked.request.url).searchParams;
  const reading = await readExports(visit.viewer, address, visit);
  if (reading === null) throw refused(asked, visit.viewer);
  const tell = teller(visit.language);
  const { exact } = reading;
  return {
    title: titled(visit.language, "exports.title"),
    ...reading,
    columns: columns.map((key) => ({ key, meaning: tell(`exports.column.${key}`, { exact }) })),
  };
}

export const meta = titled.meta;

export default function Exports() {
  const reading = useLoaderData<typeof loader>();
  const { t, keep } = useReading();
  const { search } = useLocation();
  const released = reading.waves.length > 0 || reading.weeks.length > 0;
  return (
    <>
      <header className="page-head">
        <h1>{t("exports.title")}</h1>
      </header>
      {released && <Choices reading={reading} />}
      <p className="lead">
        {t("exports.lead")} <span>{t("exports.lead.rest")}</span>
      </p>
      {released ? (
        <>
          <p>
            {/* A file is no page: the browser fetches it by itself, scripts or none. */}
            <a className="button" href={keep(`/exports.csv${search}`)} download>
              {t("exports.download")}
            </a>
          </p>
          <p className="label noted">{t("exports.noted")}</p>
          <Preview rows={reading.rows} />
          <HiddenWhy />
        </>
      ) : (
        <p className="notice">{t("exports.preview.empty")}</p>
      )}
      <Codebook codebook={reading.codebook} keys={reading.keys} columns={reading.columns} />
    </>
  );
}
