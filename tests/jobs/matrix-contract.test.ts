import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type Recording, readRecording } from "#fixtures/recording.ts";
import { matrix } from "#jobs/connectors/matrix.ts";
import { checkRecorded, readRecorded, replay } from "#tests/support/replay.ts";

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

interface Operation {
  readonly parameters: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly responses: {
    readonly "200": { readonly content: { readonly "application/json": { schema: Schema } } };
  };
}

interface Contract {
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const contract: Contract = JSON.parse(readFileSync("fixtures/contracts/matrix.json", "utf8"));
const kinds: Readonly<Record<string, RegExp>> = {
  string: /^[\s\S]+$/,
  integer: /^\d+$/,
  boolean: /^(true|false)$/,
};

/** The operation of the contract at an address, if it is one of those it has. */
function operationAt({ pathname }: URL): readonly [string, Operation] | null {
  const path = decodeURIComponent(pathname).replace("/_matrix/client", "");
  for (const [pattern, { get }] of Object.entries(contract.paths)) {
    const shape = new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    if (shape.test(path)) return [pattern, get];
  }
  return null;
}

/** Every place where a value is not what a schema says; an object has no other fields. */
function faults(value: unknown, given: Schema, place: string, isClosed: boolean): string[] {
  const name = given.$ref?.split("/").at(-1);
  const schema = name === undefined ? given : (contract.components.schemas[name] ?? {});
  if (Array.isArray(value)) {
    if (schema.type !== "array") return [`${place}: a list`];
    return value.flatMap((one) => faults(one, schema.items ?? {}, `${place}[]`, isClosed));
  }
  if (typeof value === "object" && value !== null) {
    const missing = (schema.required ?? []).filter((field) => !(field in value));
    const inside = Object.entries(value).flatMap(([field, inner]) => {
      const expected = schema.properties?.[field];
      if (expected === undefined) return isClosed ? [`${place}.${field}: unknown`] : [];
      return faults(inner, expected, `${place}.${field}`, isClosed);
    });
    return [...missing.map((field) => `${place}.${field}: missing`), ...inside];
  }
  const kind = typeof value === "number" ? "integer" : typeof value;
  const isOne = schema.enum === undefined || schema.enum.includes(String(value));
  return (schema.type ?? kind) === kind && isOne ? [] : [`${place}: ${kind}`];
}

describe("Matrix's published contract", () => {
  let recording: Recording;
  beforeAll(async () => {
    recording = await readRecording("matrix");
  });

  test("has every question with a query, by its name and with its parameters", async () => {
    const { requests } = replay(recording);
    await readRecorded(matrix, recording);
    await checkRecorded(matrix, recording);
    const asked = new Set<string>();
    for (const { url } of requests) {
      const found = operationAt(url);
      if (found === null) {
        expect([url.pathname, url.search]).toEqual([url.pathname, ""]);
        continue;
      }
      const [path, { parameters }] = found;
      asked.add(path);
      const needed = parameters.filter((one) => one.in === "query" && one.required);
      const missing = needed.filter(({ name }) => !url.searchParams.has(name));
      expect([path, missing]).toEqual([path, []]);
      for (const [name, value] of url.searchParams) {
        const schema = parameters.find((one) => one.in === "query" && one.name === name)?.schema;
        const isKind = kinds[schema?.type ?? "none"]?.test(value);
        const isOne = schema?.enum === undefined || schema.enum.includes(value);
        expect([path, name, isKind, isOne]).toEqual([path, name, true, true]);
      }
    }
    expect(Object.keys(contract.paths).filter((path) => !asked.has(path))).toEqual([]);
  });

  test("knows every word of the filters that are sent", async () => {
    const { requests } = replay(recording);
    await readRecorded(matrix, recording);
    const filters = requests.flatMap(({ url }) => {
      const text = url.searchParams.get("filter");
      const schema = url.pathname.endsWith("/sync") ? "Filter" : "RoomEventFilter";
      return text === null ? [] : [{ filter: JSON.parse(text), schema }];
    });
    for (const { filter, schema } of filters) {
      const $ref = `#/components/schemas/${schema}`;
      expect(faults(filter, { $ref }, "filter", true)).toEqual([]);
    }
    expect(new Set(filters.map(({ schema }) => schema)).size).toBe(2);
  });

  test("describes the answers that were written down", () => {
    let looked = 0;
    for (const [address, answer] of Object.entries(recording.exchanges)) {
      const found = address.startsWith("POST ") ? null : operationAt(new URL(address));
      if (found === null) continue;
      looked += 1;
      const { schema } = found[1].responses["200"].content["application/json"];
      expect([address, faults(answer, schema, "answer", false)]).toEqual([address, []]);
    }
    expect(looked).toBeGreaterThan(5);
  });
});
