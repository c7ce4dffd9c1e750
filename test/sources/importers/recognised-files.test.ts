import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {memoryDisk} from "../../../bench/import-mutated.ts";
import {InputError, loadImporter, recognisedFiles} from "../../../src/sources/index.ts";
import {stateCodes} from "./import-real-file.ts";
import {makeZip, type ZipEntry} from "./make-zip.ts";

const cases = "test/input/importers";
const fixture = (id: string, name: string) => readFileSync(join(cases, id, name));
const baci = fixture("trade-baci", "BACI_HS22_Y2023.csv");
/** The same table of another year, as BACI gives a file a year. */
const baci2022 = Buffer.from(baci.toString("latin1").replaceAll(/^2023,/gm, "2022,"), "latin1");
const codeList = Buffer.from("country_code,country_name\n360,Indonesia\n");

async function found(id: string, entries: readonly ZipEntry[]) {
  const importer = await loadImporter(id);
  const disk = memoryDisk({"box.zip": makeZip(entries)});
  const files = await recognisedFiles("box.zip", disk, (file) => importer.read(file, stateCodes));
  return {...files, importer};
}

describe("of an archive with several files, an importer reads each that has its layout", () => {
  it("names each by archive and file, hashes its own bytes, and tells what it left out and why", async () => {
    const {files, leftOut, importer} = await found("trade-baci", [
      {name: "BACI_HS22_Y2022.csv", bytes: baci2022},
      {name: "BACI_HS22_Y2023.csv", bytes: baci},
      {name: "country_codes_V202501.csv", bytes: codeList},
      {name: "Readme.txt", bytes: Buffer.from("words")},
      {name: "older.csv.gz", bytes: gzipSync(baci)},
    ]);
    expect(files.map(({name, sha256}) => [name, sha256])).toEqual(
      [
        ["box.zip/BACI_HS22_Y2022.csv", baci2022] as const,
        ["box.zip/BACI_HS22_Y2023.csv", baci] as const,
      ].map(([name, bytes]) => [name, createHash("sha256").update(bytes).digest("hex")]),
    );
    expect(Object.fromEntries(leftOut.map(({name, why}) => [name, why]))).toEqual({
      "box.zip/Readme.txt": expect.stringMatching(/by its name/),
      "box.zip/older.csv.gz": expect.stringMatching(/an archive in an archive/),
      "box.zip/country_codes_V202501.csv": expect.stringMatching(/has no column "t"/),
    });
    const years = new Set<unknown>();
    for (const file of files)
      for await (const batch of importer.read(file, stateCodes))
        for (const one of batch) {
          if (one.kind === "reject") continue;
          const {year} = one.values;
          years.add(year);
        }
    expect([...years].sort()).toEqual([2022, 2023]);
  });

  it("a list in XML is told from papers and other lists beside it", async () => {
    const {files, leftOut} = await found("un-list", [
      {name: "consolidated.xml", bytes: fixture("un-list", "consolidated.xml")},
      {name: "eu.xml", bytes: fixture("eu-list", "xmlFullSanctionsList_1_1.xml")},
      {name: "manifest.txt", bytes: Buffer.from("two lists")},
    ]);
    expect(files.map(({name}) => name)).toEqual(["box.zip/consolidated.xml"]);
    expect(leftOut.map(({name}) => name).sort()).toEqual([
      "box.zip/eu.xml",
      "box.zip/manifest.txt",
    ]);
  });

  it("the parts of a list that comes in several files are all found", async () => {
    const names = readdirSync(join(cases, "ofac-sdn-csv")).filter((name) => name.endsWith(".csv"));
    const parts = names.map((name) => ({name, bytes: fixture("ofac-sdn-csv", name)}));
    const {files} = await found("ofac-sdn-csv", [...parts, {name: "notes.csv", bytes: codeList}]);
    expect(files.map(({name}) => name)).toEqual(names.map((name) => `box.zip/${name}`));
  });

  it("an archive of which nothing can be read is refused, and told why", async () => {
    const finding = found("un-list", [
      {name: "a.csv", bytes: codeList},
      {name: "b.csv", bytes: codeList},
    ]);
    await expect(finding).rejects.toThrow(
      /^none of box\.zip\/a\.csv, box\.zip\/b\.csv can be read: /,
    );
    await expect(finding).rejects.toBeInstanceOf(InputError);
  });
});

describe("an archive with several files that cannot be trusted is refused whole, in one line", () => {
  const good = {name: "1.csv", bytes: baci};
  const zeros = Buffer.alloc(33_000_000);
  it.each<[string, readonly ZipEntry[], RegExp]>([
    ["with one that is encrypted", [good, {...good, name: "2.csv", encrypted: true}], /encrypted/],
    ["with a wrong checksum", [good, {...good, name: "2.csv", wrongChecksum: true}], /checksum/],
    ["with one that leaves its folder", [good, {...good, name: "../../2.csv"}], /broken archive/],
    ["with one that begins at the root", [good, {...good, name: "/etc/2.csv"}], /broken archive/],
    ["with a path of Windows", [good, {...good, name: "C:\\windows\\2.csv"}], /broken archive/],
    [
      "that is a bomb only when all is unfolded",
      [good, {name: "2.csv", bytes: zeros}, {name: "3.csv", bytes: zeros}],
      /unfolds to more than 64 MB/,
    ],
    [
      "with one that is larger than it says",
      [good, {name: "2.csv", bytes: zeros, saysBytes: 10}],
      /has not the 10 bytes that it says/,
    ],
    [
      "that holds nothing but archives",
      [good, good].map(({bytes}, at) => ({name: `${at}.gz`, bytes: gzipSync(bytes)})),
      /nothing but archives/,
    ],
  ])("%s", async (_what, entries, message) => {
    const finding = found("trade-baci", entries);
    await expect(finding).rejects.toThrow(message);
    await expect(finding).rejects.toBeInstanceOf(InputError);
  });

  it("a name with signs that cannot be seen is shown so that they are", async () => {
    const {files, leftOut} = await found("trade-baci", [
      good,
      {...good, name: "\u202evsc.exe\n\u001b[2J.csv"},
      {name: `${"x".repeat(500)}.csv`, bytes: codeList},
    ]);
    expect(files[1]?.name).toBe("box.zip/\\u{202e}vsc.exe\\u{a}\\u{1b}[2J.csv");
    expect(leftOut[0]?.name).toMatch(/^box\.zip\/x{80}…x{35}\.csv$/);
  });
});
