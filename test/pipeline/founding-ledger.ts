import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {makeLedger, readReference, readWatch} from "../../src/cli/house.ts";
import {openLedger} from "../../src/store/index.ts";
import type {DatasetId} from "../../src/world/index.ts";

/** A real ledger in a folder of its own, made from the carried data as `demarche init` makes it. */
export async function foundingLedger(
  choice: {commercial?: boolean; without?: readonly DatasetId[]} = {},
) {
  const path = join(mkdtempSync(join(tmpdir(), "demarche-")), "ledger.duckdb");
  const reference = readReference();
  const watch = readWatch(undefined, reference);
  await makeLedger(path, reference, choice);
  const ledger = await openLedger({path});
  return {path, reference, watch, ledger, version: "test"};
}
