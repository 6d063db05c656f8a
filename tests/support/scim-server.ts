import express from "express";
import { addScimToken, type PushedChoices } from "#db/intake/scim-tokens.ts";
import type { Context } from "#jobs/context.ts";
import { type ScimOptions, scimRouter } from "#jobs/receiver/scim/router.ts";
import { newScimToken } from "#jobs/receiver/scim/token.ts";
import { listening } from "./scimmy-server.ts";

export interface ServerOptions extends ScimOptions {
  readonly choices?: Partial<PushedChoices>;
  readonly lines?: string[];
}

/** What came over the wire; each field only where the answer has it. */
export interface ScimBody {
  readonly id: string;
  readonly status: string;
  readonly scimType: string;
  readonly totalResults: number;
  readonly startIndex: number;
  readonly itemsPerPage: number;
  readonly Resources: readonly ScimBody[];
  readonly userName: string;
  readonly active: boolean;
  readonly members: readonly { readonly value: string }[];
  readonly attributes: readonly { readonly name: string }[];
  readonly meta: { readonly version: string };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ScimBody;
}

/** Our SCIM server on a free port, over a test's database, and how an identity provider asks it. */
export async function serveScim(context: Context, options: ServerOptions = {}) {
  const { token, hash } = newScimToken();
  const tokenId = await addScimToken(context.db, {
    label: "Entra ID",
    hash,
    number: "employeeNumber",
    unit: ["organization", "division", "department"],
    groups: "none",
    createdAt: context.now,
    ...options.choices,
  });
  const clock = { now: context.now };
  const app = express();
  app.use(
    "/scim/v2",
    scimRouter(
      {
        db: context.db,
        keys: context.keys,
        timeZone: context.timeZone,
        now: () => clock.now,
        log: (line) => options.lines?.push(line),
      },
      // The clock of a test stands still: nobody would ever be let in again.
      { pace: options.pace ?? (() => 0) },
    ),
  );
  const server = await listening(app, "/scim/v2");

  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { "content-type": "application/scim+json" }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isScim = response.headers.get("content-type")?.startsWith("application/scim+json");
    return {
      status: response.status,
      headers: response.headers,
      body: isScim ? JSON.parse(text) : text,
    };
  };
  /** Whoever matches a filter, by their ids. */
  const find = async (kind: "Users" | "Groups", filter: string) => {
    const { body } = await ask("GET", `/${kind}?filter=${encodeURIComponent(filter)}`);
    return body.Resources.map(({ id }) => id);
  };
  return { ...server, token, tokenId, clock, ask, find };
}
