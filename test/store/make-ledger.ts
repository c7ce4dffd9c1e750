import {copyFileSync, mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type InitOptions, initLedger} from "../../src/store/index.ts";
import {carriedDatasetIds} from "../../src/world/index.ts";
import {dataDir, smallReference} from "./small-reference.ts";

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "demarche-store-"));
}

/** Makes a ledger from the carried data in a folder of its own, and gives its path. */
export async function makeLedger(
  choice: Partial<Omit<InitOptions, "reference">> = {},
): Promise<string> {
  const path = choice.path ?? join(emptyFolder(), "ledger.duckdb");
  await initLedger({
    dataDir,
    reference: smallReference(),
    appVersion: "test",
    progress: () => {},
    ...choice,
    path,
  });
  return path;
}

const smallDatasets = ["gdp", "leaders", "arms-orders", "sanctions-panel"];
let template: Promise<string> | null = null;

/** All but the four small datasets. */
export const without = carriedDatasetIds.filter((id) => !smallDatasets.includes(id));

/** A ledger of four small datasets. It is made once and copied, so that each test may have its own. */
export async function makeSmallLedger(): Promise<string> {
  template ??= makeLedger({without});
  const path = join(emptyFolder(), "ledger.duckdb");
  copyFileSync(await template, path);
  return path;
}
