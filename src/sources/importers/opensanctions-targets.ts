import type {Importer} from "./importer.ts";
import {type ListedParty, listedPartyRow, type PartyKind, wholeDay} from "./listed-party.ts";
import type {TableRecord} from "./table-record.ts";
import {openTable} from "./table-rows.ts";

/** FollowTheMoney's schemata for those who may be listed; a Security or an Address is no party. */
export const partyKinds: ReadonlyMap<string, PartyKind> = new Map([
  ["Person", "person"],
  ["Organization", "entity"],
  ["Company", "entity"],
  ["LegalEntity", "entity"],
  ["PublicBody", "entity"],
  ["Vessel", "vessel"],
  ["Airplane", "aircraft"],
]);

export const openSanctionsCard = {
  citation: "OpenSanctions. https://www.opensanctions.org",
  licence: "CC BY-NC 4.0; a licence for business is sold by OpenSanctions",
  commercialUse: false,
  datasets: ["listed-parties"],
  whole: true,
  scope: {list: "opensanctions"},
} as const;

/**
 * OpenSanctions' simplified table of targets. Collections hold others too (persons in high office, those debarred from
 * tenders): kept are those under a sanction.
 * Layout: https://www.opensanctions.org/docs/bulk/csv/ (targets.simple.csv).
 */
export const openSanctionsTargets: Importer = {
  ...openSanctionsCard,
  id: "opensanctions-targets",
  version: 1,
  title: "OpenSanctions, targets as a table",
  reads:
    "targets.simple.csv of one OpenSanctions collection, always the same: what it no longer has is retracted",
  read: async function* (file, codes) {
    const columns = ["id", "schema", "name", "aliases", "birth_date", "countries", "sanctions"];
    const {batches} = await openTable(file, [{columns}], codes);
    for await (const batch of batches)
      yield batch
        .filter((one) => one.kind === "reject" || isListed(one))
        .map((one) =>
          one.kind === "reject" ? one : listedPartyRow(partyOf(one), () => one.raw, codes, "iso2"),
        );
  },
};

/** Securities and addresses are targets too, but no parties. */
const otherKinds = new Set(["Security", "Address", "CryptoWallet", "Thing", "Asset"]);

const isListed = (record: TableRecord) =>
  !otherKinds.has(record.text("schema")) &&
  (record.text("sanctions") !== "" || record.text("program_ids") !== "");

function partyOf(record: TableRecord): ListedParty {
  const list = (column: string) => record.text(column).split(";");
  return {
    line: record.line,
    list: "opensanctions",
    listId: record.text("id"),
    kind: partyKinds.get(record.text("schema")) ?? null,
    name: record.text("name"),
    aliases: list("aliases"),
    // Newer files name programmes; older ones only the sanctions in words.
    programmes: list("program_ids").some((id) => id !== "") ? list("program_ids") : list("dataset"),
    nationalities: list("countries"),
    births: list("birth_date"),
    addresses: list("addresses"),
    identifiers: list("identifiers"),
    listedOn: wholeDay(record.text("first_seen")),
    remarks: [record.text("sanctions")],
  };
}
