import {cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {beforeAll, describe, expect, inject, it} from "vitest";
import {openLedger} from "../../src/store/index.ts";
import {day} from "../../src/world/index.ts";
import {makeZip} from "../sources/importers/make-zip.ts";
import {callDemarche} from "./call-demarche.ts";

const cases = resolve("test/input/importers");
const folder = mkdtempSync(join(tmpdir(), "demarche-import-"));
const ledger = join(folder, "ledger.duckdb");

const demarche = (...args: string[]) => callDemarche(args);
const take = (...args: string[]) => demarche("import", ...args, "--ledger", ledger);
const taken = async (...args: string[]) => JSON.parse((await take(...args, "--json")).stdout);

/** A publisher's list of these parties, of whom the last may lack its number. */
function list(name: string, references: readonly string[]): string {
  const entry = (reference: string) =>
    `<INDIVIDUAL><FIRST_NAME>PARTY ${reference}</FIRST_NAME><UN_LIST_TYPE>Test</UN_LIST_TYPE><REFERENCE_NUMBER>${reference}</REFERENCE_NUMBER></INDIVIDUAL>`;
  const path = join(folder, name);
  writeFileSync(
    path,
    `<CONSOLIDATED_LIST><INDIVIDUALS>${references.map(entry).join("\n")}</INDIVIDUALS></CONSOLIDATED_LIST>`,
  );
  return path;
}

describe("demarche import", () => {
  beforeAll(() => {
    cpSync(inject("foundingLedger"), ledger);
  });

  it("lists the importers with what they read and whether trade may use it", async () => {
    const {status, stdout} = await demarche("import", "--list");
    expect(status).toBe(0);
    expect(stdout).toMatch(/un-list .*not for commercial use/);
    expect(stdout).toMatch(/gdelt-events /);
    const cards = JSON.parse((await demarche("import", "--list", "--json")).stdout);
    expect(cards.map(({id}: {id: string}) => id)).toContain("trade-baci");
  });

  it("keeps a file's rows, says what became of them, and takes the file in once", async () => {
    const path = join(cases, "eu-list/xmlFullSanctionsList_1_1.xml");
    const rejects = join(folder, "rejects.csv");
    const {status, stdout, stderr} = await take("eu-list", path, "--rejects", rejects);
    expect(status).toBe(0);
    expect(stdout).toMatch(/listed-parties +2 +0 +0 +0 +0/);
    expect(stdout).toContain("1 line was not taken in\n  line 29, name: an entry without a name");
    expect(stderr).toContain("reading xmlFullSanctionsList_1_1.xml");
    expect(readFileSync(rejects, "utf8")).toMatch(
      /^file,line,column,why,raw\r\nxmlFullSanctionsList_1_1\.xml,29,name,an entry without a name,/,
    );
    expect(await taken("eu-list", path)).toMatchObject([{again: true, rejected: 1}]);
  });

  it("retracts a party that a newer edition of a list no longer has", async () => {
    await take("un-list", list("first.xml", ["QDi.1", "QDi.2"]));
    const [second] = await taken("un-list", list("second.xml", ["QDi.2", "QDi.3"]));
    expect(second.datasets["listed-parties"]).toMatchObject({
      added: 1,
      unchanged: 1,
      retracted: 1,
      superseded: 0,
    });
    const opened = await openLedger({path: ledger, readOnly: true});
    try {
      const {rows} = await opened.rows({
        dataset: "listed-parties",
        where: [],
        asOf: day("9999-12-31"),
        limit: 50,
        offset: 0,
      });
      const text = JSON.stringify(rows);
      expect(text).toContain("PARTY QDi.3");
      expect(text).not.toContain("PARTY QDi.1");
    } finally {
      await opened.close();
    }
  });

  it("takes a folder's files in the order of their names, each an import of its own", async () => {
    const box = join(folder, "box");
    mkdirSync(join(box, "deeper"), {recursive: true});
    cpSync(join(cases, "agreements-desta/memberships.csv"), join(box, "2.csv"));
    cpSync(join(cases, "agreements-desta/agreements.csv"), join(box, "1.csv"));
    writeFileSync(join(box, ".hidden"), "no file of a publisher");
    expect((await taken("agreements-desta", box)).map(({file}: {file: string}) => file)).toEqual([
      "1.csv",
      "2.csv",
    ]);
  });

  it("takes each file of an archive that the importer reads, and tells what it left out", async () => {
    const at = (id: string, name: string) => readFileSync(join(cases, id, name));
    const box = join(folder, "BACI_HS22.zip");
    const first = at("trade-baci", "BACI_HS22_Y2023.csv");
    const second = Buffer.from(first.toString("latin1").replaceAll(/^2023,/gm, "2022,"), "latin1");
    const zip = makeZip([
      {name: "BACI_HS22_Y2022.csv", bytes: second},
      {name: "BACI_HS22_Y2023.csv", bytes: first},
      {name: "country_codes.csv", bytes: Buffer.from("code,name\n360,Indonesia\n")},
    ]);
    writeFileSync(box, zip);
    const done = await taken("trade-baci", box);
    expect(done.map(({file}: {file: string}) => file)).toEqual([
      "BACI_HS22.zip/BACI_HS22_Y2022.csv",
      "BACI_HS22.zip/BACI_HS22_Y2023.csv",
    ]);
    expect(done.map(({again}: {again: boolean}) => again)).toEqual([false, false]);
    expect(done[0].leftOut).toEqual([
      {name: "BACI_HS22.zip/country_codes.csv", why: expect.stringContaining("has no column")},
    ]);
    const {stdout} = await take("trade-baci", box);
    expect(stdout).toMatch(/^BACI_HS22\.zip\/country_codes\.csv was left out: .*has no column/);
    expect(stdout).toContain("BACI_HS22_Y2023.csv: had been taken in already");
  });

  it("takes the parts of a list from one archive as one import", async () => {
    const box = join(folder, "sdall.zip");
    const parts = ["sdn.csv", "alt.csv", "add.csv"];
    const bytes = (name: string) => readFileSync(join(cases, "ofac-sdn-csv", name));
    writeFileSync(box, makeZip(parts.map((name) => ({name, bytes: bytes(name)}))));
    const [read, ...others] = await taken("ofac-sdn-csv", box, "--dry-run");
    expect(others).toEqual([]);
    expect(read).toMatchObject({
      file: parts.map((name) => `sdall.zip/${name}`).join(" + "),
      rejected: 1,
      datasets: {"listed-parties": {added: 3}},
    });
  });

  it("refuses an archive with two files each of which is the whole of a dataset", async () => {
    const box = join(folder, "two-lists.zip");
    const bytes = readFileSync(list("one.xml", ["QDi.1"]));
    writeFileSync(box, makeZip(["1.xml", "2.xml"].map((name) => ({name, bytes}))));
    const {status, stderr} = await take("un-list", box);
    expect(status).toBe(2);
    expect(stderr).toMatch(/each of the 2 files is the whole dataset.*\n.*unpack it/);
  });

  it("joins the files of a list that comes in several", async () => {
    const at = (name: string) => join(cases, "ofac-sdn-csv", name);
    const [joined] = await taken("ofac-sdn-csv", at("sdn.csv"), at("alt.csv"), at("add.csv"));
    expect(joined).toMatchObject({file: "sdn.csv + alt.csv + add.csv", rejected: 1});
    expect(joined.datasets["listed-parties"].added).toBe(3);
    const [again] = await taken("ofac-sdn-csv", at("add.csv"), at("sdn.csv"), at("alt.csv"));
    expect(again.again).toBe(true);
  });

  it("only reads with --dry-run", async () => {
    const [read] = await taken("uk-list", join(cases, "uk-list/ConList.csv"), "--dry-run");
    expect(read).toMatchObject({id: null, rejected: 1, datasets: {"listed-parties": {added: 2}}});
    const [kept] = await taken("uk-list", join(cases, "uk-list/ConList.csv"));
    expect(kept.again).toBe(false);
  });

  it("refuses in one line what is none of the publisher's, and tells what was taken in before", async () => {
    const good = join(cases, "leaders-archigos/archigos.csv");
    const other = join(cases, "un-list/consolidated.xml");
    const cut = await take("leaders-archigos", good);
    expect(cut.status).toBe(2);
    expect(cut.stderr).toMatch(
      /lacks [\d,]+ of the [\d,]+ rows of leaders that stand\n.*--retract-most/,
    );
    const {status, stdout, stderr} = await take("leaders-archigos", good, other, "--retract-most");
    expect(status).toBe(2);
    expect(stdout).toContain("archigos.csv: import ");
    expect(stderr).toMatch(/demarche: consolidated\.xml has no column .*\n {2}\S.*\n$/);
  });

  it.each([
    [["un-lists", "x.xml"], "did you mean un-list?"],
    [["gdelt-event", "x.zip"], "did you mean gdelt-events?"],
    [["un-list"], "name an importer and a file"],
    [["un-list", "/nowhere/x.xml"], "is not there"],
    [["un-list", cases], "is a folder without files"],
  ])("says what to do about %s", async (args, said) => {
    const {status, stderr} = await take(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain("fault of ours");
  });
});

describe("demarche retract", () => {
  const retract = (...args: string[]) => demarche("retract", ...args, "--ledger", ledger);
  const by = ["--author", "Ana", "--reason", "the wrong file"];

  it("lists the imports that stand, and takes one back, which may come again", async () => {
    const path = list("mistaken.xml", ["QDi.2", "QDi.9"]);
    const [{id}] = await taken("un-list", path);
    expect((await retract()).stdout).toMatch(new RegExp(`${id} +un-list +mistaken\\.xml`));
    const {status, stdout} = await retract("--import", id.slice(0, 8), ...by);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^mistaken\.xml \(import [0-9a-f]{16}\) is retracted: its 1 row count no more/,
    );
    expect((await retract()).stdout).not.toContain(id);
    expect(await taken("un-list", path)).toMatchObject([{id, again: false}]);
  });

  it.each([
    [["--import", "ffffffff", ...by], "no import stands under ffffffff"],
    [["--import", "ffffffff"], "an author and a reason"],
    [["--import", "ffffffff", "--as-of", "2020-01-01", ...by], "counts from today"],
  ])("says what to do about %s", async (args, said) => {
    const {status, stderr} = await retract(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });
});
