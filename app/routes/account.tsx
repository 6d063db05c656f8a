import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { isLanguage, languages } from "#app/i18n/language.ts";
import { titled } from "#app/i18n/titled.ts";
import { readAccount } from "#app/services/account.server.ts";
import { chooseMails, readMailForm } from "#app/services/mail-choice.server.ts";
import { requireSameOrigin } from "#app/services/same-origin.server.ts";
import { languageHeader, openPage } from "#app/services/visit.server.ts";
import { useReading } from "#app/ui/reading.ts";
import { MailChoice } from "./account/mail-choice.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked);
  return {
    title: titled(visit.language, "account.title"),
    mails: await readMailForm(visit),
    isKept: new URL(asked.request.url).searchParams.has("kept"),
    ...readAccount(visit),
  };
}

/** Keeps a language on this device, or which mails are wanted; the account itself is the administrator's to change. */
export async function action(asked: ActionFunctionArgs) {
  requireSameOrigin(asked.request);
  const form = await asked.request.formData();
  if (form.get("about") === "mails") {
    await chooseMails(await openPage(asked), form);
    const address = new URL(asked.request.url);
    address.searchParams.set("kept", "");
    return redirect(address.pathname + address.search);
  }
  const language = form.get("language");
  if (!isLanguage(language)) return redirect("/account");
  return redirect("/account", { headers: { "set-cookie": await languageHeader(language) } });
}

export const meta = titled.meta;

export default function Account() {
  const { name, email, roles, scopes, mails, isKept } = useLoaderData<typeof loader>();
  const { t, keep, language } = useReading();
  return (
    <>
      <h1>{t("account.title")}</h1>
      <p className="lead">{t("account.lead", { name })}</p>
      <dl className="fresh">
        <div>
          <dt>{t("account.email")}</dt>
          <dd>{email}</dd>
        </div>
        <div>
          <dt>{t("account.roles")}</dt>
          <dd>{roles.map((role) => t(`role.${role}`)).join(", ") || t("account.noRole")}</dd>
        </div>
        <div>
          <dt>{t("account.scopes")}</dt>
          <dd>
            {scopes.length === 0
              ? t("account.noScope")
              : scopes.map(({ kind, key }) => t(`scope.${kind}`, { key })).join(", ")}
          </dd>
        </div>
      </dl>
      <Form method="post" className="fields" reloadDocument>
        <label className="field">
          {t("language.field")}
          <select name="language" defaultValue={language}>
            {languages.map((one) => (
              <option key={one} value={one} lang={one}>
                {t(`language.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button second">
          {t("account.language.save")}
        </button>
        <p className="label">{t("account.language.kept")}</p>
      </Form>
      {mails !== null && <MailChoice reading={mails} isKept={isKept} />}
      <Form method="post" action={keep("/sign-out")} className="fields" reloadDocument>
        <button type="submit" className="button">
          {t("account.signOut")}
        </button>
      </Form>
    </>
  );
}
