import type { Viewer } from "#app/model/viewer.ts";

/**
 * In whose name the night looks at what is released, to notice what changed: it sees what a director
 * of the whole company sees, tells nobody a figure, and no account is behind it.
 */
export const watcher: Viewer = {
  id: 0,
  name: "",
  email: "",
  language: "en",
  roles: ["director"],
  scopes: [{ kind: "company", key: "company", path: ["company"] }],
};
