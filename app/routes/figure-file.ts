import type { LoaderFunctionArgs } from "@remix-run/node";
import { charts } from "#app/paper/charts.ts";
import { askedFile, writtenAs } from "#app/paper/file.server.ts";
import { noteTaken } from "#app/services/files.server.ts";
import { taking } from "#app/services/taking.server.ts";
import { openPage, refused } from "#app/services/visit.server.ts";

/** One chart as a file: read again for who asks, by their own rights. */
export async function loader(asked: LoaderFunctionArgs) {
  const file = asked.params.file ?? "";
  const name = askedFile(file);
  const chart = name !== null && Object.hasOwn(charts, name.chart) ? charts[name.chart] : undefined;
  const visit = await openPage(asked, chart?.page);
  const address = new URL(asked.request.url).searchParams;
  return taking(visit, "figure", async () => {
    const sheet = (await chart?.read(visit, address)) ?? null;
    if (name === null || sheet === null) throw refused(asked, visit.viewer);
    await noteTaken(visit, file, address);
    const { type, body } = writtenAs(name.kind, sheet, address);
    return new Response(body, {
      headers: {
        "content-type": type,
        "content-disposition": `attachment; filename="${visit.today}-${name.chart}.${name.kind}"`,
        "cache-control": "no-store",
      },
    });
  });
}
