import type { LoaderFunctionArgs } from "@remix-run/node";
import { streamOf } from "#app/services/exports/stream.ts";
import { exportFigures } from "#app/services/exports.server.ts";
import { openPage, refused } from "#app/services/visit.server.ts";

/** The file itself: no page, and nothing of it is kept on the way. */
export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "exports");
  const { request, context } = asked;
  const file = await exportFigures(visit.viewer, new URL(request.url).searchParams, visit);
  if (file === null) throw refused(asked, visit.viewer);
  return new Response(streamOf(file.pieces, { signal: request.signal, ...context }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${file.name}"`,
      "cache-control": "no-store",
    },
  });
}
