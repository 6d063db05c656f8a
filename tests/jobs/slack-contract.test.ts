import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Recording } from "#fixtures/recording.ts";
import { readRecording } from "#fixtures/recording.ts";
import { slack } from "#jobs/connectors/slack.ts";
import { readRecorded, replay } from "#tests/support/replay.ts";

interface Operation {
  readonly parameters: Readonly<Record<string, string>>;
  readonly security: readonly string[];
  /** The fields an answer must have. */
  readonly required: readonly string[];
}

interface Contract {
  readonly patterns: { readonly defs_ts: string; readonly defs_user_id: string };
  readonly operations: Readonly<Record<string, Operation>>;
}

const contract: Contract = JSON.parse(readFileSync("fixtures/contracts/slack.json", "utf8"));
/** Newer than the contract, or only about the token. */
const others = ["admin.analytics.getFile", "auth.test", "reactions.get"];
const kinds: Readonly<Record<string, RegExp>> = {
  string: /^.+$/,
  integer: /^\d+$/,
  number: /^\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
};

describe("Slack's published contract", () => {
  let recording: Recording;
  beforeAll(async () => {
    recording = await readRecording("slack");
  });

  test("has every question that is asked, by its name and with its parameters", async () => {
    const { requests } = replay(recording);
    await readRecorded(slack, recording);
    const asked = new Set<string>();
    for (const { url } of requests) {
      const method = url.pathname.replace("/api/", "");
      asked.add(method);
      const operation = contract.operations[method];
      if (operation === undefined) {
        expect(others).toContain(method);
        continue;
      }
      for (const [name, value] of url.searchParams) {
        const kind = kinds[operation.parameters[name] ?? "none"];
        expect([method, name, kind?.test(value)]).toEqual([method, name, true]);
      }
    }
    expect(Object.keys(contract.operations).filter((name) => !asked.has(name))).toEqual([]);
  });

  test("knows the rights that are needed, and needs no other for what is read", () => {
    const known = Object.values(contract.operations).flatMap(({ security }) => security);
    const names = slack.live?.rights.map(({ name }) => name) ?? [];
    // Of operations that are not in the copy, or not in the contract.
    const newer = ["users:read.email", "reactions:read", "admin.analytics:read"];
    expect(names.filter((name) => !known.includes(name))).toEqual(newer);
    // Direct messages are in it too, and are not asked for.
    expect(names.filter((name) => /^(im|mpim):/.test(name))).toEqual([]);
  });

  test("describes the answers that were written down", () => {
    const ts = new RegExp(contract.patterns.defs_ts);
    const user = new RegExp(contract.patterns.defs_user_id);
    let looked = 0;
    for (const [address, answer] of Object.entries(recording.exchanges)) {
      const method = new URL(address).pathname.replace("/api/", "");
      const required = contract.operations[method]?.required;
      const body = answer as { ok?: boolean; messages?: { ts: string; user?: string }[] };
      if (required === undefined || body.ok !== true) continue;
      expect([address, required.filter((field) => !(field in body))]).toEqual([address, []]);
      for (const message of body.messages ?? []) {
        looked += 1;
        expect(message.ts).toMatch(ts);
        if (message.user !== undefined) expect(message.user).toMatch(user);
      }
    }
    expect(looked).toBeGreaterThan(20);
  });
});
