import type { PeopleFinding, RefusedPeople } from "#db/intake/people/plan.ts";
import type { Findings } from "../findings.ts";
import { ImportError } from "../import-error.ts";
import type { OrganisationMapping, PeopleMapping } from "../mapping/people-mapping.ts";

/** In words: what was found, what became of it, what to do. */
const words: Readonly<Record<PeopleFinding["what"], string>> = {
  repeated: "The line is there twice, word for word. It was read once.",
  conflicting:
    "Lines with one number say different things. All of them were left out and what was known stays: keep the right one.",
  "own-manager": "Somebody reports to themselves: taken as the top of the organisation.",
  "unknown-manager": "The manager is not among the people. The person was kept without one.",
  "shared-address":
    "An address that several people share says who none of them is: it is not used to match accounts.",
  "unknown-unit":
    "No organisation has declared this unit: it was kept, at the top. Import the organisation first.",
  "unknown-predecessor":
    "The unit it is said to replace was never heard of: that was left out. Correct its key.",
  "living-predecessor":
    "The unit it is said to replace is still in the file: that was left out. Take out its line, or the mention.",
};

/** Puts what the database found into the report: two people with one number are refused, the rest is noted. */
export function addPeopleFinding(
  { what, occurrences, line, others }: PeopleFinding,
  mapping: PeopleMapping,
  { refusals, notices }: { readonly refusals: Findings; readonly notices: Findings },
): void {
  const columns = {
    repeated: null,
    conflicting: mapping.number,
    "own-manager": mapping.manager ?? null,
    "unknown-manager": mapping.manager ?? null,
    "shared-address": mapping.email ?? null,
    "unknown-unit": mapping.unit && "key" in mapping.unit ? mapping.unit.key : null,
    "unknown-predecessor": null,
    "living-predecessor": null,
  };
  const found = { line, field: columns[what], reason: words[what], occurrences };
  if (what === "conflicting") refusals.addMany(found, `also line ${others.join(", ")}`);
  else notices.addMany(found);
}

/** Puts what was found about units into the report. */
export function addUnitFinding(
  { what, occurrences, line }: PeopleFinding,
  { replaces }: OrganisationMapping,
  notices: Findings,
): void {
  notices.addMany({ line, field: replaces ?? null, reason: words[what], occurrences });
}

/** Why a file cannot be taken as a whole. */
export function refusalOf({ what, detail }: RefusedPeople, source: string): ImportError {
  const chain = detail.map((line) => (typeof line === "number" ? `line ${line}` : line));
  const circle = [...chain, chain[0]].join(" → ");
  switch (what) {
    case "manager-circle":
      return new ImportError(
        `${source}: people report to each other in a circle: ${circle}. Nothing was kept. Correct one of the managers.`,
      );
    case "unit-circle":
      return new ImportError(
        `${source}: units are part of each other in a circle: ${circle}. Nothing was kept. Correct one of the parents.`,
      );
    case "too-many-leave":
      return new ImportError(
        `${source} would end the employment of ${detail[0]} of ${detail[1]} people. Nothing was kept. ` +
          "If the file holds only some of the people, say `partial: true` in the mapping; if it is right, run again with --everybody-else-left.",
      );
  }
}
