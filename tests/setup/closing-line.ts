import type { Reporter, TestModule } from "vitest/node";

/** Ends the run with `N passed, N failed, N skipped`, after everything anybody else prints. */
export default class ClosingLine implements Reporter {
  #line = "0 passed, 1 failed, 0 skipped";

  onInit(): void {
    process.on("exit", () => console.log(this.#line));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      // A file that cannot be loaded, or a hook that fails, has no test to blame.
      count.failed += module.errors().length;
      for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    }
    // A test that never got its turn did not pass.
    const failed = count.failed + count.pending;
    this.#line = `${count.passed} passed, ${failed} failed, ${count.skipped} skipped`;
  }
}
