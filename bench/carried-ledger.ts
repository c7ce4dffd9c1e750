import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {makeLedger} from "../src/cli/house.ts";
import {type Ledger, openLedger} from "../src/store/index.ts";
import type {Reference} from "../src/world/index.ts";

/** Works on a ledger of the carried data alone, opened to read; its folder is removed afterwards. */
export async function withCarriedLedger<Result>(
  reference: Reference,
  work: (ledger: Ledger, path: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-carried-"));
  try {
    const path = join(folder, "ledger.duckdb");
    await makeLedger(path, reference, {}, () => {});
    const ledger = await openLedger({path, readOnly: true});
    try {
      return await work(ledger, path);
    } finally {
      await ledger.close();
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
