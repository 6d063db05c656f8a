import type { Right, RightFound, Source } from "../connector.ts";
import { botOf } from "./pull.ts";

export const rights: readonly Right[] = [
  {
    name: "can_read_all_group_messages",
    for: "posts and comments: in privacy mode a bot is sent next to nothing (BotFather, /setprivacy)",
  },
  { name: "administrator", for: "reactions, joinings and leavings, in each group" },
  { name: "getUpdates", for: "everything, where no webhook is set", optional: true },
];

/** Whether the token is good, whether groups are heard, and who is sent the updates. */
export async function* check(source: Source): AsyncGenerator<RightFound> {
  const bot = botOf(source);
  const { result: me } = await bot.get<{ result: { can_read_all_group_messages?: boolean } }>(
    "/getMe",
  );
  const hearsAll = me.can_read_all_group_messages === true;
  yield {
    right: "can_read_all_group_messages",
    held: hearsAll,
    ...(hearsAll ? {} : { note: "heard in full only where the bot is an administrator" }),
  };
  yield {
    right: "administrator",
    held: null,
    note: "a bot is not told which groups it is in: look in each group",
  };
  const { result: webhook } = await bot.get<{
    result: { url: string; pending_update_count: number };
  }>("/getWebhookInfo");
  const waiting = `${webhook.pending_update_count} updates wait`;
  yield {
    right: "getUpdates",
    held: webhook.url === "",
    note:
      webhook.url === "" ? waiting : `a webhook is set, so nothing can be asked for; ${waiting}`,
  };
}
