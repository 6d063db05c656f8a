import { Form } from "@remix-run/react";
import type { AccountsReading } from "#app/services/accounts.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";

interface UnmatchedProps {
  readonly accounts: AccountsReading["unmatched"];
  readonly next: number | null;
  readonly connection: string | null;
  readonly after: number;
}

/** A page of accounts nobody could be found for, each with a place for the HR number. */
export function Unmatched({ accounts, next, connection, after }: UnmatchedProps) {
  const { t } = useReading();
  const n = accounts.length;
  const sentence = n === 0 ? t("accounts.unmatched.none") : t("accounts.unmatched.sentence", { n });
  const page = (from: number) =>
    `/accounts?${new URLSearchParams({ connection: connection ?? "", after: String(from) })}`;
  return (
    <Block topic={t("accounts.unmatched")} sentence={sentence} id="unmatched">
      {n > 0 && (
        <div className="full">
          <Scroll label={t("accounts.region")}>
            <table className="listing stacked">
              <thead>
                <tr>
                  {(["network", "account", "reason", "asked", "number"] as const).map((column) => (
                    <th key={column} scope="col" className="start">
                      {t(`accounts.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {accounts.map((account) => (
                  <Line key={account.account} account={account} />
                ))}
              </tbody>
            </table>
          </Scroll>
          <p className="noted">
            {after > 0 && <Go to={page(0)}>{t("accounts.first")}</Go>}{" "}
            {next !== null && <Go to={page(next)}>{t("accounts.next")}</Go>}
          </p>
        </div>
      )}
    </Block>
  );
}

function Line({ account }: { readonly account: AccountsReading["unmatched"][number] }) {
  const { t } = useReading();
  const { externalId, reason, asked } = account;
  return (
    <tr>
      <td className="start">{account.title}</td>
      <th scope="row" className="start" translate="no">
        {externalId}
      </th>
      <td className="start meaning">{t(`accounts.reason.${reason}`)}</td>
      <td className="start">{asked === null ? "" : t(`accounts.asked.${asked}`)}</td>
      <td className="start">
        <Form method="post" className="in-line" reloadDocument>
          <input type="hidden" name="account" value={account.account} />
          <input
            name="number"
            required
            maxLength={100}
            autoComplete="off"
            aria-label={t("accounts.number.of", { account: externalId })}
          />
          <button
            type="submit"
            className="button second"
            aria-label={t("accounts.link.of", { account: externalId })}
          >
            {t("accounts.link")}
          </button>
        </Form>
      </td>
    </tr>
  );
}
