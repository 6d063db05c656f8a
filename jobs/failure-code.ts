/** What may be told of a failure in a log: its code. A message could quote what somebody wrote. */
export function failureCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "no code";
}
