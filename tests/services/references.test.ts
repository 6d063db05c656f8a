import { expect } from "vitest";
import { readShownReferences } from "#app/services/references.server.ts";
import { keepReference } from "#db/records/references.ts";
import { shippedReferences } from "#jobs/imports/references/shipped.ts";
import { test } from "#tests/support/database.ts";

test("published results are shown with their latest figure, its spread, what was before and their limits", async ({
  web,
  worker,
}) => {
  expect(await readShownReferences({ db: web, language: "fr" })).toEqual([]);
  for (const reference of shippedReferences()) await keepReference(worker, reference);
  const [civil, frontline] = await readShownReferences({ db: web, language: "fr" });
  expect(civil?.name).toBe("Enquête auprès des agents de la fonction publique britannique, 2024");
  expect(civil?.comparability).toContain("Comparable seulement à une question posée");
  expect(civil?.items.find(({ code }) => code === "B41")).toMatchObject({
    period: "2024",
    value: 56.2,
    spread: [42.1, 71.8],
    isPercent: true,
    before: [
      { period: "2021", value: 62 },
      { period: "2019", value: 51 },
      { period: "2009", value: 35 },
    ],
  });
  const connected = frontline?.items.filter(({ code }) => code === "connected");
  expect(connected?.map(({ population, value, spread }) => [population, value, spread])).toEqual([
    ["", 55, null],
    ["France", 48, null],
  ]);
  const [english] = await readShownReferences({ db: web, language: "en" });
  expect(english?.items.find(({ code }) => code === "B27")?.wording).toBe(
    "I feel valued for the work I do",
  );
});
