import { sql } from "kysely";
import { describe, expect, onTestFinished } from "vitest";
import type { Db } from "#db/client.server.ts";
import { listSources, type SourceSecrets, saveSource } from "#db/intake/answer-sources.ts";
import { undoImport } from "#db/intake/imports.ts";
import type { SimulatedNetwork } from "#fixtures/loopback.ts";
import { canary } from "#fixtures/recording.ts";
import { serveFormbricks } from "#fixtures/surveys/formbricks-server.ts";
import { serveLimeSurvey } from "#fixtures/surveys/limesurvey-server.ts";
import { serveQualtrics } from "#fixtures/surveys/qualtrics-server.ts";
import { serveTypeform } from "#fixtures/surveys/typeform-server.ts";
import type { SurveyWorld, WorldResponse } from "#fixtures/surveys/world.ts";
import type { Context } from "#jobs/context.ts";
import { checkMapping } from "#jobs/imports/mapping/read-mapping.ts";
import { surveyMapping } from "#jobs/imports/mapping/survey-mapping.ts";
import { readSource, type SourceReading } from "#jobs/imports/read-source.ts";
import { importSurvey } from "#jobs/imports/survey.ts";
import { runNight } from "#jobs/nightly.ts";
import { release } from "#jobs/steps/release.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { fileWith } from "#tests/support/answers-file.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";

const now = "2026-04-02T08:00:00Z";

function mappingOf(from: object, column: string, more: object = {}): object {
  return {
    kind: "survey",
    from,
    barometer: { key: "climate", names: "Climate" },
    wave: { key: "spring", names: "Spring", date: "2026-03-31" },
    questions: [{ column, item: "heard", kind: "agreement", wordings: "I am heard" }],
    ...more,
  };
}

function responsesOf(ids: readonly string[], column: string): WorldResponse[] {
  return ids.map((id, nth) => ({
    id,
    finished: true,
    at: new Date(Date.parse("2026-03-30T08:00:00Z") + nth * 60_000).toISOString(),
    answers: { [column]: (nth % 5) + 1 },
  }));
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String(from + at));

async function serve(starting: Promise<SimulatedNetwork>): Promise<SimulatedNetwork> {
  const server = await starting;
  onTestFinished(() => server.close());
  return server;
}

/** Declares the source and reads it; a second call reads it again. */
async function read(
  context: Context,
  mapping: object,
  secrets: SourceSecrets,
): Promise<SourceReading> {
  const known = (await listSources(context.db)).find(({ key }) => key === "climate");
  if (known === undefined) {
    const source = { key: "climate", tool: "any", mapping, secrets };
    await saveSource(context.db, context.keys.secrets, source);
  }
  const [source] = await listSources(context.db);
  if (source === undefined) throw new Error("no source was kept");
  return readSource(context, source, { waitMs: 1 });
}

async function answersIn(owner: Db): Promise<readonly number[]> {
  const { rows } = await sql<{ answers: number[] }>`
    select answers from intake.response order by answers`.execute(owner);
  return rows.flatMap(({ answers }) => answers);
}

/** Everything the database holds, as text: what must not be in it is looked for in all of it. */
async function everything(owner: Db): Promise<string> {
  const { rows } = await sql<{ all: string }>`
    select string_agg(query_to_xml(format('select * from %I.%I', schemaname, tablename), true, true, '')::text, '') as all
    from pg_tables where schemaname in ('intake', 'records')`.execute(owner);
  return rows[0]?.all ?? "";
}

