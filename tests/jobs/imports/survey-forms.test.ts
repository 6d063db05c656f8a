import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { checkMapping } from "#jobs/imports/mapping/read-mapping.ts";
import { surveyMapping } from "#jobs/imports/mapping/survey-mapping.ts";
import { reportLines } from "#jobs/imports/report.ts";
import { importSurvey } from "#jobs/imports/survey.ts";
import { fileWith } from "#tests/support/answers-file.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { workbookOf } from "#tests/support/workbook.ts";

const now = "2026-04-02T08:00:00Z";

function mappingOf(form: string, column: string, more: object = {}, question: object = {}) {
  const given = {
    kind: "survey",
    form,
    barometer: { key: "climate", names: "Climate" },
    wave: { key: "spring", names: "Spring", date: "2026-03-31" },
    questions: [{ column, item: "heard", kind: "agreement", wordings: "I am heard", ...question }],
    ...more,
  };
  return checkMapping(given, surveyMapping, "answers.yaml");
}

async function answersIn(owner: Db): Promise<readonly (readonly (number | null)[])[]> {
  const { rows } = await sql<{ answers: (number | null)[] }>`
    select answers from intake.response order by answers`.execute(owner);
  return rows.map(({ answers }) => answers);
}

/** Shape of the export of LimeSurvey 6, after test data of edgarrmondragon/citric (MIT). */
const lime = `﻿"id","submitdate","lastpage","startlanguage","seed","token","startdate","datestamp","G01Q01","G01Q02","G02Q03","G02Q03[filecount]"
"1","2024-02-04 08:26:31.140133","","en","","d360f","2024-02-01 17:42:02.678612","2024-02-08 17:19:08","Should check nor will. Every difficult thousand vote.","3","",""
"2","2024-02-05 10:16:08.647063","","en","","c164f","2024-02-03 07:43:22.637163","2024-02-08 17:19:09","Dog tree rise born career amount.","4","",""
"3","2024-02-07 20:59:08.821572","","en","","2730f","2024-02-06 15:59:43.136551","2024-02-08 17:19:09","Set study station ten.","3","",""
`;
const unfinished = `"4","","2","en","","43736","2024-02-07 04:15:00","2024-02-08 17:19:09","","5","",""\n`;
const finished = `"4","2024-02-09 04:15:00","2","en","","43736","2024-02-07 04:15:00","2024-02-09 17:19:09","","2","",""\n`;

test("LimeSurvey's CSV is taken without its tokens, and an unfinished response once it is finished", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, now);
  const mapping = mappingOf("limesurvey", "G01Q02");
  const first = await importSurvey(context, { path: fileWith(lime + unfinished), mapping });
  expect(first).toMatchObject({ kept: 3, refused: 0, already: 0 });
  expect(first.notices).toEqual([
    {
      line: null,
      field: null,
      occurrences: 1,
      reason: "The response is not finished. It was left out, and is taken once it is.",
    },
  ]);
  expect(first.unread?.personal).toEqual(["seed", "token"]);
  expect(first.unread?.others).toContain("G01Q01");
  expect(reportLines(first).join("\n")).toContain(
    "never read, because they say who answered or from where: “seed”, “token”",
  );

  const second = await importSurvey(context, { path: fileWith(lime + finished), mapping });
  expect(second).toMatchObject({ kept: 1, already: 3 });
  expect(await answersIn(owner)).toEqual([[2], [3], [3], [4]]);
});

test("a response that was changed after it was taken stays as it was, and the report says so", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, now);
  const mapping = mappingOf("limesurvey", "G01Q02");
  await importSurvey(context, { path: fileWith(lime), mapping });
  const changed = lime.replace('amount.","4"', 'amount.","1"');
  const report = await importSurvey(context, { path: fileWith(changed), mapping });
  expect(report).toMatchObject({ kept: 0, already: 3 });
  expect(report.notices[0]?.reason).toContain("was changed after it was taken");
  expect(await answersIn(owner)).toEqual([[3], [3], [4]]);
});

test("two surveys whose responses are numbered alike are two, once the mapping names them", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, now);
  for (const survey of ["571271", "571272"]) {
    const mapping = mappingOf("limesurvey", "G01Q02", { survey });
    await importSurvey(context, { path: fileWith(lime), mapping });
  }
  expect(await answersIn(owner)).toHaveLength(6);
});

