import pg from "pg";

/**
 * A connection whose errors say what went wrong and never repeat a value. PostgreSQL quotes the row
 * it refuses, the token it cannot read and the statement it was in, and an error travels further than
 * anybody thinks: into a log, a night's page, the answer to a request.
 */
export class QuietClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.connection.prependListener("errorMessage", quieten);
    // A server that goes away while it is asked is told to whoever asked; without a listener the same
    // news would end the process.
    this.on("error", () => {});
  }
}

/** Data exceptions quote what they were given. What our own functions raise is written by us. */
function quieten(error: pg.DatabaseError): void {
  error.detail = undefined;
  error.where = undefined;
  error.hint = undefined;
  error.internalQuery = undefined;
  const ours = error.routine === "exec_stmt_raise";
  if (!ours && error.code?.startsWith("22")) {
    error.message = error.message.replace(/"[\s\S]*"/, '"…"').replace(/: "…".*$/s, "");
  }
}
