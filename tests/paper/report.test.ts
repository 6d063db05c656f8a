import { expect } from "vitest";
import type { Viewer } from "#app/model/viewer.ts";
import { readAll } from "#app/paper/report/readings.server.ts";
import { reportOf } from "#app/paper/report/report.server.ts";
import type { Db } from "#db/client.server.ts";
import { writeAction } from "#db/records/actions.ts";
import { test } from "#tests/support/database.ts";
import { makeHalles, southManager, viewerOf } from "#tests/support/make-halles.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";
import { pagesOf, textOf, unspaced } from "#tests/support/pdf-text.ts";

function visitOf(db: Db, language: "fr" | "en", viewer: Viewer = viewerOf()) {
  const now = new Date("2026-11-20T10:00:00Z");
  const when = { now, today: "2026-11-20", timeZone: "Europe/Paris" };
  return { db, ...when, language, addressLanguage: null, viewer } as const;
}

/** Something is done about what was said. */
async function makeAction(owner: Db, web: Db): Promise<void> {
  const scopes = [{ kind: "company", key: "company" }] as const;
  const id = await makeViewer(owner, { email: "lead@halles.example", roles: ["director"], scopes });
  const wanted = {
    ...{ id: null, population: "company", indicator: "connection", owner: id, onBoard: false },
    heard: { fr: "On apprend tout trop tard.", en: "We learn everything too late." },
    doing: { fr: "Un point chaque lundi.", en: "A talk every Monday." },
    dueOn: "2026-12-01",
    state: "doing",
    startedOn: "2026-11-02",
    endedOn: null,
  } as const;
  expect(await writeAction(web, id, wanted, new Date("2026-11-02T09:00:00Z"))).not.toBeNull();
}

test.for(["fr", "en"] as const)(
  "the report in “%s” says every figure and every sentence of the page, in text that can be copied",
  async (language, { owner, web }) => {
    await makeHalles(owner);
    await owner.updateTable("records.item").set({ indicatorKey: "connection" }).execute();
    await makeAction(owner, web);
    const visit = visitOf(web, language);
    const readings = await readAll(visit, new URLSearchParams());
    const page = readings?.barometer;
    const report = await reportOf(visit, new URLSearchParams());
    const text = textOf(report?.body ?? new Uint8Array());
    const movers = [...(page?.movers?.real ?? []), ...(page?.movers?.seeming ?? [])];
    const sentences = [
      page?.lead.said,
      page?.lead.rest,
      page?.movers?.sentence,
      page?.trend?.sentence,
      page?.map?.sentence,
      page?.parity?.sentence,
      ...movers.map(({ sentence }) => sentence),
      ...(page?.dials.flatMap(({ said }) => [said.change, said.gap]) ?? []),
      ...(readings?.each ?? []).flatMap(({ lead, trend, segments, questions, slope, ...one }) => [
        ...[lead.said, lead.rest, segments.sentence, slope?.sentence],
        questions.rows.length === 0 ? null : questions.sentence,
        one.indicator === page?.trend?.measure ? null : trend?.sentence,
      ]),
      readings?.adoption?.trend.sentence,
      readings?.adoption?.active.sentence,
      ...(readings?.actions ?? []).flatMap(({ doing, heard }) => [doing.text, heard.text]),
      ...(readings?.methods.families ?? []).flatMap(({ methods }) =>
        methods.flatMap(({ key, plain }) => (key === "interval" || key === "hidden" ? plain : [])),
      ),
    ].flatMap((sentence) => sentence ?? []);
    expect(sentences.length).toBeGreaterThan(30);
    expect(sentences.filter((sentence) => !text.includes(unspaced(sentence)))).toEqual([]);
    const shown = page?.dials.flatMap(({ figure }) =>
      figure === null || figure.hidden ? [] : Math.round(figure.value.value * 100),
    );
    expect(shown).toHaveLength(4);
    expect(shown?.filter((value) => !text.includes(`${value}%`))).toEqual([]);
  },
);

test("the contents lead to the page each part begins on, and so do the bookmarks", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  await makeAction(owner, web);
  const report = await reportOf(visitOf(web, "en"), new URLSearchParams());
  const pages = pagesOf(report?.body ?? new Uint8Array());
  const contents = pages.findIndex((page) => page.startsWith("Contents"));
  expect(contents).toBe(1);
  const parts = [
    "Connection",
    "Trust in leadership",
    "Group adoption",
    "Actions",
    "How to read this report",
  ];
  for (const part of parts) {
    const name = unspaced(part);
    const told = [...(pages[contents] ?? "").matchAll(new RegExp(`${name}(\\d{1,2})`, "g"))];
    const begins = told.map(([, number]) => pages[Number(number) - 1] ?? "");
    expect([part, begins.some((page) => page.includes(name))]).toEqual([part, true]);
  }
  const file = Buffer.from(report?.body ?? []).toString("latin1");
  expect(file).toMatch(/\/Type \/Outlines|\/Outlines \d+ 0 R/);
  expect(file.match(/\/Title \(/g)?.length).toBeGreaterThan(parts.length + 8);
  // A heading is not the last thing on its page.
  const feet = pages.slice(2).map((page) => page.replace(/Barometer:.*page\d+of\d+$/, ""));
  for (const part of parts) {
    expect(feet.filter((page) => page.endsWith(unspaced(part)))).toEqual([]);
  }
});

test("a screen reader is told the language, the title, and each drawing in words", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const report = await reportOf(visitOf(web, "en"), new URLSearchParams());
  const file = Buffer.from(report?.body ?? []).toString("latin1");
  expect(file).toContain("/Lang (en)");
  expect(file).toContain("/DisplayDocTitle true");
  expect(file).toContain("/Marked true");
  const drawings = file.match(/\/S \/Figure/g)?.length ?? 0;
  expect(drawings).toBeGreaterThan(4);
  expect(file.match(/\/Alt /g)).toHaveLength(drawings);
  expect(file).toMatch(/\/S \/TH\b/);
});

test("what is hidden is a word on paper, and what is another's is not there at all", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const address = new URLSearchParams({ population: "unit:south-night" });
  const text = textOf((await reportOf(visitOf(web, "fr"), address))?.body ?? new Uint8Array());
  expect(text).toContain(unspaced("Juin 2026 masqué 45 % (de 41 à 49)"));
  const theirs = await reportOf(visitOf(web, "fr", southManager), new URLSearchParams());
  const own = textOf(theirs?.body ?? new Uint8Array());
  expect(own).toContain("LogistiqueSud");
  // Next door a manager reads the headlines, and this question is none of them.
  expect(own).not.toContain(unspaced("Je suis informé Logistique Nord"));
  const elsewhere = new URLSearchParams({ population: "site:nowhere" });
  expect(await reportOf(visitOf(web, "fr", southManager), elsewhere)).toBeNull();
});
