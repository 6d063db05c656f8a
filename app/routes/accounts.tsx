import "#app/i18n/words-of-accounts.ts";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { linkAccount, readAccounts } from "#app/services/accounts.server.ts";
import { requireSameOrigin } from "#app/services/same-origin.server.ts";
import { openPage } from "#app/services/visit.server.ts";
import { Block } from "#app/ui/block.tsx";
import { Filters, Select } from "#app/ui/filters.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Typed } from "#app/ui/typed.tsx";
import { LinkedByHand } from "./accounts/linked-by-hand.tsx";
import { Unmatched } from "./accounts/unmatched.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "accounts");
  const { searchParams } = new URL(asked.request.url);
  const reading = await readAccounts(visit, asked.context.steward, {
    connection: searchParams.get("connection") || null,
    after: Math.max(
      0,
      Math.min(Number.parseInt(searchParams.get("after") ?? "0", 10) || 0, 2 ** 31 - 1),
    ),
  });
  return {
    title: titled(visit.language, "accounts.title"),
    noted: searchParams.has("noted"),
    ...reading,
  };
}

/** Notes whose account it is; the night, or the command, does it. */
export async function action(asked: ActionFunctionArgs) {
  requireSameOrigin(asked.request);
  const visit = await openPage(asked, "accounts");
  const form = await asked.request.formData();
  const number = form.get("number");
  const trouble = await linkAccount(visit, asked.context.steward, {
    account: String(form.get("account")),
    number: typeof number === "string" ? number : null,
  });
  if (trouble !== null) return { trouble };
  const address = new URL(asked.request.url);
  address.searchParams.set("noted", "");
  throw redirect(address.pathname + address.search);
}

export const meta = titled.meta;

export default function Accounts() {
  const { unmatched, next, linked, connections, connection, after, noted } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useReading();
  const all = [{ value: "", label: t("accounts.all"), depth: 0 }];
  const named = connections.map(({ key, title }) => ({ value: key, label: title, depth: 0 }));
  const chosen = connections.find(({ key }) => key === connection)?.title ?? t("accounts.all");
  return (
    <>
      <header className="page-head">
        <h1>{t("accounts.title")}</h1>
      </header>
      <p className="lead">{t("accounts.lead")}</p>
      {answer !== undefined && (
        <section className="notice" role="alert" aria-labelledby="trouble">
          <h2 id="trouble">{t("accounts.trouble")}</h2>
          <p>{t(`accounts.trouble.${answer.trouble}`)}</p>
        </section>
      )}
      {noted && answer === undefined && <p role="status">{t("accounts.noted")}</p>}
      <Filters summary={chosen}>
        <Select
          name="connection"
          label={t("accounts.network")}
          value={connection ?? ""}
          options={[...all, ...named]}
        />
      </Filters>
      <Unmatched accounts={unmatched} next={next} connection={connection} after={after} />
      {linked.length > 0 && <LinkedByHand accounts={linked} />}
      <Block topic={t("accounts.file")} sentence={t("accounts.file.sentence")} id="file">
        <div className="prose">
          <p>
            <Go to="/accounts.csv" reloadDocument>
              {t("accounts.file.take")}
            </Go>
          </p>
          <p>{t("accounts.file.addresses")}</p>
          <Typed command="npm run barometer -- accounts list > accounts.csv" />
          <p>{t("accounts.file.back")}</p>
          <Typed command="npm run barometer -- accounts match accounts.csv" />
        </div>
      </Block>
    </>
  );
}