/** Shape after test data of ropensci/qualtRics (MIT); addresses and places are invented. */
const modern = `StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1,Q2,Q2 - Topics
Anfangsdatum,Enddatum,Antworttyp,IP-Adresse,Aktueller Stand,Dauer (in Sekunden),Beendet,Erfassungsdatum,Antwort-ID,Nachname des Empfängers,Vorname des Empfängers,E-Mail des Empfängers,Externe Datenreferenz,Breitengrad des Standorts,Längengrad des Standorts,Verteilungskanal,Benutzersprache,This is a multiple choice question.,This is a free text question.,Q2 - Topics
"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""ipAddress""}","{""ImportId"":""progress""}","{""ImportId"":""duration""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""recipientLastName""}","{""ImportId"":""recipientFirstName""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""externalDataReference""}","{""ImportId"":""locationLatitude""}","{""ImportId"":""locationLongitude""}","{""ImportId"":""distributionChannel""}","{""ImportId"":""userLanguage""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}","{""ImportId"":""QID2_TEXT_eae5a8d0e7fd4bd183e983e5Topics""}"
2017-07-18 08:28:09,2017-07-18 08:28:48,0,192.0.2.10,100,38,1,2017-07-18 08:28:48,R_2YPOQ602ER1jkf1,,,,,0.0,0.0,anonymous,DE,2,Hello World!,
2017-07-18 08:29:09,2017-07-18 08:29:48,1,192.0.2.10,100,38,1,2017-07-18 08:29:48,R_preview,,,,,0.0,0.0,preview,DE,5,Test,
`;
const legacy = `﻿V1,V2,V3,V4,V5,V6,V7,V8,V9,V10,Q1,Q2,LocationLatitude,LocationLongitude,LocationAccuracy,
ResponseID,ResponseSet,Name,ExternalDataReference,EmailAddress,IPAddress,Status,StartDate,EndDate,Finished,This is a multiple choice question.,This is a free text question.,LocationLatitude,LocationLongitude,LocationAccuracy,
R_2YPOQ602ER1jkf1,Standard-Antwortsatz,Anonym,,,192.0.2.10,0,2017-07-18 08:28:09,2017-07-18 08:28:48,1,2,Hello World!,0.0,0.0,-1,
`;

test.for([["Q1"], ["QID1"], ["This is a multiple choice question."]] as const)(
  "Qualtrics' three header lines are one, and its columns go by name, import id or wording: %s",
  async ([column], { database, owner, worker }) => {
    const context = contextOf(database, worker, now);
    const mapping = mappingOf("qualtrics", column);
    const report = await importSurvey(context, { path: fileWith(modern), mapping });
    expect(report).toMatchObject({ kept: 1, refused: 0 });
    expect(report.unread?.personal).toEqual([
      "IPAddress",
      "RecipientLastName",
      "RecipientFirstName",
      "RecipientEmail",
      "ExternalReference",
      "LocationLatitude",
      "LocationLongitude",
    ]);
    expect(report.notices[0]?.reason).toContain("The tool says it is a trial");
    expect(await answersIn(owner)).toEqual([[2]]);
  },
);

test("Qualtrics' legacy form, two header lines, a BOM and a comma too many, is the same response", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, now);
  const mapping = mappingOf("qualtrics", "Q1");
  await importSurvey(context, { path: fileWith(modern), mapping });
  const report = await importSurvey(context, { path: fileWith(legacy), mapping });
  expect(report).toMatchObject({ kept: 0, already: 1 });
  expect(report.unread?.personal).toEqual([
    "Name",
    "ExternalDataReference",
    "EmailAddress",
    "IPAddress",
    "LocationLatitude",
    "LocationLongitude",
    "LocationAccuracy",
  ]);
  expect(await answersIn(owner)).toEqual([[2]]);
});

test("Google Forms' words are points of the scale, and its addresses are not read", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, now);
  const file = `Timestamp,Email Address,What about us? [I am heard]
2026/03/30 9:12:01 AM GMT+1,ada@example.org,Strongly agree
2026/03/30 9:13:44 AM GMT+1,bo@example.org,disagree
2026/03/30 9:14:02 AM GMT+1,chi@example.org,Mostly harmless
`;
  const values = { "Strongly agree": 5, Disagree: 2 };
  const mapping = mappingOf("google-forms", "What about us? [I am heard]", {}, { values });
  const report = await importSurvey(context, { path: fileWith(file), mapping });
  expect(report).toMatchObject({ kept: 2, refused: 1 });
  expect(report.unread?.personal).toEqual(["Email Address"]);
  expect(report.refusals[0]?.reason).toContain("say under values: what it stands for");
  expect(await answersIn(owner)).toEqual([[2], [5]]);
});

