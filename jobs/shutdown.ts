/**
 * Waits until this process is asked to end: by Ctrl-C, by the system, or because the process that
 * started it is gone, even if that one was killed and could say nothing.
 */
export function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
    const ask = () => {
      // An open line to the parent would keep this process from ending.
      if (process.connected) process.disconnect();
      resolve();
    };
    for (const signal of signals) process.on(signal, ask);
    process.once("disconnect", ask);
  });
}

/** For work that may be cut off anywhere: ends this process with the one that started it. */
export function endWithParent(): void {
  process.once("disconnect", () => process.exit(1));
  // Listening alone would keep the process from ending when its work is done.
  process.channel?.unref();
}
