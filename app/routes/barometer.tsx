import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPage } from "#app/services/visit.server.ts";
export async function loader(a: LoaderFunctionArgs) {
  await openPage(a, "barometer");
  return null;
}
export default function B() {
  return <h1>…</h1>;
}
