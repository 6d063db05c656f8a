import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireSameOrigin } from "#app/services/same-origin.server.ts";
import { signOut } from "#app/services/sign-in.server.ts";
import { missing, sessionHeader, sessionToken } from "#app/services/visit.server.ts";

/** There is nothing to read here: one signs out with a button. */
export function loader(): never {
  throw missing();
}

export async function action(asked: ActionFunctionArgs) {
  requireSameOrigin(asked.request);
  await signOut(asked.context.web, await sessionToken(asked));
  const ended = await sessionHeader(asked, "", new Date(0));
  return redirect("/sign-in", { headers: { "set-cookie": ended } });
}

/** Never drawn: it makes the answer a page rather than a bare status. */
export default function Nothing() {
  return null;
}
