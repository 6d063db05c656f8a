import express, { type Request, type Response, Router } from "express";
import { isWanted, projected, type Wanted } from "./answer.ts";
import { answering, refuse, send } from "./answering.ts";
import { resourceTypes, schemas, serviceProviderConfig, wholeList } from "./discovery.ts";
import { createGroup, deleteGroup, patchGroup, readGroup, replaceGroup } from "./groups.ts";
import { isObject } from "./kept.ts";
import { list } from "./list.ts";
import { type Pace, paceOf } from "./pace.ts";
import type { Answered, Caller, ScimParts } from "./parts.ts";
import { idIn, insistedIn, listRequest, wantedIn } from "./requests.ts";
import { notFound, ScimError } from "./scim-error.ts";
import { tokenOf } from "./token.ts";
import { createUser, deleteUser, patchUser, readUser, replaceUser } from "./users.ts";

/** A group of a few tens of thousands of members still fits. */
const LARGEST_REQUEST = "4mb";

export interface ScimOptions {
  readonly pace?: Pace;
}

/**
 * SCIM 2.0 for identity providers that push (RFC 7643, 7644): users and groups, PATCH, filters,
 * versions; no bulk, no sorting, no passwords. What arrives is kept encrypted until the night takes
 * it into the people. Mount it at `/scim/v2` of an Express 4 application, before anything reads bodies.
 */
export function scimRouter(parts: ScimParts, { pace = paceOf() }: ScimOptions = {}): Router {
  const router = Router();
  const callers = new WeakMap<Request, Caller>();
  const callerOf = (request: Request) => {
    const caller = callers.get(request);
    if (caller === undefined) throw new ScimError(401, null, "A bearer token is needed.");
    return caller;
  };

  router.use(
    answering(parts, async (request, response, next) => {
      const token = await tokenOf(parts, request.get("authorization"));
      if (token === null) {
        response.set("www-authenticate", 'Bearer realm="scim"');
        throw new ScimError(401, null, "The bearer token is missing, wrong or revoked.");
      }
      const seconds = pace(token.id, parts.now());
      if (seconds > 0) {
        response.set("retry-after", String(seconds));
        throw new ScimError(429, null, "Too many requests: come back a little later.");
      }
      callers.set(request, { token, base: request.baseUrl });
      next();
    }),
    express.json({
      type: ["application/scim+json", "application/json"],
      limit: LARGEST_REQUEST,
    }),
  );

  const get = (path: string, answer: (request: Request) => object | Promise<object>) =>
    router.get(
      path,
      answering(parts, async (request, response) => send(response, 200, await answer(request))),
    );
  get("/ServiceProviderConfig", ({ baseUrl }) => serviceProviderConfig(baseUrl));
  get("/ResourceTypes", ({ baseUrl }) => wholeList(resourceTypes(baseUrl)));
  get("/ResourceTypes/:id", ({ baseUrl, params }) => named(resourceTypes(baseUrl), params.id));
  get("/Schemas", ({ baseUrl }) => wholeList(schemas(baseUrl)));
  get("/Schemas/:id", ({ baseUrl, params }) => named(schemas(baseUrl), params.id));

  const kinds = {
    Users: {
      create: createUser,
      read: (parts: ScimParts, caller: Caller, id: string) => readUser(parts, caller, id),
      replace: replaceUser,
      patch: patchUser,
      remove: deleteUser,
    },
    Groups: {
      create: createGroup,
      read: (parts: ScimParts, caller: Caller, id: string, wanted: Wanted) =>
        readGroup(parts, caller, id, isWanted("members", wanted)),
      replace: replaceGroup,
      patch: patchGroup,
      remove: deleteGroup,
    },
  };
  for (const kind of ["Users", "Groups"] as const) {
    const { create, read, replace, patch, remove } = kinds[kind];
    get(`/${kind}`, (request) => list(parts, callerOf(request), kind, listRequest(request.query)));
    router.post(
      `/${kind}/.search`,
      answering(parts, async (request, response) => {
        const asked = isObject(request.body) ? request.body : {};
        send(response, 200, await list(parts, callerOf(request), kind, listRequest(asked)));
      }),
    );
    router.post(
      `/${kind}`,
      answering(parts, async (request, response) => {
        tell(request, response, 201, await create(parts, callerOf(request), request.body));
      }),
    );
    router.get(
      `/${kind}/:id`,
      answering(parts, async (request, response) => {
        const wanted = wantedIn(request.query);
        const answer = await read(parts, callerOf(request), idIn(request), wanted);
        tell(request, response, 200, answer);
      }),
    );
    for (const [method, change] of [["put", replace] as const, ["patch", patch] as const]) {
      router[method](
        `/${kind}/:id`,
        answering(parts, async (request, response) => {
          const [caller, id] = [callerOf(request), idIn(request)];
          const answer = await change(parts, caller, id, request.body, insistedIn(request));
          tell(request, response, 200, answer);
        }),
      );
    }
    router.delete(
      `/${kind}/:id`,
      answering(parts, async (request, response) => {
        await remove(parts, callerOf(request), idIn(request), insistedIn(request));
        response.status(204).end();
      }),
    );
  }

  router.all(
    ["/Bulk", "/Me"],
    answering(parts, async () => {
      throw new ScimError(501, null, "This is not supported.");
    }),
  );
  router.use(
    answering(parts, async () => {
      throw notFound();
    }),
  );
  router.use((error: unknown, _: Request, response: Response, __: () => void) => {
    refuse(parts, response, error);
  });
  return router;
}

function tell(request: Request, response: Response, status: number, answer: Answered): void {
  response.set("etag", answer.version).set("location", answer.location);
  send(response, status, projected(answer.resource, wantedIn(request.query)));
}

function named(resources: readonly Readonly<Record<string, unknown>>[], id = ""): object {
  const found = resources.find((one) => String(one.id).toLowerCase() === id.toLowerCase());
  if (found === undefined) throw notFound();
  return found;
}
