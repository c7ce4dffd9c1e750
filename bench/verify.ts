import {copyFileSync, mkdtempSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {makeLedger, readReference} from "../src/cli/house.ts";
import {openLedger, restoreLedger} from "../src/store/index.ts";
import type {BenchResult} from "./benches.ts";
import {madeFile, madeRows} from "./made-file.ts";

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** Files that are imported, to see how fast that is with all that it seals. */
const files = 9;

/**
 * How long it takes to prove that nothing in the founding ledger was altered, and to back it up and put it back; beside
 * what the disk alone takes to copy the file.
 */
export async function run(_options: {data: string}): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-verify-"));
  try {
    const path = join(folder, "ledger.duckdb");
    await makeLedger(path, readReference(), {}, () => {});
    const ledger = await openLedger({path});
    let imported = 0;
    const importSeconds = await seconds(async () => {
      for (let file = 0; file < files; file += 1) {
        await ledger.importRows(madeFile(file));
        imported += madeRows(file);
      }
    });
    let rows = 0;
    let whole = false;
    const verifySeconds = await seconds(async () => {
      ({rows, whole} = await ledger.verify());
    });
    const backup = join(folder, "backup");
    const backupSeconds = await seconds(() => ledger.backup(backup));
    await ledger.close();
    const restored = join(folder, "restored.duckdb");
    const restoreSeconds = await seconds(() =>
      restoreLedger({folder: backup, path: restored, force: false}),
    );
    const copySeconds = await seconds(async () => copyFileSync(path, join(folder, "copy")));
    return {
      bench: "verify",
      figures: {
        whole: whole ? 1 : 0,
        verifySeconds,
        verifiedRowsPerSecond: rows / verifySeconds,
        importedRowsPerSecond: imported / importSeconds,
        backupSeconds,
        restoreSeconds,
        ledgerMegabytes: statSync(path).size / 1e6,
      },
      floors: {"backupSeconds copying-the-file": copySeconds},
      peers: {},
      n: rows,
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
