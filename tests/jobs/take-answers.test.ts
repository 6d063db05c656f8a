import { sql } from "kysely";
import { describe, expect } from "vitest";
import { closeWave } from "#jobs/waves.ts";
import {
  type ChatCompanySettings,
  openChatCompany,
  publicAddress,
} from "#tests/support/chat-company.ts";
import {
  ada,
  bob,
  secrets,
  startSlack,
  startTeams,
  startTelegram,
  startWhatsapp,
} from "#tests/support/chat-vendors.ts";
import { test } from "#tests/support/database.ts";

const telegram: ChatCompanySettings = {
  network: "telegram",
  start: startTelegram,
  settings: ({ url }) => ({ ...secrets.telegram, url, writes: "yes" }),
  accounts: [ada.telegram, bob.telegram],
};
const slack: ChatCompanySettings = {
  network: "slack",
  start: startSlack,
  settings: ({ url }) => ({ ...secrets.slack, url, writes: "yes" }),
  accounts: [ada.slack, bob.slack],
};
const whatsapp: ChatCompanySettings = {
  network: "whatsapp",
  start: startWhatsapp,
  settings: ({ url }) => ({
    ...secrets.whatsapp,
    ...{ url, verifyToken: "ours", template: "barometer", price: "0.0508 EUR" },
  }),
  accounts: [ada.userId, bob.userId],
};

describe("Telegram", () => {
  test("one message asks one question after another, and keeps no answer", async ({
    database,
    owner,
    worker,
    web,
  }) => {
    const { chat, invite, turn, stored } = await openChatCompany(
      { database, owner, worker, web },
      telegram,
    );
    expect(await invite()).toMatchObject({ sent: 2, unreachable: 0 });
    const shown = () => chat.inbox(ada.telegram).at(-1)?.text ?? "";
    expect(shown()).toContain("Je me sens relié au siège.");
    const tap = async (choice: string) => {
      expect((await chat.tap(ada.telegram, choice)).status).toBe(200);
      await turn();
    };
    await tap("Plutôt d’accord");
    expect(shown()).toBe(
      "Recommanderiez-vous de travailler ici ?\n0 = Pas du tout probable · 10 = Extrêmement probable",
    );
    expect(await stored()).toEqual([{ complete: false, answers: [4, null, null, null] }]);
    await tap("9");
    await tap("En bus");
    expect(shown()).toContain("Le bus est à l’heure.");
    await tap("Sans réponse");
    expect(shown()).toContain("C’était la dernière question.");
    expect((await stored())[0]?.complete).toBe(false);
    await tap("Envoyer");
    expect(await stored()).toEqual([{ complete: true, answers: [4, 9, 2, null] }]);
    expect(shown()).toBe("Merci, c’est enregistré.");
    expect(chat.inbox(ada.telegram).length).toBe(1);
    expect(chat.hints(ada.telegram)).toEqual(["", "", "", "", ""]);
    // Bob was asked and has said nothing.
    expect(chat.inbox(bob.telegram).at(-1)?.text).toContain("Je me sens relié au siège.");
  });

  test("an answer is gone back to, changed and taken back until it is sent", async ({
    database,
    owner,
    worker,
    web,
  }) => {
    const { chat, invite, turn, stored } = await openChatCompany(
      { database, owner, worker, web },
      telegram,
    );
    await invite();
    for (const choice of ["Plutôt d’accord", "9", "Revenir", "Revenir", "Pas du tout d’accord"]) {
      await chat.tap(ada.telegram, choice);
      await turn();
    }
    expect(await stored()).toEqual([{ complete: false, answers: [1, 9, null, null] }]);
    await chat.tap(ada.telegram, "Sans réponse");
    await turn();
    expect(await stored()).toEqual([{ complete: false, answers: [1, null, null, null] }]);
  });

  test("where the latest answer counts, minds are changed until the wave ends", async ({
    database,
    owner,
    worker,
    web,
  }) => {
    const { chat, invite, turn, stored } = await openChatCompany(
      { database, owner, worker, web },
      { ...telegram, answerRule: "latest" },
    );
    await invite();
    const tap = async (choice: string) => {
      await chat.tap(ada.telegram, choice);
      await turn();
    };
    for (const choice of ["Plutôt d’accord", "9", "À pied"]) await tap(choice);
    expect(await stored()).toEqual([{ complete: true, answers: [4, 9, 1, null] }]);
    expect(chat.inbox(ada.telegram).at(-1)?.text).toContain("Vous pouvez changer d’avis");
    await tap("Revoir mes réponses");
    await tap("Pas du tout d’accord");
    expect(await stored()).toEqual([{ complete: true, answers: [1, 9, 1, null] }]);
  });
});

