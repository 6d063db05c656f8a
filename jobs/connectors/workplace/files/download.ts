import type { CanonicalRecord, Verb } from "#app/model/canonical.ts";
import { dayIn } from "#app/model/period.ts";
import type { Archive, Entry } from "../../archive.ts";

const PROFILE = /(^|\/)profile_information\/profile_information\.json$/;

/** In which files the own acts of a person stand, and where in them the time is. Nothing else is read. */
const acts: readonly {
  readonly file: RegExp;
  readonly verb: Verb;
  readonly times: readonly (readonly string[])[];
}[] = [
  {
    file: /group_posts_and_comments(_\d+)?\.json$/,
    verb: "post",
    times: [["group_posts_v2", "*", "timestamp"]],
  },
  { file: /your_posts(_\d+)?\.json$/, verb: "post", times: [["*", "timestamp"]] },
  {
    file: /your_comments_in_groups(_\d+)?\.json$/,
    verb: "comment",
    times: [["group_comments_v2", "*", "timestamp"]],
  },
  {
    file: /(^|\/)comments(_\d+)?\.json$/,
    verb: "comment",
    times: [["comments_v2", "*", "timestamp"]],
  },
  {
    file: /(likes_and_reactions|posts_and_comments)(_\d+)?\.json$/,
    verb: "react",
    times: [
      ["reactions_v2", "*", "timestamp"],
      ["*", "timestamp"],
    ],
  },
];
const MESSAGES = /(^|\/)messages\/.*\/message_\d+\.json$/;

/** Files no other export has. */
const OWN =
  /(group_posts_and_comments|your_comments_in_groups|your_group_membership_activity)(_\d+)?\.json$/;

/** Whether an archive holds what somebody downloaded of their own. */
export function isDownload({ entries }: Archive): boolean {
  return entries.some(({ path }) => PROFILE.test(path) || OWN.test(path));
}

/**
 * “Download your information”: how much somebody did, by day. Only their own acts, and only when: the
 * groups in it have a name and no privacy, the others in it never handed anything in. Its texts are
 * UTF-8 read as Latin-1, each character twice; none is read but the name of whoever wrote a message,
 * which is as broken in the profile and so the same.
 */
export async function* readDownloads(
  archive: Archive,
  timeZone: string,
): AsyncGenerator<CanonicalRecord> {
  const profiles = archive.entries.filter(({ path }) => PROFILE.test(path));
  if (profiles.length === 0) {
    const reason =
      "Whose download it is is not in it: download it again with the profile information.";
    yield { type: "refusal", where: "profile_information.json", reason };
  }
  for (const profile of profiles) {
    const { name, email } = await whose(profile);
    if (email === null) {
      const reason =
        "The profile has no address: nobody knows whose it is. The download was left out.";
      yield { type: "refusal", where: profile.label, reason };
      continue;
    }
    const root = profile.path.replace(PROFILE, "$1");
    const mine = archive.entries.filter(({ path }) => path.startsWith(root));
    const days = new Map<string, number>();
    for (const entry of mine) {
      for await (const [verb, at] of timesIn(entry, name)) {
        const key = `${dayIn(timeZone, new Date(at))} ${verb}`;
        days.set(key, (days.get(key) ?? 0) + 1);
      }
    }
    yield { type: "member", id: email, email, kind: "person", active: true };
    for (const [key, n] of [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const [day = "", verb] = key.split(" ");
      const common = { type: "count", member: email, group: null, grain: "day" } as const;
      yield { ...common, day, verb: verb as Verb, n, counts: "acts" };
    }
  }
}

async function whose(profile: Entry) {
  let name: string | null = null;
  let email: string | null = null;
  const found = profile.parts(
    ["profile_v2", "name", "full_name"],
    ["profile_v2", "emails", "emails", "*"],
  );
  for await (const { at, value } of found) {
    if (at[1] === "name") name = String(value);
    else email ??= String(value).trim().toLowerCase() || null;
  }
  return { name, email };
}

async function* timesIn(
  entry: Entry,
  name: string | null,
): AsyncGenerator<readonly [Verb, number]> {
  const known = acts.find(({ file }) => file.test(entry.path));
  if (known !== undefined) {
    for await (const { value } of entry.parts(...known.times)) {
      if (typeof value === "number") yield [known.verb, value * 1000];
    }
  }
  if (name === null || !MESSAGES.test(entry.path)) return;
  let written: { place: unknown; isOwn?: boolean; at?: number } = { place: null };
  const found = entry.parts(["messages", "*", "sender_name"], ["messages", "*", "timestamp_ms"]);
  for await (const { at, value } of found) {
    if (written.place !== at[1]) written = { place: at[1] };
    if (at[2] === "sender_name") written.isOwn = value === name;
    else if (typeof value === "number") written.at = value;
    if (written.isOwn && written.at !== undefined) yield ["message", written.at];
  }
}
