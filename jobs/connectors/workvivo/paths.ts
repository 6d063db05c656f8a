import type { RefusalRecord } from "#app/model/canonical.ts";

/**
 * Where Workvivo keeps what. Users, spaces and who is in them are seen in public clients; the others
 * are in a contract that only customers see, so they can be said in a setting.
 */
const usual = {
  users: "/users",
  spaces: "/spaces",
  members: "/spaces/{id}/users",
  updates: "/updates",
  articles: "/articles",
  kudos: "/kudos",
  comments: "/{kind}/{id}/comments",
  likes: "/{kind}/{id}/likes",
} as const;

export type PathName = keyof typeof usual;
export type Paths = Readonly<Record<PathName, string>>;
export const pathNames = Object.keys(usual) as readonly PathName[];

/** `comments = /comments?{kind}_id={id}, kudos = none`: what is not said stays as usual. */
export function pathsOf(setting: string | undefined): {
  readonly paths: Paths;
  readonly refusals: readonly RefusalRecord[];
} {
  const paths: Record<PathName, string> = { ...usual };
  const refusals: RefusalRecord[] = [];
  const entries = (setting ?? "").split(/[,;\n]/).filter((one) => one.trim() !== "");
  for (const [index, entry] of entries.entries()) {
    const at = entry.indexOf("=");
    const name = pathNames.find((one) => one === entry.slice(0, at).trim());
    const path = entry.slice(at + 1).trim();
    if (name !== undefined && /^(\/|none$)/.test(path)) paths[name] = path;
    else {
      const where = `setting "paths", entry ${index + 1}`;
      const reason = `write it as "name = /path" or "name = none", the name being one of ${pathNames.join(", ")}`;
      refusals.push({ type: "refusal", where, reason });
    }
  }
  return { paths, refusals };
}

/** A path for one thing of one kind (`updates`, `articles`, `kudos`); null where there is none. */
export function pathFor(
  path: string,
  values: Readonly<Record<string, string>> = {},
): string | null {
  if (path === "none") return null;
  return path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? ""));
}
