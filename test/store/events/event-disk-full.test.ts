import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {expect, it} from "vitest";
import {openDatabase} from "../../../src/store/database.ts";
import {workFolder} from "../../../src/store/events/event-folder.ts";
import {eventRows} from "../../../src/store/events/event-rows.ts";
import {verifyEventFiles} from "../../../src/store/events/verify-event-files.ts";
import {day} from "../../../src/world/index.ts";
import {emptyLedger, eventOf, eventsFile, jsonLines, takeIn} from "./event-ledger.ts";

/** Made-up events: as text they take more than the half megabyte that a file may have. */
const count = 20_000;
const blocks = 1000;

/** Imports made-up events in a process that may not write files of more than so many blocks of 512 bytes. */
function importUnderLimit(path: string) {
  const command = `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" --import tsx test/store/events/import-child.ts "$1" ${count}`;
  return spawnSync("sh", ["-c", command, process.execPath, path], {encoding: "utf8"});
}

it("a full disk is told in a line when events come in, and what was kept before is whole", async () => {
  const ledger = await emptyLedger();
  const {path} = ledger;
  await takeIn(ledger, jsonLines, "2024-06-01", eventsFile([eventOf({eventId: "before"})]));
  await ledger.close();
  const {status, stdout, stderr} = importUnderLimit(path);
  expect(stdout).toBe("begun\n");
  expect(status).not.toBe(0);
  expect(stderr).toMatch(/StoreError: the disk is full/);
  const opened = await openDatabase(path, false);
  expect(existsSync(workFolder(path))).toBe(false);
  expect(await verifyEventFiles(opened)).toMatchObject({fault: null, unnamed: []});
  const rows = () => eventRows(opened, {asOf: day("2024-06-02"), limit: 0, offset: 0});
  expect((await rows()).total).toBe(1);
  await takeIn(opened, jsonLines, "2024-06-02", eventsFile([eventOf({eventId: "after"})]));
  expect((await rows()).total).toBe(2);
  await opened.close();
});
