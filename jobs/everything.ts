import type { Viewer } from "#app/model/viewer.ts";

/** Who judges and audits may read everything that is shown to anybody. */
export const everything: Viewer = {
  id: 0,
  name: "audit",
  email: "",
  language: "en",
  roles: ["director"],
  scopes: [{ kind: "company", key: "company", path: ["company"] }],
};
