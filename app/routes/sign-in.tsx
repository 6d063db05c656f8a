import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { requireSameOrigin, safeNext } from "#app/services/same-origin.server.ts";
import { signIn } from "#app/services/sign-in.server.ts";
import { openVisit, sessionHeader } from "#app/services/visit.server.ts";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openVisit(asked);
  const next = safeNext(new URL(asked.request.url).searchParams.get("next"));
  if (visit.viewer !== null) throw redirect(next);
  return { title: titled(visit.language, "signIn.title"), next };
}

export async function action(asked: ActionFunctionArgs) {
  requireSameOrigin(asked.request);
  const form = await asked.request.formData();
  const { web, now } = asked.context;
  const email = String(form.get("email") ?? "");
  const outcome = await signIn(web, { email, password: String(form.get("password") ?? "") }, now);
  if (outcome.state !== "signed-in") {
    return data({ state: outcome.state, email }, outcome.state === "throttled" ? 429 : 401);
  }
  const header = await sessionHeader(asked, outcome.token, outcome.expires);
  const next = safeNext(String(form.get("next") ?? "/"));
  return redirect(next, { headers: { "set-cookie": header } });
}

export const meta = titled.meta;

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t, keep } = useReading();
  return (
    <>
      <h1>{t("signIn.title")}</h1>
      <p className="sentence">{t("signIn.lead")}</p>
      <Form method="post" action={keep("/sign-in")} className="fields" reloadDocument>
        {outcome !== undefined && (
          <p className="notice" role="alert">
            {t(`signIn.${outcome.state}`)}
          </p>
        )}
        <input type="hidden" name="next" value={keep(next)} />
        <label className="field">
          {t("signIn.email")}
          <input
            type="email"
            name="email"
            autoComplete="username"
            required
            defaultValue={outcome?.email}
          />
        </label>
        <label className="field">
          {t("signIn.password")}
          <input type="password" name="password" autoComplete="current-password" required />
        </label>
        <button type="submit" className="button">
          {t("signIn.button")}
        </button>
      </Form>
      <p>
        <Go to="/promise">{t("signIn.promise")}</Go>
      </p>
    </>
  );
}
