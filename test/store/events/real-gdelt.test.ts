import {existsSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {loadEventImporter, openImportFile, realImportDisk} from "../../../src/sources/index.ts";
import {eventFolder} from "../../../src/store/events/event-folder.ts";
import {namedFiles} from "../../../src/store/events/event-manifest.ts";
import {emptyLedger, takeIn} from "./event-ledger.ts";

const folder = "../shared/data/events";
const names = ["20190121220000.export.CSV.gz", "gdelt2_events_gdeltPyR_sample.csv.gz"];

/** What the two ways to the same rows must agree on. */
const carried = `SELECT global_event_id, "date", source, target, source_actor, target_actor, cameo, goldstein, articles,
  sources_count, url FROM read_parquet('data/event-rows.parquet')`;
const imported = `SELECT event_id, "day", source, target, source_actor, target_actor, code, goldstein, articles,
  sources_count, url FROM read_parquet($paths, hive_partitioning=false)`;

// Needs the raw files beside the repository.
describe.skipIf(!names.every((name) => existsSync(join(folder, name))))("GDELT's own files", () => {
  it("give the rows that are carried, one by one", async () => {
    const ledger = await emptyLedger();
    const importer = await loadEventImporter("gdelt-events");
    if (importer === null) throw new Error("no importer of GDELT's events");
    const files = await Promise.all(
      names.map((name) => openImportFile(join(folder, name), realImportDisk)),
    );
    const {receipt} = await takeIn(ledger, importer, "2026-11-01", ...files);
    expect(receipt).toMatchObject({rejected: 0, events: {added: 7719, collapsed: 0}});
    const paths = (await namedFiles(ledger)).map(({file}) => join(eventFolder(ledger.path), file));
    const differing = await ledger.rows(
      `SELECT CAST(count(*) AS DOUBLE) FROM ((${carried} EXCEPT ALL ${imported})
        UNION ALL (${imported} EXCEPT ALL ${carried}))`,
      {paths},
    );
    expect(differing).toEqual([[0]]);
    await ledger.close();
  });
});
