/** A code as it is typed: in groups of four. */
export function typedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ").toUpperCase();
}
