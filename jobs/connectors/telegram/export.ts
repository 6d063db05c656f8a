import type { CanonicalRecord } from "#app/model/canonical.ts";
import { ArchiveError } from "../archive.ts";
import type { FileSource } from "../connector.ts";
import { declaredPurposes } from "../purposes.ts";
import { type Conversation, type ExportedMessage, readMessage } from "./exported.ts";

/** Where the export of one chat has something, and that of all chats of an account. */
const single: readonly string[] = [];
const whole: readonly string[] = ["chats", "list", "*"];
const fields = ["name", "type", "id"];

/**
 * The JSON export of Telegram Desktop: one chat, or all those of an account. Names, texts and files
 * are left where they are; private conversations are not even counted, since an export is made from
 * somebody's own account and most of theirs are nobody's business.
 */
export async function* readExport({
  archive,
  settings,
}: FileSource): AsyncGenerator<CanonicalRecord> {
  const entry =
    archive.find("result.json") ?? archive.entries.find(({ path }) => path.endsWith(".json"));
  if (entry === undefined) {
    throw new ArchiveError("There is no result.json in it: export the group as JSON, not as HTML.");
  }
  const { of: purposes, refusals } = declaredPurposes(settings.purposes);
  yield* refusals;
  const paths = [single, whole].flatMap((base) => [
    ...fields.map((field) => [...base, field]),
    [...base, "messages", "*"],
  ]);
  let header: Record<string, unknown> = {};
  let place = "";
  let conversation: Conversation | null = null;
  const left = { conversations: 0, messages: 0 };
  let isChat = false;
  for await (const { at, value } of entry.parts(...paths)) {
    const here = at.slice(0, at[0] === "chats" ? 3 : 0).join("/");
    if (here !== place || (at.at(-1) === "name" && conversation !== null)) {
      [header, conversation, place] = [{}, null, here];
    }
    if (typeof at.at(-1) === "string") {
      header[String(at.at(-1))] = value;
      continue;
    }
    isChat = true;
    if (conversation === null) {
      conversation = conversationOf(header);
      const group = conversation.group;
      if (group === null) left.conversations += 1;
      else yield { ...group, purpose: purposes.get(group.id) ?? null };
    }
    if (conversation.group === null) continue;
    const records = readMessage(value as ExportedMessage, conversation);
    if (records === null) left.messages += 1;
    else yield* records;
  }
  if (!isChat && header.type === undefined) {
    throw new ArchiveError(`${entry.label} holds no chat: export the group again, as JSON.`);
  }
  if (left.conversations > 0) {
    const reason = `${left.conversations} private conversations and channels were not read`;
    yield { type: "refusal", where: "result.json", reason };
  }
  if (left.messages > 0) {
    const reason = `${left.messages} messages have no date_unixtime: export with a newer version`;
    yield { type: "refusal", where: "result.json", reason };
  }
}

/** The kind tells the form of the id a bot would know it by, and whether anybody can find it. */
function conversationOf({ name, type, id }: Record<string, unknown>): Conversation {
  const known = { members: new Set<string>(), roots: new Map(), topics: new Set<number>() };
  const kind = typeof type === "string" ? type : "";
  if (!/^(private_group|private_supergroup|public_supergroup)$/.test(kind)) {
    return { ...known, group: null };
  }
  const isOpen = kind.startsWith("public");
  return {
    ...known,
    group: {
      type: "group",
      id: kind === "private_group" ? `-${id}` : `-100${id}`,
      privacy: isOpen ? "open" : "closed",
      purpose: null,
      name: isOpen && typeof name === "string" ? name : null,
      createdAt: null,
      archivedAt: null,
    },
  };
}
