import { randomBytes } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { type Command, Option } from "commander";
import { dayIn } from "#app/model/period.ts";
import { type Role, roles, type Scope } from "#app/model/viewer.ts";
import { readSettings } from "#app/settings.server.ts";
import { defineViewer } from "#db/records/define-viewer.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withContext } from "../open-context.ts";

interface Options {
  readonly name?: string;
  readonly role: Role;
  readonly scope: readonly string[];
  readonly language: "fr" | "en";
}

/** Whoever reads results reads those of a part of the company. */
const readers: readonly Role[] = ["director", "manager", "analyst"];

/** Long enough that nobody guesses it, short enough to be typed once. */
const PASSWORD_BYTES = 12;

export function register(program: Command): void {
  const viewers = program.command("viewers").description("Who may sign in, and see what.");
  viewers
    .command("add <email>")
    .description("Make an account and print its password, once.")
    .option("--name <name>", "as it is shown on the promise page; the address when not said")
    .addOption(
      new Option("--role <role>", "what they come to do").choices(roles).default("director"),
    )
    .option(
      "--scope <key>",
      "company, unit:<key>, site:<key> or legal-entity:<name>; may be repeated",
      (key: string, all: readonly string[]) => [...all, key],
      [],
    )
    .addOption(new Option("--language <code>", "of the pages").choices(["fr", "en"]).default("fr"))
    .addHelpText(
      "after",
      "\nExample:\n  $ barometer viewers add rh@example.org --role director --scope company",
    )
    .action(async (email: string, { name = email, role, scope, language }: Options) => {
      if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
        throw new CommandError(`"${email}" is not an e-mail address.`, exitCodes.wrongUse);
      }
      const scopes = scope.map(readScope);
      if (scopes.length === 0 && readers.includes(role)) {
        throw new CommandError(
          `A ${role} without a scope sees nothing: add --scope company, or a part of it.`,
          exitCodes.wrongUse,
        );
      }
      const password = randomBytes(PASSWORD_BYTES).toString("base64url");
      const settings = readSettings();
      const now = new Date();
      const made = await withContext(settings, now, async ({ db, timeZone }) =>
        defineViewer(db, {
          email,
          name,
          language,
          passwordHash: await hash(password),
          demo: false,
          roles: [role],
          scopes,
          since: dayIn(timeZone, now),
        }),
      );
      if (!made) throw new CommandError(`There is an account for ${email} already.`);
      console.log(`${email} may sign in as ${role}. Password, shown once: ${password}`);
    });
}

function readScope(key: string): Pick<Scope, "kind" | "key"> {
  if (key === "company") return { kind: "company", key };
  const kind = key.split(":", 1)[0];
  if (
    (kind === "unit" || kind === "site" || kind === "legal-entity") &&
    key.length > kind.length + 1
  ) {
    return { kind, key };
  }
  throw new CommandError(
    `"${key}" is not a scope: give company, unit:<key>, site:<key> or legal-entity:<name>.`,
    exitCodes.wrongUse,
  );
}
