import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import {memoryDisk} from "../../../bench/import-mutated.ts";
import {type Imported, loadImporter, openImportFile} from "../../../src/sources/index.ts";
import {importFile, stateCodes} from "./import-real-file.ts";

const lists = "../shared/data/sanctions";

const cellOf = (one: Imported, column: string) =>
  one.kind === "row" ? (one.values[column] ?? null) : null;

/** What lists give as a nationality and no code of ours names. */
function unreadNationalities(found: readonly Imported[]): readonly string[] {
  const remarks = found.map((one) => String(cellOf(one, "remarks"))).join("\n");
  const unread = [...remarks.matchAll(/nationality as listed: "([^"]*)"/g)];
  return [...new Set(unread.map(([, word]) => word ?? ""))].sort();
}

function filled(found: readonly Imported[], column: string, kind: string): number {
  const rows = found.filter((one) => cellOf(one, "kind") === kind);
  return rows.filter((one) => cellOf(one, column) !== null).length / rows.length;
}

describe.skipIf(!existsSync(lists))("real lists are read whole (needs ../shared)", () => {
  it("the Security Council's list of 2025-04-19", async () => {
    const path = join(lists, "un_consolidated_2025.xml.gz");
    const found: Imported[] = [];
    for await (const one of importFile(await loadImporter("un-list"), path)) found.push(one);
    expect(found.length).toBe(684 + 193);
    expect(found.filter((one) => one.kind === "reject")).toEqual([]);
    expect(unreadNationalities(found)).toEqual(["na"]);
    expect(filled(found, "birth_dates", "person")).toBeGreaterThan(0.9);
    expect(filled(found, "listed_on", "entity")).toBe(1);
  });

  it("three years of OFAC's remarks, laid out as sdn.csv", async () => {
    const text = gunzipSync(readFileSync(join(lists, "ofac_sdn_2021-2024_history.csv.gz")));
    const entries: unknown = parse(text, {columns: true});
    const cell = (value: string) => (value === "" ? "-0- " : `"${value.replaceAll('"', '""')}"`);
    const number = "ent_num";
    const fields = ["name", "type", "program", "title", "call_sign", "vess_type", "tonnage", "grt"];
    const lines = (entries as Record<string, string>[]).map((entry) =>
      [
        entry[number],
        ...[...fields, "vess_flag", "vess_owner", "remarks"].map((field) =>
          cell(entry[field] ?? ""),
        ),
      ].join(","),
    );
    const bytes = Buffer.from(`${lines.join("\r\n")}\r\n\u001a`);
    const importer = await loadImporter("ofac-sdn-csv");
    const file = await openImportFile("sdn.csv", memoryDisk({"sdn.csv": bytes}));
    const found: Imported[] = [];
    for await (const batch of importer.read(file, stateCodes)) found.push(...batch);
    expect(found.length).toBe(15_892);
    expect(found.filter((one) => one.kind === "reject")).toEqual([]);
    expect(unreadNationalities(found)).toEqual(["possibly Palestinian"]);
    expect(filled(found, "birth_dates", "person")).toBeGreaterThan(0.97);
    expect(filled(found, "identifiers", "vessel")).toBeGreaterThan(0.97);
  });
});
