import { describe, expect, test } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { mattermostId } from "#fixtures/mattermost-server.ts";
import { canary } from "#fixtures/recording.ts";
import { type Client, NetworkError } from "#jobs/connectors/http.ts";
import { mattermost } from "#jobs/connectors/mattermost.ts";

const at = Date.parse("2026-11-03T08:00:00Z");
const [ada, dina, bot] = ["ada", "dina", "bot"].map((name) => mattermostId(name)) as [
  string,
  string,
  string,
];

describe("what is said in private", () => {
  test.each(["D", "G"])(
    "a %s conversation is no group, has no name, and nobody is addressed in it",
    async (type) => {
      const conversation = channel({ type, display_name: canary, name: `${ada}__${dina}` });
      const reactions = [{ user_id: dina, emoji_name: "+1", create_at: at }];
      const question = post({ user_id: ada, message: `${canary} ?`, metadata: { reactions } });
      const answer = post({ user_id: dina, root_id: question.id, message: canary });
      const records = await read({
        "/channels": [conversation],
        [`/channels/${conversation.id}/posts`]: listOf(question, answer),
      });
      expect(records.filter(({ type }) => type === "group" || type === "membership")).toEqual([]);
      const said = { type: "activity", verb: "message", group: null, root: null, target: null };
      const nothingElse = { isQuestion: false, at: new Date(at).toISOString(), withdrawnAt: null };
      expect(activityIn(records)).toEqual([
        { ...said, ...nothingElse, id: question.id, member: ada },
        { ...said, ...nothingElse, id: answer.id, member: dina },
      ]);
      expect(JSON.stringify(records)).not.toContain(canary);
    },
  );
});

describe("who came and went", () => {
  test("being added is the joining of who was added; without saying who, of nobody", async () => {
    const added = { type: "system_add_to_channel", user_id: ada };
    const records = await readPosts(
      post({ ...added, props: { addedUserId: dina } }),
      post({ ...added, props: { addedUsername: "dina" } }),
      post({ type: "system_remove_from_channel", user_id: ada, props: { removedUserId: dina } }),
      post({ type: "system_join_team", user_id: dina }),
      post({ type: "system_purpose_change", user_id: ada }),
      post({ type: "system_add_to_channel", user_id: ada, props: { addedUserId: bot } }),
    );
    expect(activityIn(records).map(({ verb, member }) => [verb, member])).toEqual([
      ["join", dina],
      ["leave", dina],
      ["join", dina],
    ]);
  });
});

describe("what channels are for", () => {
  test("is what the administrator declares, by handle or id, and is never guessed", async () => {
    const [news, cafe, other] = ["Annonces", "cafe", "feedback"].map((name) => channel({ name }));
    const declared = `annonces = announcements, ${cafe?.id}: social; quai = dock\n = other`;
    const records = await read({ "/channels": [news, cafe, other] }, { purposes: declared });
    const groups = records.filter((record) => record.type === "group");
    expect(groups.map(({ purpose }) => purpose)).toEqual(["announcements", "social", null]);
    const refusals = records.filter((record) => record.type === "refusal");
    expect(refusals.map(({ where }) => where)).toEqual([
      'setting "purposes", entry 3',
      'setting "purposes", entry 4',
    ]);
  });
});

describe("what another service answers", () => {
  test.each([{ "/users": { data: [] } }, { "/channels": null }])(
    "%j is not taken for an empty list",
    async (answers) => {
      await expect(read(answers)).rejects.toThrow(/not what Mattermost answers/);
    },
  );

  test("a channel without posts and a channel that answers something else are two things", async () => {
    await expect(readPosts()).resolves.toBeInstanceOf(Array);
    const only = channel({});
    const path = `/channels/${only.id}/posts`;
    for (const answer of [{}, { order: [], posts: null }, []]) {
      await expect(read({ "/channels": [only], [path]: answer })).rejects.toBeInstanceOf(
        NetworkError,
      );
    }
  });
});

describe("a list that has no end", () => {
  test("is left, and told, where the page that is asked for is ignored", async () => {
    const crowd = Array.from({ length: 200 }, (_, n) => ({
      id: mattermostId("c", n),
      delete_at: 0,
    }));
    await expect(read({ "/users": crowd })).rejects.toThrow(/the same page again and again/);
    const busy = Array.from({ length: 1000 }, () => post({ user_id: ada }));
    await expect(readPosts(...busy)).rejects.toThrow(/the same page again and again/);
  });
});

let made = 0;

function channel(parts: object) {
  made += 1;
  const id = mattermostId("channel", made);
  const common = { id, team_id: "team", type: "O", name: id, display_name: "Quai", delete_at: 0 };
  return { ...common, create_at: made, ...parts };
}

function post(parts: object) {
  made += 1;
  const common = {
    id: mattermostId("post", made),
    create_at: at,
    delete_at: 0,
    root_id: "",
    type: "",
  };
  return { ...common, message: canary, ...parts };
}

function listOf(...posts: readonly { readonly id: string }[]) {
  return {
    order: posts.map(({ id }) => id),
    posts: Object.fromEntries(posts.map((p) => [p.id, p])),
  };
}

function readPosts(...posts: readonly { readonly id: string }[]) {
  const only = channel({});
  return read({ "/channels": [only], [`/channels/${only.id}/posts`]: listOf(...posts) });
}

/** Reads a week from a server that answers this, and nothing to anything else. */
async function read(
  answers: Readonly<Record<string, unknown>>,
  settings = {},
): Promise<CanonicalRecord[]> {
  const people = [ada, dina, bot].map((id) => ({ id, delete_at: 0, is_bot: id === bot }));
  const usual = {
    "/users": people,
    "/teams": [{ id: "team", type: "O" }],
    "/channels": [],
    ...answers,
  };
  const found = new Map<string, unknown>(Object.entries(usual));
  const never = async () => {
    throw new Error("nothing is to be asked for but by GET");
  };
  const client: Client = {
    get: async <Body>(path: string) =>
      (found.has(path) ? found.get(path) : path.endsWith("/posts") ? listOf() : []) as Body,
    read: never,
    look: never,
    open: never,
  };
  const records: CanonicalRecord[] = [];
  const source = {
    settings: { url: "https://chat.example.org", token: "t", ...settings },
    from: new Date("2026-11-02T00:00:00Z"),
    to: new Date("2026-11-09T00:00:00Z"),
    cursor: null,
    timeZone: "Europe/Paris",
    client: () => client,
    signIn: never,
  };
  for await (const record of mattermost.live?.pull(source) ?? []) records.push(record);
  return records;
}

function activityIn(records: readonly CanonicalRecord[]) {
  return records.filter((record) => record.type === "activity");
}
