import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {loadEventImporter} from "../../../src/sources/index.ts";
import {eventTables} from "../../../src/store/events/event-columns.ts";
import {standingRows} from "../../../src/store/events/standing-rows.ts";
import {day} from "../../../src/world/index.ts";
import {emptyLedger, fileOf, takeIn} from "./event-ledger.ts";

const mentions = readFileSync(
  "test/input/importers/gdelt-mentions/20310214101500.mentions.CSV",
  "utf8",
);

it("a file of hundreds of thousands of lines without cells costs no more than its bytes, and its rows keep their lines", async () => {
  const importer = await loadEventImporter("gdelt-mentions");
  if (importer === null) throw new Error("no importer of mentions");
  const ledger = await emptyLedger();
  const [first = "", second = ""] = mentions.split("\n");
  const bad = 300_000;
  const text = `${first}\n${"a\n".repeat(bad)}\n${"\ta".repeat(30_000)}\n${second}\n`;
  const before = process.memoryUsage().rss;
  const {receipt, rejects} = await takeIn(ledger, importer, "2031-03-01", fileOf(text));
  // DuckDB's own record of what it refuses took a thousand bytes for each missing cell: here four gigabytes.
  expect(process.memoryUsage().rss - before).toBeLessThan(1e9);
  expect(receipt.rejected).toBe(bad + 1);
  expect(rejects[0]).toMatchObject({line: 2, raw: "a"});
  const {name} = eventTables.mentions;
  const rows = await standingRows(ledger, {table: name, asOf: day("2031-03-01")});
  const found = await ledger.rows(`SELECT line FROM ${rows} ORDER BY line`);
  expect(found.flat()).toEqual([1, bad + 4]);
  await ledger.close();
});
