import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseWatch} from "../../src/sources/index.ts";
import {initLedger, openLedger} from "../../src/store/index.ts";
import {day, type Watch} from "../../src/world/index.ts";
import {reference} from "../sources/real-reference.ts";

export {reference};

export const asOf = day("2026-11-24");

export const founding = parseWatch(
  readFileSync("watches/founding.yaml", "utf8"),
  "watches/founding.yaml",
  reference,
);

/** A real ledger from the carried data, and the fact book of any watch. */
export async function realLedger() {
  const path = join(mkdtempSync(join(tmpdir(), "demarche-measures-")), "ledger.duckdb");
  await initLedger({path, dataDir: "data", reference, appVersion: "test", progress: () => {}});
  const ledger = await openLedger({path});
  return {ledger, bookOf: (watch: Watch, on = asOf) => ledger.readFacts(watch, reference, on)};
}