describe("LimeSurvey over RemoteControl", () => {
  const secrets = { token: "lime-password" };
  const world = (): SurveyWorld => ({
    survey: "571271",
    responses: responsesOf(numbers(1, 30), "G01Q02[SQ001]"),
  });
  const from = (url: string) => ({ tool: "limesurvey", url, survey: "571271", user: "reader" });

  test.for([[false], [true]])(
    "gives every finished response once, wrapped: %s",
    async ([wraps], { database, owner, worker }) => {
      const surveys = world();
      const [last, ...others] = surveys.responses.toReversed();
      if (last === undefined) throw new Error("nobody answered");
      surveys.responses = [...others.toReversed(), { ...last, finished: false }];
      const exports: [readonly string[] | null, number | null][] = [];
      const options = { user: "reader", password: "lime-password", wraps: wraps === true };
      const server = await serve(
        serveLimeSurvey(surveys, { ...options, exported: (...asked) => void exports.push(asked) }),
      );
      const context = contextOf(database, worker, now);
      const mapping = mappingOf(from(server.url), "G01Q02[SQ001]");

      const first = await read(context, mapping, secrets);
      expect(first.reports).toMatchObject([{ read: 30, kept: 29, refused: 0 }]);
      expect(first.reports[0]?.notices[0]?.reason).toContain("not finished");
      expect(exports).toEqual([[["571271X1X1SQ001", "id", "submitdate"], null]]);

      surveys.responses = [
        ...surveys.responses.slice(0, -1),
        { ...last, finished: true },
        ...responsesOf(numbers(31, 33), "G01Q02[SQ001]"),
      ];
      const second = await read(context, mapping, secrets);
      expect(second.reports).toMatchObject([{ read: 4, kept: 4, already: 0 }]);
      expect(exports[1]?.[1]).toBe(30);
      expect(await answersIn(owner)).toHaveLength(33);

      const third = await read(context, mapping, secrets);
      expect(third).toMatchObject({
        reports: [],
        summary: "nothing to take for the wave “spring” yet.",
      });
      expect(await everything(owner)).not.toContain(canary);
    },
  );

  test("an import that was taken back is read again from its beginning", async ({
    database,
    owner,
    worker,
  }) => {
    const server = await serve(
      serveLimeSurvey(world(), { user: "reader", password: "lime-password" }),
    );
    const context = contextOf(database, worker, now);
    const mapping = mappingOf(from(server.url), "G01Q02[SQ001]");
    const { reports } = await read(context, mapping, secrets);
    await undoImport(worker, "test", reports[0]?.importId ?? 0);
    expect(await answersIn(owner)).toHaveLength(0);
    expect((await read(context, mapping, secrets)).reports).toMatchObject([{ kept: 30 }]);
  });

  test("its CSV and its API are the same responses", async ({ database, owner, worker }) => {
    const server = await serve(
      serveLimeSurvey(world(), { user: "reader", password: "lime-password" }),
    );
    const context = contextOf(database, worker, now);
    const mapping = mappingOf(from(server.url), "G01Q02[SQ001]");
    await read(context, mapping, secrets);
    const lines = world().responses.map(
      ({ id, answers }) => `"${id}","2026-03-30 08:00:00","${answers["G01Q02[SQ001]"]}"\n`,
    );
    const path = fileWith(`"id","submitdate","G01Q02[SQ001]"\n${lines.join("")}`);
    const report = await importSurvey(context, {
      path,
      mapping: checkMapping({ ...mapping, form: "limesurvey" }, surveyMapping, "x"),
    });
    expect(report).toMatchObject({ kept: 0, already: 30 });
    expect(await answersIn(owner)).toHaveLength(30);
  });

  test("a wrong password and a survey that is not there are told in its words, and nothing is kept", async ({
    database,
    owner,
    worker,
  }) => {
    const server = await serve(
      serveLimeSurvey(world(), { user: "reader", password: "lime-password" }),
    );
    const context = contextOf(database, worker, now);
    const mapping = mappingOf(from(server.url), "G01Q02[SQ001]");
    await expect(read(context, mapping, { token: "wrong" })).rejects.toThrow(
      "LimeSurvey refused: Invalid user name or password. Nothing was kept.",
    );
    expect(await answersIn(owner)).toEqual([]);
  });
});

describe("Qualtrics' exports", () => {
  const secrets = { token: "qualtrics-token" };

  test("are waited for and unpacked; addresses are never ordered", async ({
    database,
    owner,
    worker,
  }) => {
    const world: SurveyWorld = {
      survey: "SV_3gbwq8aJgqPwQDP",
      responses: responsesOf([...numbers(1, 24).map((n) => `R_${n}`), "R_preview"], "QID63"),
    };
    const orders: unknown[] = [];
    const server = await serve(
      serveQualtrics(world, {
        token: "qualtrics-token",
        slow: 2,
        ordered: (body) => void orders.push(body),
      }),
    );
    const context = contextOf(database, worker, now);
    const mapping = mappingOf(
      { tool: "qualtrics", url: server.url, survey: world.survey },
      "QID63",
    );
    const first = await read(context, mapping, secrets);
    expect(first.reports).toMatchObject([{ read: 25, kept: 24, refused: 0 }]);
    expect(orders).toEqual([
      {
        format: "json",
        questionIds: ["QID63"],
        embeddedDataIds: [],
        surveyMetadataIds: ["_recordId", "finished", "status", "recordedDate"],
      },
    ]);
    world.responses = [
      ...world.responses,
      { ...responsesOf(["R_late"], "QID63")[0], at: "2026-03-31T10:00:00Z" } as WorldResponse,
    ];
    const second = await read(context, mapping, secrets);
    expect(second.reports).toMatchObject([{ kept: 1, already: 24 }]);
    expect(orders[1]).toMatchObject({ startDate: "2026-03-30T07:24:00.000Z" });
    expect(await answersIn(owner)).toHaveLength(25);
    expect(await everything(owner)).not.toContain(canary);
  });
});

