import type { LoaderFunctionArgs } from "@remix-run/node";
import { unmatchedCsv } from "#app/services/accounts.server.ts";
import { streamOf } from "#app/services/exports/stream.ts";
import { openPage } from "#app/services/visit.server.ts";

/** The accounts that belong to nobody known, as a file to fill in. */
export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "accounts");
  const { request, context } = asked;
  const pieces = unmatchedCsv(visit, context.steward);
  return new Response(streamOf(pieces, { signal: request.signal, ...context }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="accounts-${visit.today}.csv"`,
      "cache-control": "no-store",
    },
  });
}