test("Microsoft Forms' workbook is taken by its own numbers, without names and addresses", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, now);
  const rows = [
    ["ID", "Start time", "Completion time", "Email", "Name", "I am heard"],
    [1, "3/30/26 9:12:00", "3/30/26 9:14:00", "anonymous", "", "Strongly agree"],
    [2, "3/30/26 9:13:00", "3/30/26 9:15:00", "anonymous", "", "Disagree"],
  ];
  const path = fileWith(workbookOf([{ name: "Sheet1", rows }]), "answers.xlsx");
  const values = { "Strongly agree": 5, Disagree: 2 };
  const mapping = mappingOf("microsoft-forms", "I am heard", {}, { values });
  const report = await importSurvey(context, { path, mapping });
  expect(report).toMatchObject({ kept: 2, refused: 0 });
  expect(report.unread?.personal).toEqual(["Email", "Name"]);
  expect(await importSurvey(context, { path, mapping })).toMatchObject({ kept: 0, already: 2 });
  expect(await answersIn(owner)).toEqual([[2], [5]]);
});

test("an answer from 0 to 10 is taken as one, and no other", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, now);
  const file = "id,recommend\nA,0\nB,10\nC,11\nD,7.5\n";
  const questions = [
    { column: "recommend", item: "recommend", kind: "likelihood", wordings: "Recommend" },
  ];
  const mapping = mappingOf("limesurvey", "recommend", { form: undefined, id: "id", questions });
  const report = await importSurvey(context, { path: fileWith(file), mapping });
  expect(report).toMatchObject({ kept: 2, refused: 2 });
  expect(await answersIn(owner)).toEqual([[0], [10]]);
});

test("a mapping cannot make a question or a segment of who answered", () => {
  for (const column of ["RecipientEmail", "IPAddress", "Nom", "Adresse e-mail", "token"]) {
    expect(() => mappingOf("qualtrics", column)).toThrow(
      `the column “${column}” says who answered: only person: may name it`,
    );
  }
  for (const column of ["Nom du site", "Name of your plant", "Q1"]) mappingOf("qualtrics", column);
});

const shifts = [
  { value: 1, words: "Day", says: ["Jour", "Day"] },
  { value: 2, words: "Evening" },
  { value: 7, words: "Night" },
];
const named = { item: "shifts", wordings: "Which shifts suit you?" };

test.for([
  [
    "single: the option's own value",
    "id,q\nA,jour\nB,7\nC,\nD,Dawn\n",
    { ...named, kind: "single", column: "q", options: shifts },
    [[1], [7]],
  ],
  [
    "several in one column: the bits of their places",
    'id,q\nA,Jour;7;\nB,2\nC,\nD,"Day;Dawn"\nE,Day;Jour\n',
    { ...named, kind: "multiple", column: "q", options: shifts },
    [[2], [5]],
  ],
  [
    "several in a column each: the bits of their places",
    "id,q[1],q[2],q[3]\nA,Y,,Y\nB,No,1,0\nC,,,\n",
    {
      ...named,
      kind: "multiple",
      options: shifts.map((one, at) => ({ ...one, column: `q[${at + 1}]` })),
    },
    [[2], [5]],
  ],
  [
    "an order in a column each: digits in base four, the preferred one first",
    "id,q_1,q_2,q_3\nA,3,1,2\nB,,,1\nC,1,1,\nD,1,x,\n",
    {
      ...named,
      kind: "rank",
      options: shifts.map((one, at) => ({ ...one, column: `q_${at + 1}` })),
    },
    [[3], [2 * 16 + 3 * 4 + 1]],
  ],
] as const)(
  "a choice is kept as it would be if it were made here: %s",
  async ([, file, question, kept], { database, owner, worker }) => {
    const context = contextOf(database, worker, now);
    const mapping = mappingOf("limesurvey", "q", {
      form: undefined,
      id: "id",
      questions: [question],
    });
    const report = await importSurvey(context, { path: fileWith(file), mapping });
    expect(report.kept).toBe(2);
    expect(await answersIn(owner)).toEqual(kept);
    const { rows } = await sql<{ kind: string; n: number }>`
      select kind, jsonb_array_length(options) as n from records.question`.execute(owner);
    expect(rows).toEqual([{ kind: question.kind, n: 3 }]);
  },
);
