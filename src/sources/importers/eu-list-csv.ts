import {euListCard} from "./eu-list.ts";
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

const layout = {
  columns: [
    "Entity_LogicalId",
    "Entity_EU_ReferenceNumber",
    "Entity_SubjectType",
    "Entity_Regulation_Programme",
    "NameAlias_WholeName",
    "Citizenship_CountryIso2Code",
    "BirthDate_BirthDate",
  ],
  delimiter: ";",
  groupBy: "Entity_LogicalId",
} as const;

/** In words, or by the codes of the classification. */
const kinds: ReadonlyMap<string, PartyKind> = new Map([
  ["person", "person"],
  ["p", "person"],
  ["enterprise", "entity"],
  ["e", "entity"],
]);

/**
 * The European Union's consolidated list as a table: a row for each name, address, birth, citizenship and paper.
 * Layout: European Commission, Financial Sanctions Files, CSV 1.1 (csvFullSanctionsList_1_1).
 */
export const euListCsv: Importer = {
  ...euListCard,
  id: "eu-list-csv",
  version: 1,
  title: "European Union consolidated list of financial sanctions (CSV)",
  reads: "the full list as CSV 1.1, from the Commission's Financial Sanctions Files",
  read: async function* (file, codes) {
    const {groups, rejects} = await groupRecords(file, [layout], codes);
    yield rejects;
    yield [...groups].map(([id, records]) =>
      listedPartyRow(partyOf(id, records), () => records[0]?.raw ?? "", codes, "iso2"),
    );
  },
};

function partyOf(id: string, records: readonly TableRecord[]): ListedParty {
  const all = (column: string) => records.map((record) => record.text(column));
  const first = (column: string) => all(column).find((text) => text !== "") ?? "";
  const isStrong = (record: TableRecord) => record.text("NameAlias_Strong") === "true";
  const names = all("NameAlias_WholeName").filter((name) => name !== "");
  const strong = records.filter(isStrong).map((record) => record.text("NameAlias_WholeName"));
  return {
    line: records[0]?.line ?? 0,
    list: "eu",
    listId: first("Entity_EU_ReferenceNumber") || id,
    kind: kinds.get(first("Entity_SubjectType").toLowerCase()) ?? null,
    name: strong.find((name) => name !== "") ?? names[0] ?? "",
    aliases: names,
    programmes: all("Entity_Regulation_Programme"),
    // "00" is the list's code of an unknown country.
    nationalities: all("Citizenship_CountryIso2Code").map((code) => code.replace(/^00$/, "")),
    births: records.flatMap(birthOf),
    addresses: records.map((record) =>
      joinParts(
        ["Street", "PoBox", "ZipCode", "City", "Region", "Place", "CountryDescription"].map(
          (part) => record.text(`Address_${part}`).replace(/^UNKNOWN$/, ""),
        ),
      ),
    ),
    identifiers: records.map(paperOf),
    listedOn: wholeDay(
      first("Entity_DesignationDate") ||
        (all("Entity_Regulation_EntryIntoForceDate")
          .filter((day) => day !== "")
          .sort()[0] ??
          ""),
    ),
    remarks: [
      ...new Set(["NameAlias_Function", "Entity_DesignationDetails", "Entity_Remark"].flatMap(all)),
    ],
  };
}

function birthOf(record: TableRecord): string | readonly [] {
  const certain =
    birthDate(record.text("BirthDate_BirthDate")) ?? birthDate(record.text("BirthDate_Year"));
  if (certain === null) return [];
  return record.text("BirthDate_Circa") === "true" ? `${certain}~` : certain;
}

function paperOf(record: TableRecord): string {
  const number = record.text("Identification_Number");
  if (number === "") return "";
  const country = record.text("Identification_CountryIso2Code").replace(/^00$/, "");
  const kind = record.text("Identification_TypeCode");
  return joinParts([kind, number, country === "" ? "" : `(${country})`], " ");
}
