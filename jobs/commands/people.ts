import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { readSettings } from "#app/settings.server.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withContext } from "../open-context.ts";
import { accessPerson, eraseOne, objectFor } from "../person-rights.ts";
import { createSecretInput } from "./networks/secret-input.ts";

const NOBODY = "Nobody in the HR file has, or had, this number.";
const ASKED =
  "\nThe HR number is asked for, or read from the standard input, so that no history of commands keeps it.";

export function register(program: Command): void {
  const people = program
    .command("people")
    .description("What one person may ask for: access, erasure, objection. Never printed here.");
  people
    .command("access <file>")
    .description("Write everything that is kept of one person to a file only you can read.")
    .addHelpText("after", `${ASKED}\nExample:\n  $ barometer people access request-12.json`)
    .action(async (file: string) => {
      const number = await askNumber();
      const kept = await withContext(readSettings(), new Date(), (context) =>
        accessPerson(context, number),
      );
      if (kept === null) throw new CommandError(NOBODY);
      try {
        writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flag: "wx" });
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
        throw new CommandError("This file is there already: give another name.");
      }
      const lines = Object.values(kept).reduce((sum, rows) => sum + rows.length, 0);
      console.log(`${lines} lines written. Hand them over, then delete the file.`);
    });
  people
    .command("erase")
    .description("Erase one person who has left, with the number of rows as proof.")
    .option(
      "--keep-place",
      "of somebody who still works here: erase what they did and answered, and collect no more",
    )
    .option("--json", "print the numbers as JSON")
    .addHelpText("after", `${ASKED}\nWhat was released does not change.`)
    .action(async ({ keepPlace = false, json }: { keepPlace?: boolean; json?: true }) => {
      const number = await askNumber();
      const gone = await withContext(readSettings(), new Date(), (context) =>
        eraseOne(context, number, { keepPlace }),
      );
      if (gone === "nobody") throw new CommandError(NOBODY);
      if (gone === "employed") {
        throw new CommandError(
          "This person still works here, and the next HR file would bring them back: --keep-place erases what they did and answered, and notes an objection.",
        );
      }
      if (json) return console.log(JSON.stringify(gone));
      for (const [what, rows] of Object.entries(gone)) console.log(`${what}: ${rows}`);
      console.log(
        "Erased. Their answers to anonymous waves cannot be found; backups end with their own time.",
      );
    });
  people
    .command("object")
    .description("Note that one person objects: nothing of theirs is collected or counted.")
    .option("--withdraw", "they no longer object")
    .addHelpText("after", ASKED)
    .action(async ({ withdraw = false }: { withdraw?: boolean }) => {
      const number = await askNumber();
      const outcome = await withContext(readSettings(), new Date(), (context) =>
        objectFor(context, number, { withdraw }),
      );
      if (outcome === "nobody") throw new CommandError(NOBODY);
      if (outcome === "already") return console.log("They object already.");
      if (outcome === "none") throw new CommandError("They do not object.");
      console.log(
        outcome === "withdrawn"
          ? "Withdrawn: their activity is collected again from today on."
          : `Noted. ${outcome.removed} rows of weeks that are not released were removed.`,
      );
    });
}

async function askNumber(): Promise<string> {
  const number = await createSecretInput().read("HR number");
  if (number === "") throw new CommandError("Give the HR number.", exitCodes.wrongUse);
  return number;
}
