import {groupRecords} from "./grouped-records.ts";
import type {Importer} from "./importer.ts";
import {
  birthDate,
  joinParts,
  type ListedParty,
  listedPartyRow,
  type PartyKind,
  wholeDay,
} from "./listed-party.ts";
import type {TableRecord} from "./table-record.ts";
import type {TableLayout} from "./table-rows.ts";

interface UkLayout extends TableLayout {
  readonly groupBy: string;
  readonly kind: string;
  readonly nameType: string;
  readonly script: string;
  readonly regime: string;
  readonly births: string;
  readonly nationalities: string;
  readonly address: readonly string[];
  readonly identifiers: Readonly<Record<string, string>>;
  readonly listedOn: string;
  readonly remarks: readonly string[];
}

const oneToSix = (label: string) => [1, 2, 3, 4, 5, 6].map((number) => `${label} ${number}`);

/** OFSI's consolidated list (ConList.csv), published until 2026-01-28. */
const conList: UkLayout = {
  columns: ["Name 6", "Name 1", "Group Type", "Alias Type", "Regime", "Listed On", "Group ID"],
  preambleLines: 1,
  legacy: "windows-1252",
  groupBy: "Group ID",
  kind: "Group Type",
  nameType: "Alias Type",
  script: "Name Non-Latin Script",
  regime: "Regime",
  births: "DOB",
  nationalities: "Nationality",
  address: [...oneToSix("Address"), "Post/Zip Code", "Country"],
  identifiers: {passport: "Passport Number", "national id": "National Identification Number"},
  listedOn: "Listed On",
  remarks: ["Position", "Other Information"],
};

/** The UK Sanctions List (UK-Sanctions-List.csv), published by the Foreign, Commonwealth and Development Office. */
const sanctionsList: UkLayout = {
  columns: ["Unique ID", "Name 6", "Name 1", "Name type", "Regime Name", "Date Designated"],
  preambleLines: 1,
  legacy: "windows-1252",
  groupBy: "Unique ID",
  kind: "Designation Type",
  nameType: "Name type",
  script: "Name non-latin script",
  regime: "Regime Name",
  births: "D.O.B",
  nationalities: "Nationality(/ies)",
  address: [...oneToSix("Address Line"), "Address Postal Code", "Address Country"],
  identifiers: {
    passport: "Passport number",
    "national id": "National Identifier number",
    "business registration": "Business registration number (s)",
    IMO: "IMO number",
  },
  listedOn: "Date Designated",
  remarks: ["Position", "Other Information", "UK Statement of Reasons"],
};

const kinds: ReadonlyMap<string, PartyKind> = new Map([
  ["individual", "person"],
  ["entity", "entity"],
  ["ship", "vessel"],
]);

/**
 * The United Kingdom's list, in either of the two tables in which it has been published. A party has a row for each of
 * its names and addresses, all under one number.
 */
export const ukList: Importer = {
  id: "uk-list",
  version: 1,
  title: "United Kingdom sanctions list",
  reads: "UK-Sanctions-List.csv (FCDO) or ConList.csv (OFSI, until January 2026)",
  citation:
    "Foreign, Commonwealth and Development Office, UK Sanctions List; HM Treasury, Office of Financial Sanctions Implementation, Consolidated List.",
  licence: "Open Government Licence v3.0",
  commercialUse: true,
  datasets: ["listed-parties"],
  whole: true,
  scope: {list: "uk"},
  read: async function* (file, codes) {
    const {layout, groups, rejects} = await groupRecords(file, [sanctionsList, conList], codes);
    yield rejects;
    yield [...groups].map(([id, records]) =>
      listedPartyRow(partyOf(id, records, layout), () => records[0]?.raw ?? "", codes),
    );
  },
};

const isPrimary = (record: TableRecord, layout: UkLayout) =>
  /^primary name$/i.test(record.text(layout.nameType));

function partyOf(id: string, records: readonly TableRecord[], layout: UkLayout): ListedParty {
  const all = (column: string) => records.map((record) => record.text(column));
  const primary = records.find((record) => isPrimary(record, layout)) ?? records[0];
  const names = records.map((record) =>
    joinParts(
      ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"].map((part) => record.text(part)),
      " ",
    ),
  );
  return {
    line: records[0]?.line ?? 0,
    list: "uk",
    listId: reference(records) ?? id,
    kind: kinds.get((primary?.text(layout.kind) ?? "").toLowerCase()) ?? kindOf(primary),
    name: primary === undefined ? "" : (names[records.indexOf(primary)] ?? ""),
    aliases: [...names, ...all(layout.script)],
    programmes: all(layout.regime),
    nationalities: all(layout.nationalities).flatMap(numbered),
    births: all(layout.births).flatMap(numbered).flatMap(birthOf),
    addresses: records.map((record) => joinParts(layout.address.map((part) => record.text(part)))),
    identifiers: Object.entries(layout.identifiers).flatMap(([label, column]) =>
      all(column)
        .flatMap(numbered)
        .map((number) => `${label} ${number}`),
    ),
    listedOn: wholeDay(primary?.text(layout.listedOn) ?? ""),
    remarks: [...new Set(layout.remarks.flatMap(all))],
  };
}

/** OFSI's table gives the number of the UK Sanctions List among its other information: a party keeps its number over both. */
const reference = (records: readonly TableRecord[]) =>
  records
    .map((record) =>
      /\(UK Sanctions List Ref\):\s*([A-Z]+\d+)/.exec(record.text("Other Information")),
    )
    .find((found) => found !== null)?.[1] ?? null;

/** Editions of the new list name the column of the kind otherwise. */
const kindOf = (record: TableRecord | undefined) =>
  kinds.get(record?.text("Individual, Entity, Ship").toLowerCase() ?? "") ?? null;

/** "(1) Iraq (2) Syria" holds two. */
const numbered = (text: string) =>
  text
    .split(/\(\d{1,2}\)/)
    .map((part) => part.trim().replace(/^,|,$/g, "").trim())
    .filter((part) => part !== "");

/** "00/00/1961" and "dd/mm/1961" are years; what can't be read as a date is left to the remarks of the list itself. */
const birthOf = (text: string) => birthDate(text.replace(/dd|mm/gi, "00")) ?? [];
