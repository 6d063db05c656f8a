import { readFileSync } from "node:fs";
import type { Connector } from "#jobs/connectors/connector.ts";
import { CommandError, exitCodes } from "../../exit-codes.ts";
import { createSecretInput, type SecretInput } from "./secret-input.ts";

export type Settings = Readonly<Record<string, string>>;

/** What `--set` says of itself in every `--help`. */
export const setOption = [
  "--set <name=value>",
  "one setting; may be repeated. Of a secret, “-” reads a line of the standard input, “@file” that file",
] as const;

/** Gathers what `--set` was given, for commander. */
export function collectSetting(text: string, before: Settings = {}): Settings {
  const at = text.indexOf("=");
  if (at < 1) throw wrongUse(`“${text}” is not name=value.`);
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

/**
 * The settings as they were meant: a secret may be in a file or come over the standard input, so that
 * neither the list of processes nor the shell's history has it. Only secrets are looked up: other
 * settings may begin with an @ of their own, as accounts of Matrix do.
 * @throws when the connector has no such setting, before anything is read.
 */
export async function takeSettings(
  { title, settings }: Connector,
  set: Settings,
  input: SecretInput = createSecretInput(),
): Promise<Settings> {
  const stranger = Object.keys(set).find((name) => settings[name] === undefined);
  if (stranger !== undefined) {
    const names = Object.keys(settings).join(", ") || "none";
    throw wrongUse(`${title} has no setting “${stranger}”. It has ${names}.`);
  }
  const taken: Record<string, string> = {};
  for (const [name, text] of Object.entries(set)) {
    taken[name] = settings[name]?.secret ? await takeSecret(name, text, input) : text;
  }
  return taken;
}

/** One secret: from the standard input (`-`), a file (`@file`), or as it stands, with a warning. */
export async function takeSecret(name: string, text: string, input: SecretInput): Promise<string> {
  if (text === "") return "";
  const secret = text === "-" ? await input.read(name) : text.startsWith("@") ? inFile(text) : text;
  if (secret === "") throw wrongUse(`Nothing was given for ${name}.`);
  if (secret === text) {
    console.error(
      `Note: ${name} was on the command line, where other people of this machine and the shell's ` +
        "history see it. Next time give - or @file in its place.",
    );
  }
  return secret;
}

function inFile(text: string): string {
  const path = text.slice(1);
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    const why = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    throw wrongUse(`The file ${path} cannot be read${why}.`);
  }
}

function wrongUse(message: string): CommandError {
  return new CommandError(message, exitCodes.wrongUse);
}
