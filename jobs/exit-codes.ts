/** What the exit code of a command says; the table for people is in this room's README. */
export const exitCodes = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  refusals: 3,
  busy: 4,
} as const;

/** Ends a command with a message for a person, no stack, and the given exit code. */
export class CommandError extends Error {
  override readonly name = "CommandError";

  constructor(
    message: string,
    readonly exitCode: number = exitCodes.failed,
  ) {
    super(message);
  }
}
