/** A file that cannot be taken at all: the message says where, what was kept and what to do. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}