describe("Formbricks' API", () => {
  const secrets = { token: "formbricks-key" };
  const ids = numbers(1, 300).map((n) => `clvc3${n}`);

  test.for([["v1"], ["v2"]])(
    "%s gives all pages, and nothing of contacts and browsers",
    async ([version], { database, owner, worker }) => {
      const world: SurveyWorld = {
        survey: "clusgqpml0000135cxet3y8vh",
        responses: responsesOf(ids, "heard"),
      };
      const server = await serve(serveFormbricks(world, { key: "formbricks-key", busyEvery: 3 }));
      const context = contextOf(database, worker, now);
      const from = { tool: "formbricks", url: server.url, survey: world.survey, version };
      const mapping = mappingOf(from, "heard");
      const first = await read(context, mapping, secrets);
      expect(first.reports).toMatchObject([{ read: 300, kept: 300, refused: 0 }]);
      const [early] = responsesOf(["clvc3late"], "heard");
      if (early === undefined) throw new Error("nobody was late");
      world.responses = [...world.responses, { ...early, at: "2026-03-31T10:00:00Z" }];
      const second = await read(context, mapping, secrets);
      expect(second.reports).toMatchObject([{ kept: 1 }]);
      expect(second.reports[0]?.read).toBe(version === "v1" ? 301 : 62);
      expect(await answersIn(owner)).toHaveLength(301);
      expect(await everything(owner)).not.toContain(canary);
    },
  );
});

describe("Typeform's API", () => {
  test("is walked back by tokens, and gives no address", async ({ database, owner, worker }) => {
    const ids = numbers(1, 1_100).map((n) => `token${n}`);
    const world: SurveyWorld = { survey: "u6nXL7", responses: responsesOf(ids, "heard") };
    const server = await serve(serveTypeform(world, { token: "typeform-token" }));
    const context = contextOf(database, worker, now);
    const mapping = mappingOf({ tool: "typeform", url: server.url, survey: "u6nXL7" }, "heard");
    const secrets = { token: "typeform-token" };
    const first = await read(context, mapping, secrets);
    expect(first.reports).toMatchObject([{ read: 1_100, kept: 1_100, refused: 0 }]);
    expect(first.reports[0]?.unread?.personal).toContain("mail (e-mail)");
    expect(await read(context, mapping, secrets)).toMatchObject({
      reports: [{ kept: 0, already: 1_100 }],
    });
    expect(await answersIn(owner)).toHaveLength(1_100);
    expect(await everything(owner)).not.toContain(canary);
    expect(server.answered()).toBe(4);
  });

  test("a token that is refused is told without it, and nothing is kept", async ({
    database,
    worker,
  }) => {
    const world: SurveyWorld = { survey: "u6nXL7", responses: [] };
    const server = await serve(serveTypeform(world, { token: "typeform-token" }));
    const context = contextOf(database, worker, now);
    const mapping = mappingOf({ tool: "typeform", url: server.url, survey: "u6nXL7" }, "heard");
    const failed = await read(context, mapping, { token: "tfp_stolen" }).catch(String);
    expect(failed).toContain("climate: nothing was kept.");
    expect(failed).toContain("HTTP 403");
    expect(failed).not.toContain("tfp_stolen");
  });
});

test("nothing is taken before the day of the wave, and what comes after its release is late", async ({
  database,
  owner,
  worker,
}) => {
  const world: SurveyWorld = {
    survey: "u6nXL7",
    responses: responsesOf(
      numbers(1, 40).map((n) => `t${n}`),
      "heard",
    ),
  };
  const server = await serve(serveTypeform(world, { token: "typeform-token" }));
  const mapping = mappingOf({ tool: "typeform", url: server.url, survey: "u6nXL7" }, "heard");
  const secrets = { token: "typeform-token" };
  const early = contextOf(database, worker, "2026-03-30T08:00:00Z");
  expect(await read(early, mapping, secrets)).toEqual({
    reports: [],
    summary: "answers are taken on 2026-03-31, the day of the wave “spring”.",
  });
  const context = contextOf(database, worker, now);
  await read(context, mapping, secrets);
  await rollUp.run(context);
  await release.run(context);
  const [late] = responsesOf(["t41"], "heard");
  if (late === undefined) throw new Error("nobody was late");
  world.responses = [...world.responses, { ...late, at: "2026-04-01T08:00:00Z" }];
  const after = await read(context, mapping, secrets);
  expect(after.summary).toBe(
    "1 answers came after the wave “spring” was released: they are late, and not kept.",
  );
  expect(await answersIn(owner)).toHaveLength(40);
  expect(
    (await sql`select late from records.wave where key = 'spring'`.execute(owner)).rows,
  ).toEqual([{ late: 1 }]);
  expect((await listSources(worker))[0]?.endedAt).not.toBeNull();
});

test("the night reads a survey that is not over, before it counts", async ({
  database,
  worker,
}) => {
  const world: SurveyWorld = { survey: "u6nXL7", responses: responsesOf(["t1", "t2"], "heard") };
  const server = await serve(serveTypeform(world, { token: "typeform-token" }));
  const context = contextOf(database, worker, now);
  const mapping = mappingOf({ tool: "typeform", url: server.url, survey: "u6nXL7" }, "heard");
  const secrets = { token: "typeform-token" };
  await saveSource(worker, context.keys.secrets, {
    key: "climate",
    tool: "typeform",
    mapping,
    secrets,
  });
  const night = await runNight(context, { clock: () => context.now });
  const names = night?.steps.map(({ name }) => name) ?? [];
  expect(night?.steps.find(({ name }) => name === "survey climate")).toMatchObject({
    ok: true,
    message: "2 answers in the wave “spring”.",
  });
  expect(names.indexOf("survey climate")).toBeLessThan(names.indexOf(rollUp.name));
});
