/** The README's test command: types, lint, boundaries, then every test, and one line that counts. */
import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

const run = (command, args) => spawnSync(command, args, {stdio: "inherit"}).status === 0;
const scratch = mkdtempSync(join(tmpdir(), "demarche-test-"));
const report = join(scratch, "vitest.json");

let passed = 0;
let failed = 0;
let skipped = 0;
const count = (name, ok) => {
  console.log(`${ok ? "passed" : "FAILED"}: ${name}`);
  if (ok) passed += 1;
  else failed += 1;
};

count("types", run("npx", ["--no-install", "tsc", "-p", "tsconfig.json", "--noEmit"]));
count("lint", run("npx", ["--no-install", "biome", "check", "--error-on-warnings"]));
count("boundaries", run("node", ["scripts/boundaries.mjs"]));
count("build", run("node", ["scripts/build.mjs"]));
const testsOk = run("npx", [
  "--no-install",
  "vitest",
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
]);
try {
  const results = JSON.parse(readFileSync(report, "utf8"));
  passed += results.numPassedTests;
  failed += results.numFailedTests;
  skipped += results.numPendingTests + results.numTodoTests;
  if (!testsOk && results.numFailedTests === 0) count("vitest ended well", false);
  if (results.numTotalTests === 0) count("some test ran", false);
} catch (error) {
  console.error(`vitest left no report: ${error}`);
  count("vitest", false);
}
rmSync(scratch, {recursive: true, force: true});
if (skipped > 0)
  console.log(
    `${skipped} skipped: they need ../shared or Chromium, which are not here, and say so`,
  );
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
