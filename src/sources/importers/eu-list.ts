import type {Importer} from "./importer.ts";
import {
  birthDate,
  joinParts,
  type ListedParty,
  listedPartyRow,
  type PartyKind,
  partialDay,
  wholeDay,
} from "./listed-party.ts";
import {
  attributeOf,
  childrenOf,
  childText,
  showElement,
  type XmlElement,
  xmlElements,
} from "./xml-elements.ts";

const kinds: ReadonlyMap<string, PartyKind> = new Map([
  ["person", "person"],
  ["enterprise", "entity"],
]);

export const euListCard = {
  citation:
    "European Commission, Consolidated list of persons, groups and entities subject to EU financial sanctions.",
  licence: "European Commission reuse policy (Decision 2011/833/EU): free with citation",
  commercialUse: true,
  datasets: ["listed-parties"],
  whole: true,
  scope: {list: "eu"},
} as const;

/**
 * The European Union's consolidated list of persons, groups and entities under financial sanctions.
 * Layout: European Commission, Financial Sanctions Files, XML 1.1 (xmlFullSanctionsList_1_1).
 */
export const euList: Importer = {
  ...euListCard,
  id: "eu-list",
  version: 1,
  title: "European Union consolidated list of financial sanctions",
  reads: "the full list as XML 1.1, from the Commission's Financial Sanctions Files",
  read: async function* (file, codes) {
    for await (const entries of xmlElements(file, {root: "export", take: ["sanctionEntity"]}))
      yield entries.map((entry) =>
        listedPartyRow(partyOf(entry), () => showElement(entry), codes, "iso2"),
      );
  },
};

function partyOf(entry: XmlElement): ListedParty {
  const subs = (name: string) => childrenOf(entry, name);
  const regulations = subs("regulation");
  const names = subs("nameAlias");
  const wholeName = (alias: XmlElement) =>
    attributeOf(alias, "wholeName") ||
    joinParts(
      ["firstName", "middleName", "lastName"].map((part) => attributeOf(alias, part)),
      " ",
    );
  // The list orders names by the regulation that brought them; a strong one is a name, a weak one an alias.
  const first = names.find((alias) => attributeOf(alias, "strong") === "true") ?? names[0];
  const inForce = regulations
    .map((regulation) => attributeOf(regulation, "entryIntoForceDate"))
    .filter((day) => day !== "")
    .sort();
  return {
    line: entry.line,
    list: "eu",
    listId: attributeOf(entry, "euReferenceNumber") || attributeOf(entry, "logicalId"),
    kind: kinds.get(subs("subjectType").map((type) => attributeOf(type, "code"))[0] ?? "") ?? null,
    name: first === undefined ? "" : wholeName(first),
    aliases: names.map(wholeName),
    programmes: regulations.map((regulation) => attributeOf(regulation, "programme")),
    nationalities: subs("citizenship").map((one) =>
      // "00" is the list's code of an unknown country.
      attributeOf(one, "countryIso2Code").replace(/^00$/, ""),
    ),
    births: subs("birthdate").flatMap(birthOf),
    addresses: subs("address").map((address) =>
      joinParts(
        ["street", "poBox", "zipCode", "city", "region", "place", "countryDescription"].map(
          (part) => attributeOf(address, part).replace(/^UNKNOWN$/, ""),
        ),
      ),
    ),
    identifiers: subs("identification").map(paperOf),
    listedOn: wholeDay(attributeOf(entry, "designationDate") || (inForce[0] ?? "")),
    remarks: [
      ...names.map((alias) => attributeOf(alias, "function")),
      attributeOf(entry, "designationDetails"),
      childText(entry, "remark"),
    ],
  };
}

function birthOf(birth: XmlElement): string | readonly [] {
  const certain =
    birthDate(attributeOf(birth, "birthdate")) ??
    partialDay(
      attributeOf(birth, "year"),
      attributeOf(birth, "monthOfYear"),
      attributeOf(birth, "dayOfMonth"),
    );
  const [from, to] = [attributeOf(birth, "yearRangeFrom"), attributeOf(birth, "yearRangeTo")];
  const span = from !== "" && to !== "" ? birthDate(`${from} to ${to}`) : null;
  if (certain === null) return span ?? [];
  return attributeOf(birth, "circa") === "true" ? `${certain}~` : certain;
}

function paperOf(paper: XmlElement): string {
  const number = attributeOf(paper, "latinNumber") || attributeOf(paper, "number");
  if (number === "") return "";
  const country = attributeOf(paper, "countryIso2Code").replace(/^00$/, "");
  const kind = attributeOf(paper, "identificationTypeCode");
  return joinParts([kind, number, country === "" ? "" : `(${country})`], " ");
}
