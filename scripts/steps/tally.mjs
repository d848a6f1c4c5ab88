import { existsSync, readFileSync } from "node:fs";

/** How many checks passed, failed and were skipped. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;

  add({ passed = 0, failed = 0, skipped = 0 }) {
    this.passed += passed;
    this.failed += failed;
    this.skipped += skipped;
  }

  toString() {
    return `${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped`;
  }
}

function counted(file, code, count) {
  if (!existsSync(file)) return { failed: 1 };
  const tally = count(JSON.parse(readFileSync(file, "utf8")));
  // What broke outside any test (a file that does not load, an error nobody awaited) is a failure as well.
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

export const vitestTally = (file, code) =>
  counted(file, code, (report) => ({
    passed: report.numPassedTests,
    failed:
      report.numFailedTests +
      report.testResults.filter((each) => each.status === "failed" && each.assertionResults.length === 0).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }));

export const playwrightTally = (file, code) =>
  counted(file, code, ({ stats }) => ({
    passed: stats.expected,
    // A test that passes only when repeated is not one that passes.
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
