/**
 * Whether a failure lies in what was being written, so that trying the rest without it helps: our own
 * code stumbled, or the database does not take a value (SQLSTATE classes 22 and 23, and what our
 * functions raise). A line that is cut or a database that is full is nobody's row.
 */
export function isOfOneRow(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return !("code" in error) || /^(2[23]|P0)[0-9A-Z]{3}$/.test(String(error.code));
}
