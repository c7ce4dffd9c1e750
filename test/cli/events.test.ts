import {copyFileSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {describe, expect, inject, it} from "vitest";
import {makeZip} from "../sources/importers/make-zip.ts";
import {callDemarche} from "./call-demarche.ts";

const cases = "test/input/importers/gdelt-events";

describe("event files on the command line", () => {
  const ledger = join(mkdtempSync(join(tmpdir(), "demarche-cli-events-")), "ledger.duckdb");
  copyFileSync(inject("foundingLedger"), ledger);
  const demarche = (...args: string[]) => callDemarche([...args, "--ledger", ledger]);
  const files = ["20310214101500.export.CSV", "20310215.export.CSV"].map((name) =>
    join(cases, name),
  );

  it("are read without being kept on trial, and taken in as one import", async () => {
    const trial = await demarche("import", "gdelt-events", ...files, "--dry-run");
    expect(trial).toMatchObject({status: 0, stdout: expect.stringContaining("nothing kept")});
    expect((await demarche("events")).stdout).toContain("no events have been imported");
    const {status, stdout} = await demarche("import", "gdelt-events", ...files, "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        datasets: {"events of gdelt": {added: 6, collapsed: 1}},
        rejected: 8,
        firstRejects: [
          {line: 4, why: expect.stringContaining("20310214101500.export.CSV: ")},
          ...Array(7).fill({}),
        ],
      },
    ]);
  });

  it("are told by pair and month, before and after the counts are worked out anew", async () => {
    const asked = ["events", "--pair", "idn,rus", "--json", "--as-of", "2099-01-01"];
    const {stdout} = await demarche(...asked);
    expect(JSON.parse(stdout)).toMatchObject({
      pair: ["IDN", "RUS"],
      months: [
        {publisher: "gdelt", month: "2031-02", source: "IDN", quad: 1, events: 1, articles: 9},
      ],
    });
    expect((await demarche("events", "--rebuild")).status).toBe(0);
    expect((await demarche(...asked)).stdout).toBe(stdout);
    expect(await demarche("verify")).toMatchObject({status: 0});
  });

  it("are found in an archive of several days, and what is beside them is told", async () => {
    const box = join(mkdtempSync(join(tmpdir(), "demarche-cli-events-")), "two-days.zip");
    const days = files.map((file) => ({name: basename(file), bytes: readFileSync(file)}));
    const codes = {name: "CAMEO.country.txt", bytes: Buffer.from("CODE\tLABEL\nIDN\tIndonesia\n")};
    writeFileSync(box, makeZip([...days, codes]));
    const {stdout} = await demarche("import", "gdelt-events", box, "--dry-run", "--json");
    // The trial counts the rows read: of those, one stands twice.
    expect(JSON.parse(stdout)).toMatchObject([
      {
        file: "2 files, two-days.zip/20310214101500.export.CSV to two-days.zip/20310215.export.CSV",
        datasets: {"events of gdelt": {added: 7}},
        rejected: 8,
        leftOut: [
          {name: "two-days.zip/CAMEO.country.txt", why: expect.stringContaining("2 cells")},
        ],
      },
    ]);
  });

  it("of another publisher, and pairs that are none, are refused with one line", async () => {
    for (const [args, told] of [
      [["import", "gdelt-events", join(cases, "not-gdelt.csv")], /lines of 1 cells/],
      [["events", "--pair", "IDN,IDN"], /does not name two states/],
      [["events", "--movers", "--days", "0"], /--days "0" is no count/],
    ] as const)
      expect(await demarche(...args)).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(told),
      });
  });
});
