import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express, { type Express, type Router } from "express";
import SCIMMY from "scimmy";
import SCIMMYRouters from "scimmy-routers";

/** What a directory holds; tests change it between two nights. */
export interface Directory {
  readonly users: Map<string, Record<string, unknown>>;
  readonly groups: Map<string, Record<string, unknown>>;
}

export interface RunningServer {
  readonly url: string;
  /** Every address asked, with its query. */
  readonly asked: string[];
  close(): Promise<void>;
}

export const directoryToken = "directory-token-77aa01";

/** The package knows one directory for the whole of Node. */
let isDeclared = false;

/** A real SCIM server: scimmy-routers under Express 4, over a directory in memory. */
export async function serveScimmy(directory: Directory): Promise<RunningServer> {
  const { Resources, Schemas } = SCIMMY;
  const found = (
    all: Map<string, Record<string, unknown>>,
    {
      id,
      filter,
    }: Pick<InstanceType<typeof Resources.User | typeof Resources.Group>, "id" | "filter">,
  ) => {
    // The package leaves filtering to whoever has the directory.
    if (!id) return filter?.match([...all.values()]) ?? [...all.values()];
    const one = all.get(id);
    if (one === undefined) throw new SCIMMY.Types.Error(404, "", `Resource ${id} not found`);
    return one;
  };
  if (!isDeclared) {
    isDeclared = true;
    Resources.declare(Resources.User.extend(Schemas.EnterpriseUser, false));
    Resources.declare(Resources.Group);
  }
  Resources.User.egress((resource) => found(directory.users, resource) as never);
  Resources.Group.egress((resource) => found(directory.groups, resource) as never);
  const app = express();
  const asked: string[] = [];
  app.use((request, _, next) => {
    asked.push(request.url);
    next();
  });
  const routers = new SCIMMYRouters({
    type: "bearer",
    docUri: "https://example.org/help",
    handler: (request: express.Request) => {
      if (request.header("authorization") === `Bearer ${directoryToken}`) return "barometer";
      throw new Error("Authorization not detected!");
    },
  });
  app.use("/scim/v2", routers as unknown as Router);
  return listening(app, "/scim/v2", asked);
}

/** Serves an Express application on a free port of this machine. */
export async function listening(
  app: Express,
  path: string,
  asked: string[] = [],
): Promise<RunningServer> {
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
