import { Form } from "@remix-run/react";
import type { AccountsReading } from "#app/services/accounts.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { Heads } from "#app/ui/heads.tsx";
import { useReading } from "#app/ui/reading.ts";

/** What a hand has linked, with the way back. Whose they are is nobody's business here. */
export function LinkedByHand({ accounts }: { readonly accounts: AccountsReading["linked"] }) {
  const { t } = useReading();
  return (
    <Block
      topic={t("accounts.hand")}
      sentence={t("accounts.hand.sentence", { n: accounts.length })}
      id="hand"
    >
      <div className="full">
        <Scroll label={t("accounts.hand")}>
          <table className="listing stacked">
            <Heads names={[t("accounts.network"), t("accounts.account"), t("accounts.unlink")]} />
            <tbody>
              {accounts.map(({ account, title, externalId }) => (
                <tr key={account}>
                  <td className="start">{title}</td>
                  <th scope="row" className="start" translate="no">
                    {externalId}
                  </th>
                  <td className="start">
                    <Form method="post" reloadDocument>
                      <input type="hidden" name="account" value={account} />
                      <button
                        type="submit"
                        className="button second"
                        aria-label={t("accounts.unlink.of", { account: externalId })}
                      >
                        {t("accounts.unlink")}
                      </button>
                    </Form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </Block>
  );
}