describe("Slack", () => {
  test("all questions stand in one message, and an answer is acknowledged to one person alone", async ({
    database,
    owner,
    worker,
    web,
  }) => {
    const { chat, invite, turn, stored } = await openChatCompany(
      { database, owner, worker, web },
      slack,
    );
    expect(await invite()).toMatchObject({ sent: 2 });
    const [letter] = chat.inbox(ada.slack);
    expect(letter?.text).toContain("Je me sens relié au siège.");
    expect(letter?.text).not.toContain("Le bus est à l’heure.");
    expect(letter?.links).toEqual([expect.stringMatching(`^${publicAddress}/a/[0-9a-z]{20}$`)]);
    const tap = async (choice: string) => {
      expect((await chat.tap(ada.slack, choice)).status).toBe(200);
      await turn();
    };
    await tap("Plutôt d’accord");
    expect(chat.hints(ada.slack)).toEqual(["C’est noté."]);
    await tap("En bus");
    expect(chat.inbox(ada.slack).at(-1)?.text).toContain("Le bus est à l’heure.");
    await tap("Plutôt pas d’accord");
    await tap("10");
    expect(chat.hints(ada.slack).at(-1)).toContain("Vos réponses comptent une fois envoyées");
    await tap("Envoyer");
    expect(chat.hints(ada.slack).at(-1)).toBe("Merci, c’est enregistré.");
    expect(await stored()).toContainEqual({ complete: true, answers: [4, 10, 2, 2] });
  });
});

describe("Teams", () => {
  test("a card is chosen in and sent whole, and believed only with Microsoft's signature", async ({
    database,
    owner,
    worker,
    web,
  }) => {
    const teams: { current: Awaited<ReturnType<typeof startTeams>> | null } = { current: null };
    const { invite, turn, stored } = await openChatCompany(
      { database, owner, worker, web },
      {
        network: "teams",
        start: async (surroundings) => {
          teams.current = await startTeams(surroundings);
          return teams.current;
        },
        settings: ({ url }) => ({
          ...secrets.teams,
          ...{ clientId: "c", clientSecret: "s", service: url, login: url },
          botKeys: `${url}/v1/.well-known/openidconfiguration`,
        }),
        accounts: [ada.teams],
      },
    );
    expect(await invite()).toMatchObject({ sent: 1 });
    const chat = teams.current;
    if (chat === null) throw new Error("Teams did not start");
    for (const choice of ["Plutôt d’accord", "7", "À pied"]) chat.choose(ada.teams, choice);
    const claims = [
      { aud: "another-bot" },
      { iss: "https://sts.windows.net/x/" },
      { exp: 1_700_000_000 },
      { nbf: 1_900_000_000 },
      { serviceurl: "https://elsewhere.example.org" },
    ];
    for (const wrong of claims) {
      chat.forge(wrong);
      expect((await chat.tap(ada.teams, "Envoyer")).status, JSON.stringify(wrong)).toBe(401);
    }
    await turn();
    expect(await stored()).toEqual([]);
    chat.forge({});
    const answer = await chat.tap(ada.teams, "Envoyer");
    expect(await answer.json()).toMatchObject({ statusCode: 200, value: "✓" });
    await turn();
    expect(await stored()).toEqual([{ complete: true, answers: [4, 7, 1, null] }]);
    expect(chat.inbox(ada.teams).at(-1)?.text).toBe("Merci, c’est enregistré.");
  });
});

describe("WhatsApp", () => {
  test("a template opens the conversation, lists ask, and STOP ends it", async ({
    database,
    owner,
    worker,
    web,
  }) => {
    const company = await openChatCompany({ database, owner, worker, web }, whatsapp);
    const { chat, invite, turn, stored } = company;
    expect(await invite()).toMatchObject({ sent: 2 });
    expect(chat.inbox(ada.number).length).toBe(1);
    const tap = async (choice: string) => {
      expect((await chat.tap(ada.number, choice)).status).toBe(200);
      await turn();
    };
    await tap("begin");
    expect(chat.inbox(ada.number).at(-1)?.text).toContain("Je me sens relié au siège.");
    await tap("Plutôt d’accord");
    // Eleven points do not fit into one list.
    expect(
      chat
        .inbox(ada.number)
        .slice(-2)
        .map(({ text }) => text.slice(-5)),
    ).toEqual(["(1/2)", "(2/2)"]);
    await tap("3");
    await tap("En bus");
    await tap("Tout à fait d’accord");
    await tap("Envoyer");
    expect(await stored()).toEqual([{ complete: true, answers: [4, 3, 2, 5] }]);
    await tap("STOP");
    const { rows } =
      await sql`select given from intake.consent where member = ${ada.userId}`.execute(owner);
    expect(rows).toEqual([{ given: false }]);
  });
});

test("a message that WhatsApp could not bring after all goes by the next channel", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const meta: { current: Awaited<ReturnType<typeof startWhatsapp>> | null } = { current: null };
  const { invite, turn, lines } = await openChatCompany(
    { database, owner, worker, web },
    {
      ...whatsapp,
      start: async (surroundings) => {
        meta.current = await startWhatsapp(surroundings);
        return meta.current;
      },
    },
  );
  await invite();
  expect((await meta.current?.fails(ada.number, 131026))?.status).toBe(200);
  await turn();
  const { rows } = await sql`
    select d.person_id, d.state, d.tried, i.channel from intake.dispatch d
    join intake.invitation i on i.person_id = d.person_id order by 1`.execute(owner);
  expect(rows).toEqual([
    { personId: 1, state: "waiting", tried: ["whatsapp"], channel: "code" },
    { personId: 2, state: "sent", tried: [], channel: "whatsapp" },
  ]);
  expect(lines.join()).toContain("1 undelivered");
});

