import {copyFileSync, mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {inject} from "vitest";
import {makeLedger, readReference, readWatch} from "../../src/cli/house.ts";
import {openLedger} from "../../src/store/index.ts";
import type {DatasetId} from "../../src/world/index.ts";

/**
 * A real ledger in a folder of its own, as `demarche init` makes it from the carried data: a copy of the one that
 * `make-shared-ledger.ts` made for the whole run, or a new one where datasets are to be left out.
 */
export async function foundingLedger(
  choice: {commercial?: boolean; without?: readonly DatasetId[]} = {},
) {
  const path = join(mkdtempSync(join(tmpdir(), "demarche-")), "ledger.duckdb");
  const reference = readReference();
  const watch = readWatch(undefined, reference);
  if (Object.keys(choice).length === 0) copyFileSync(inject("foundingLedger"), path);
  else await makeLedger(path, reference, choice, () => {});
  const ledger = await openLedger({path});
  return {path, reference, watch, ledger, version: "test"};
}
