import { expect } from "vitest";
import type { Viewer } from "#app/model/viewer.ts";
import { reportOf } from "#app/paper/report/report.server.ts";
import { readAsPage } from "#app/paper/sheets/barometer.ts";
import type { Db } from "#db/client.server.ts";
import { test } from "#tests/support/database.ts";
import { makeHalles, southManager, viewerOf } from "#tests/support/make-halles.ts";
import { textOf, unspaced } from "#tests/support/pdf-text.ts";

function visitOf(db: Db, language: "fr" | "en", viewer: Viewer = viewerOf()) {
  const now = new Date("2026-11-20T10:00:00Z");
  const when = { now, today: "2026-11-20", timeZone: "Europe/Paris" };
  return { db, ...when, language, addressLanguage: null, viewer } as const;
}

test.for(["fr", "en"] as const)(
  "the report in “%s” says every figure and every sentence of the page, in text that can be copied",
  async (language, { owner, web }) => {
    await makeHalles(owner);
    const visit = visitOf(web, language);
    const page = await readAsPage(visit, new URLSearchParams());
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
    ].flatMap((sentence) => sentence ?? []);
    expect(sentences.length).toBeGreaterThan(10);
    expect(sentences.filter((sentence) => !text.includes(unspaced(sentence)))).toEqual([]);
    const shown = page?.dials.flatMap(({ figure }) =>
      figure === null || figure.hidden ? [] : Math.round(figure.value.value * 100),
    );
    expect(shown).toHaveLength(4);
    expect(shown?.filter((value) => !text.includes(`${value}%`))).toEqual([]);
  },
);

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
  expect(text).toContain(unspaced("Juin 2026 Préparation nuit masqué"));
  const theirs = await reportOf(visitOf(web, "fr", southManager), new URLSearchParams());
  const own = textOf(theirs?.body ?? new Uint8Array());
  expect(own).toContain("LogistiqueSud");
  // Next door a manager reads the headlines, and this question is none of them.
  expect(own).not.toContain(unspaced("Je suis informé Logistique Nord"));
  const elsewhere = new URLSearchParams({ population: "site:nowhere" });
  expect(await reportOf(visitOf(web, "fr", southManager), elsewhere)).toBeNull();
});