test("what WhatsApp could not bring is not forgotten when the worker ends before it goes another way", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const meta: { current: Awaited<ReturnType<typeof startWhatsapp>> | null } = { current: null };
  const { invite, turn } = await openChatCompany(
    { database, owner, worker, web },
    {
      ...whatsapp,
      start: async (surroundings) => {
        meta.current = await startWhatsapp(surroundings);
        return meta.current;
      },
    },
  );
  await invite();
  await meta.current?.fails(ada.number, 131026);
  await sql`create function public.broken() returns trigger language plpgsql as
    $$ begin raise exception 'the line is cut' using errcode = '57P01'; end $$`.execute(owner);
  await sql`create trigger broken before update on intake.dispatch
    for each row execute function public.broken()`.execute(owner);
  await turn();
  await sql`drop function public.broken() cascade`.execute(owner);
  await turn();
  const { rows } = await sql`
    select state, tried from intake.dispatch where person_id = 1`.execute(owner);
  expect(rows).toEqual([{ state: "waiting", tried: ["whatsapp"] }]);
});

describe("whatever the network", () => {
  test("the same delivery a week later, and twice at once, counts once", async ({
    database,
    owner,
    worker,
    web,
  }) => {
    const { chat, invite, turn, stored, wait } = await openChatCompany(
      { database, owner, worker, web },
      telegram,
    );
    await invite();
    await chat.tap(ada.telegram, "Plutôt d’accord");
    await Promise.all([chat.again(), chat.again(), turn(), turn()]);
    await turn();
    await chat.tap(ada.telegram, "9");
    await turn();
    wait(7 * 86_400_000);
    await chat.again();
    await turn();
    expect(await stored()).toEqual([{ complete: false, answers: [4, 9, null, null] }]);
  });

  test("an answer after the end is refused kindly, and counted as late", async ({
    database,
    owner,
    worker,
    web,
  }) => {
    const { chat, invite, turn, stored, context, wait } = await openChatCompany(
      { database, owner, worker, web },
      telegram,
    );
    await invite();
    await closeWave(context, { wave: "october" });
    await chat.tap(ada.telegram, "Plutôt d’accord");
    await turn();
    expect(await stored()).toEqual([]);
    expect(chat.inbox(ada.telegram).at(-1)?.text).toContain("C’est terminé.");
    const { rows } = await sql`
      select w.late, (select count(*)::integer from intake.chat_ask a where a.person_id is not null) as known
      from records.wave w`.execute(owner);
    expect(rows).toEqual([{ late: 1, known: 0 }]);
    wait(31 * 86_400_000);
    await turn();
    const { rows: left } = await sql`select from intake.chat_ask`.execute(owner);
    expect(left).toEqual([]);
  });

  test("in an anonymous wave only the link is sent, and no question is remembered", async ({
    database,
    owner,
    worker,
    web,
  }) => {
    const { chat, invite } = await openChatCompany(
      { database, owner, worker, web },
      { ...telegram, mode: "anonymous" },
    );
    expect(await invite()).toMatchObject({ sent: 2 });
    const [letter] = chat.inbox(ada.telegram);
    expect(letter?.choices).toEqual([]);
    expect(letter?.links.length).toBe(1);
    const { rows } = await sql`select from intake.chat_ask`.execute(owner);
    expect(rows).toEqual([]);
  });

  test("what somebody else's account answers counts for nobody", async ({
    database,
    owner,
    worker,
    web,
  }) => {
    const { chat, invite, turn, stored, lines, webhook } = await openChatCompany(
      { database, owner, worker, web },
      telegram,
    );
    await invite();
    const [letter] = chat.inbox(ada.telegram);
    const token = letter?.choices[0]?.value.replace(/:.*/, "") ?? "";
    // Bob's telephone is shown Ada's buttons, as if they had been passed on.
    const update = {
      update_id: 1,
      callback_query: {
        id: "77",
        from: { id: Number(bob.telegram), is_bot: false },
        data: `${token}:5`,
        message: {
          message_id: 1,
          chat: { id: Number(bob.telegram), type: "private" },
          date: 1_791_000_000,
        },
      },
    };
    expect(token).not.toBe("");
    const sent = await fetch(webhook(), {
      method: "POST",
      body: JSON.stringify(update),
      headers: { "x-telegram-bot-api-secret-token": secrets.telegram.secret },
    });
    expect(sent.status).toBe(200);
    await turn();
    expect(await stored()).toEqual([]);
    expect(lines.join()).toContain("1 foreign");
  });
});
