import { sql } from "kysely";
import { onTestFinished } from "vitest";
import type { Questionnaire, Words } from "#app/model/questionnaire.ts";
import { ensureConnection } from "#db/intake/connection.ts";
import { queueLetters } from "#db/intake/dispatch.ts";
import type { SimulatedChat } from "#fixtures/chats/phone.ts";
import { openChats } from "#jobs/chat/open-chats.ts";
import type { Context } from "#jobs/context.ts";
import { answerAll } from "#jobs/keep-answering.ts";
import { sendLetters } from "#jobs/send-letters.ts";
import { openWave } from "#jobs/waves.ts";
import type { Surroundings } from "./chat-vendors.ts";
import { contextOf } from "./context.ts";
import type { Handles } from "./database.ts";
import { makeCompany } from "./make-company.ts";
import { makeQuestions } from "./make-questions.ts";
import { startReceiving } from "./receiving.ts";

export const publicAddress = "https://barometer.example.org";
const NOW = "2026-10-05T08:00:00Z";

const words = (fr: string, en: string): Words => ({ fr, en });

/** Three questions, and one more for whoever comes by bus. */
export const threeQuestions: Questionnaire = {
  key: "pulse",
  version: 1,
  names: words("Baromètre Été", "Summer barometer"),
  languages: ["fr", "en"],
  sections: [],
  questions: [
    {
      ...{ item: "connected", kind: "agreement", low: 1, high: 5, indicator: "connection" },
      wordings: words("Je me sens relié au siège.", "I feel connected to head office."),
    },
    {
      ...{ item: "recommend", kind: "likelihood", low: 0, high: 10, indicator: null },
      wordings: words("Recommanderiez-vous de travailler ici ?", "Would you recommend us?"),
    },
    {
      ...{ item: "travel", kind: "single", low: null, high: null, indicator: null },
      options: [
        { value: 1, words: words("À pied", "On foot") },
        { value: 2, words: words("En bus", "By bus") },
      ],
      wordings: words("Comment venez-vous ?", "How do you come to work?"),
    },
    {
      ...{ item: "bus-late", kind: "agreement", low: 1, high: 5, indicator: null },
      shownIf: [{ item: "travel", is: [2] }],
      wordings: words("Le bus est à l’heure.", "The bus is on time."),
    },
  ],
};

export interface ChatCompanySettings {
  readonly network: "telegram" | "slack" | "teams" | "whatsapp";
  start(surroundings: Surroundings): Promise<SimulatedChat>;
  /** What the connection is told of the vendor. */
  settings(chat: SimulatedChat): Readonly<Record<string, string>>;
  /** Accounts, each of the person in its place: the first is that of person 1. */
  readonly accounts: readonly string[];
  readonly telephones?: readonly string[];
  readonly mode?: "confidential" | "anonymous";
  readonly answerRule?: "first" | "latest";
  readonly questionnaire?: Questionnaire;
}

export interface ChatCompany {
  readonly context: Context;
  readonly chat: SimulatedChat;
  readonly connectionId: number;
  readonly lines: string[];
  readonly now: () => Date;
  /** Where the network sends what is tapped. */
  readonly webhook: () => string;
  /** Sends everybody who has an account an invitation by it; returns what became of them. */
  invite(): Promise<object>;
  /** What the worker does every two seconds. */
  turn(): Promise<void>;
  wait(milliseconds: number): void;
  /** Answers of the wave as they are stored, by whether they are complete. */
  stored(): Promise<readonly { complete: boolean; answers: readonly (number | null)[] }[]>;
}

/** Twelve people, one open wave, one network, and the receiver it calls: all of them real. */
export async function openChatCompany(
  { database, owner, worker, web }: Pick<Handles, "database" | "owner" | "worker" | "web">,
  made: ChatCompanySettings,
): Promise<ChatCompany> {
  const { network, accounts, mode = "confidential", answerRule = "first" } = made;
  let time = new Date(NOW);
  const now = () => time;
  const lines: string[] = [];
  const context = (): Context => ({
    ...contextOf(database, worker, time.toISOString()),
    log: (line) => void lines.push(line),
  });
  const receiving = await startReceiving(context(), web, now);
  const webhook = () => `${receiving.address}/webhooks/${network}`;
  const chat = await made.start({ webhook, now, page: `${publicAddress}/a/` });
  onTestFinished(() => chat.close());

  await makeCompany(owner, { quay: { people: 12 } });
  await makeQuestions(owner, {
    ...{ key: "october", mode, answerRule },
    questionnaire: made.questionnaire ?? threeQuestions,
  });
  const { db, keys } = context();
  const connectionId = await ensureConnection(db, keys.secrets, {
    ...{ key: network, network, title: network, supplies: [] },
    settings: made.settings(chat),
  });
  for (const [index, account] of accounts.entries()) {
    await sql`
      with account as (
        insert into intake.account (connection_id, external_id) values (${connectionId}, ${account}) returning id
      ), consent as (
        insert into intake.consent (connection_id, member, given, at)
        values (${connectionId}, ${account}, true, ${NOW}::timestamptz - interval '1 day')
      )
      insert into intake.account_link (account_id, person_id, matched_by, valid, import_id)
      select id, ${index + 1}, 'hand', daterange(null, null), 1 from account`.execute(owner);
  }
  await openWave(context(), { wave: "october" });
  return {
    ...{ context: context(), chat, connectionId, lines, now, webhook },
    async invite() {
      await sql`update intake.invitation set channel = ${network}
        where person_id <= ${accounts.length}`.execute(owner);
      const { id } = await owner
        .selectFrom("records.wave")
        .select("id")
        .where("key", "=", "october")
        .executeTakeFirstOrThrow();
      const personIds = accounts.map((_, index) => index + 1);
      await queueLetters(db, { waveId: id, purpose: "invite", dueAt: now(), personIds });
      const ways = await openChats(context());
      return sendLetters(context(), {
        ...{ ways, publicAddress, clock: now },
        wait: async () => {},
      });
    },
    turn: () => answerAll(context(), { publicAddress, mail: null, smsFile: null }),
    wait(milliseconds) {
      time = new Date(time.getTime() + milliseconds);
    },
    async stored() {
      const { rows } = await sql<{ complete: boolean; answers: (number | null)[] }>`
        select complete, answers from intake.response order by answers::text`.execute(owner);
      return rows;
    },
  };
}
