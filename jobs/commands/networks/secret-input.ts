import { createInterface, type Interface } from "node:readline/promises";
import { Writable } from "node:stream";
import { CommandError } from "../../exit-codes.ts";

/** Where secrets come from that are not on the command line. */
export interface SecretInput {
  /** Somebody sits there, and can be asked. */
  readonly isAsked: boolean;
  /** The next secret: a line of what is piped in, or what is typed, which is not shown. */
  read(name: string): Promise<string>;
}

/** The standard input. Several secrets are several lines, in the order of the command. */
export function createSecretInput(input: NodeJS.ReadStream = process.stdin): SecretInput {
  let piped: Promise<string[]> | null = null;
  return {
    isAsked: input.isTTY === true,
    async read(name) {
      if (input.isTTY) return askFor(name, input);
      piped ??= readAll(input);
      return (await piped).shift()?.trim() ?? "";
    },
  };
}

async function readAll(input: NodeJS.ReadStream): Promise<string[]> {
  let text = "";
  for await (const chunk of input.setEncoding("utf8")) text += chunk;
  return text.split(/\r?\n/);
}

/** What is typed is echoed to nobody; Ctrl-C gives up. */
async function askFor(name: string, input: NodeJS.ReadStream): Promise<string> {
  const nobody = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nobody, terminal: true });
  process.stderr.write(`${name} (it is not shown): `);
  try {
    return (await Promise.race([lines.question(""), interrupted(lines)])).trim();
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}

function interrupted(lines: Interface): Promise<never> {
  return new Promise((_, refuse) => {
    lines.once("SIGINT", () => refuse(new CommandError("Given up: nothing was changed.")));
  });
}
