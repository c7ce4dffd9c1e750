import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadImporter, openImportFile, realImportDisk} from "../../../src/sources/index.ts";
import {type Ledger, openLedger} from "../../../src/store/index.ts";
import {carriedDatasetIds, type Day, day} from "../../../src/world/index.ts";
import {makeLedger} from "../../store/make-ledger.ts";
import {stateCodes} from "./import-real-file.ts";

const folder = "test/input/importers/arms-sipri-register";
const first = day("2031-03-02");
const second = day("2032-03-02");

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger({path: await makeLedger({without: carriedDatasetIds})});
});
afterAll(() => ledger.close());

async function take(name: string, recordedOn: Day) {
  const {read, ...card} = await loadImporter("arms-sipri-register");
  const file = await openImportFile(`${folder}/${name}`, realImportDisk);
  const {receipt} = await ledger.importRows({
    card,
    fileName: file.name,
    fileSha256: file.sha256,
    recordedOn,
    rows: read(file, stateCodes),
  });
  return receipt.datasets["arms-orders"];
}

/** Orders as they were known on a day: recipient, supplier, weapon, number. */
async function orders(asOf: Day) {
  const all = {where: [], limit: 100, offset: 0};
  const {columns, rows} = await ledger.rows({dataset: "arms-orders", asOf, ...all});
  const shown = ["recipient", "supplier", "designation", "ordered"];
  return rows
    .map((row) => shown.map((name) => row[columns.indexOf(name)]))
    .map((one) => one.join(" "))
    .sort();
}

describe("a later register of SIPRI", () => {
  it("supersedes the deal that grew, retracts the one that is gone, adds the new, and yesterday's answer stands", async () => {
    const none = {superseded: 0, unchanged: 0, retracted: 0, collapsed: 0};
    expect(await take("1-trade-register-2031.csv", first)).toEqual({...none, added: 5});
    const then = await orders(first);
    expect(await take("2-trade-register-2032.csv", second)).toEqual({
      added: 2,
      superseded: 1,
      unchanged: 3,
      retracted: 1,
      collapsed: 0,
    });
    expect(await orders(first)).toEqual(then);
    expect(then).toContain("IDN RUS Heron-3 6");
    expect(await orders(second)).toEqual([
      "IDN RUS Heron-3 8",
      "IDN RUS Plover 12",
      "IDN YAR Plover 1",
      "MYS KOR Egret 3",
      "MYS TUR Skua ",
      "Unita-like rebels (Nowhere)* unknown supplier(s) Gull 50",
    ]);
  });
});
