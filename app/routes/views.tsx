import "#app/i18n/words-of-actions.ts";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { requireSameOrigin } from "#app/services/same-origin.server.ts";
import { keepView, readViews } from "#app/services/views.server.ts";
import { openPage } from "#app/services/visit.server.ts";
import { Block } from "#app/ui/block.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Stacked, TakeAway } from "#app/ui/stacked.tsx";
import { ActionTrouble } from "./actions/trouble.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "views");
  const { searchParams } = new URL(asked.request.url);
  return {
    title: titled(visit.language, "views.title"),
    saved: searchParams.has("saved"),
    ...(await readViews(visit, searchParams.get("of"))),
  };
}

/** Keeps an address under a name, or takes one away. */
export async function action(asked: ActionFunctionArgs) {
  requireSameOrigin(asked.request);
  const visit = await openPage(asked, "views");
  const form = await asked.request.formData();
  const trouble = await keepView(visit, form);
  if (trouble !== null) return { trouble };
  const after = new URLSearchParams();
  if (!form.has("wish")) after.set("saved", "");
  if (visit.addressLanguage !== null) after.set("lang", visit.addressLanguage);
  throw redirect(after.size === 0 ? "/views" : `/views?${after}`);
}

export const meta = titled.meta;

export default function Views() {
  const { views, address, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, keep } = useReading();
  return (
    <>
      <header className="page-head">
        <h1>{t("views.title")}</h1>
      </header>
      <p className="lead">
        {t("views.lead")} <span>{t("views.rest")}</span>
      </p>
      <ActionTrouble trouble={answer?.trouble ?? null} done={saved ? "views.saved" : null} />
      <Block
        topic={t("views.list")}
        sentence={t(views.length === 0 ? "views.none" : "views.list.sentence")}
        id="views"
      >
        {views.length > 0 && (
          <Stacked
            label={t("views.list")}
            columns={(["name", "address", "forget"] as const).map((one) => t(`views.${one}`))}
          >
            {views.map((view) => (
              <tr key={view.id}>
                <th scope="row" className="start meaning">
                  <Go to={view.address}>
                    <bdi>{view.name}</bdi>
                  </Go>
                </th>
                <td className="start meaning" data-column={t("views.address")}>
                  <span className="address">{view.address}</span>
                </td>
                <TakeAway
                  to="/views"
                  wish="forget"
                  field="view"
                  value={view.id}
                  label={t("views.forget")}
                  named={t("views.forget.of", { name: view.name })}
                />
              </tr>
            ))}
          </Stacked>
        )}
      </Block>
      <Block topic={t("views.keep")} sentence={t("views.keep.sentence")} id="keep">
        <Form
          method="post"
          action={keep("/views")}
          reloadDocument
          key={address}
          className="wish-fields full"
        >
          <label className="field">
            {t("views.name")}
            <input type="text" name="name" dir="auto" required maxLength={80} autoComplete="off" />
          </label>
          <label className="field wide">
            {t("views.address")}
            <input type="text" name="address" required maxLength={2000} defaultValue={address} />
          </label>
          <button type="submit" className="button">
            {t("views.save")}
          </button>
        </Form>
      </Block>
    </>
  );
}
