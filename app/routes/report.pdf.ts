import type { LoaderFunctionArgs } from "@remix-run/node";
import { reportOf } from "#app/paper/report/report.server.ts";
import { noteTaken } from "#app/services/files.server.ts";
import { taking } from "#app/services/taking.server.ts";
import { openPage, refused } from "#app/services/visit.server.ts";

/** The page of the barometer on paper: the same address, the same reader, the same figures. */
export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "barometer");
  const address = new URL(asked.request.url).searchParams;
  return taking(visit, "report", async () => {
    const report = await reportOf(visit, address);
    if (report === null) throw refused(asked, visit.viewer);
    await noteTaken(visit, "report.pdf", address);
    return new Response(report.body, {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="${visit.today}-${report.name}.pdf"`,
        "cache-control": "no-store",
      },
    });
  });
}
