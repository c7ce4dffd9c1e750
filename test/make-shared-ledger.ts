import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestProject} from "vitest/node";
import {makeLedger, readReference} from "../src/cli/house.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of the founding ledger that every test may copy and none may open. */
    foundingLedger: string;
  }
}

/** Makes the founding ledger once for the whole run of tests; one that DEMARCHE_FOUNDING_LEDGER names is taken as it is. */
export async function setup({provide}: TestProject) {
  const {DEMARCHE_FOUNDING_LEDGER: made} = process.env;
  if (made !== undefined) {
    provide("foundingLedger", made);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "demarche-shared-"));
  const path = join(folder, "ledger.duckdb");
  await makeLedger(path, readReference(), {}, () => {});
  provide("foundingLedger", path);
}
