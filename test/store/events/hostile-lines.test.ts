import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
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

const [header = "", first = ""] = readFileSync(
  "test/input/importers/gdelt-events/with-header.csv",
  "utf8",
).split("\n");
const openQuote = header.replace(",MonthYear,", ',"MonthYear,');
const second = first.replace(/^\d+/, "410700399");
const unfit = first.replace(/^\d+/, "none");
const short = "1,2,3";

describe("every line below a header is a row or a reject, with its number", () => {
  it.each<[string, readonly string[], {rows: readonly number[]; rejects: readonly number[]}]>([
    ["a header as it should be", [header, first, second], {rows: [2, 3], rejects: []}],
    ["a quote that is not closed in it", [openQuote, first, second], {rows: [2, 3], rejects: []}],
    [
      "a quote that is not closed in it, above bad lines",
      [openQuote, first, short, second],
      {rows: [2, 4], rejects: [3]},
    ],
    [
      "a quote that is not closed in it, above bad lines alone",
      [openQuote, short, `"${short}`],
      {rows: [], rejects: [2, 3]},
    ],
    [
      "a quote in it that is closed below",
      [openQuote, first, `"${short}`, second],
      {rows: [2, 4], rejects: [3]},
    ],
    [
      "a mark of UTF-8 before it, and one more below",
      [`\uFEFF${header}`, first, header, second],
      {rows: [2, 4], rejects: [3]},
    ],
    [
      "lines before it that are none",
      ["", "a\0", header, "", first, unfit, short, second],
      {rows: [5, 8], rejects: [2, 6, 7]},
    ],
    ["nothing below it", [header], {rows: [], rejects: []}],
  ])("%s", async (_what, lines, meant) => {
    const importer = await loadEventImporter("gdelt-events");
    if (importer === null) throw new Error("no importer of events");
    const ledger = await emptyLedger();
    const file = fileOf(lines.join("\n"));
    const {receipt, rejects} = await takeIn(ledger, importer, "2031-03-01", file);
    const {name} = eventTables.events;
    const rows = await standingRows(ledger, {table: name, asOf: day("2031-03-01")});
    const found = rows === null ? [] : await ledger.rows(`SELECT line FROM ${rows} ORDER BY line`);
    await ledger.close();
    expect({rows: found.flat(), rejects: rejects.map(({line}) => line)}).toEqual(meant);
    expect(receipt.rejected).toBe(meant.rejects.length);
  });
});
