import type {Importer} from "./importer.ts";
import {
  birthDate,
  joinParts,
  type ListedParty,
  listedPartyRow,
  partialDay,
  wholeDay,
} from "./listed-party.ts";
import {childrenOf, childText, showElement, type XmlElement, xmlElements} from "./xml-elements.ts";

/**
 * The United Nations Security Council's consolidated list.
 * Layout: https://scsanctions.un.org, "XML" of the consolidated list (sc-sanctions.xsd); read from the list of 2025-04-19.
 */
export const unList: Importer = {
  id: "un-list",
  version: 1,
  title: "United Nations Security Council Consolidated List",
  reads: "consolidated.xml, as scsanctions.un.org gives it",
  citation: "United Nations Security Council, Consolidated List.",
  licence: "United Nations terms of use: free with citation",
  commercialUse: false,
  datasets: ["listed-parties"],
  whole: true,
  scope: {list: "un"},
  read: async function* (file, codes) {
    const layout = {root: "CONSOLIDATED_LIST", take: ["INDIVIDUAL", "ENTITY"]};
    for await (const entries of xmlElements(file, layout))
      yield entries.map((entry) => listedPartyRow(partyOf(entry), () => showElement(entry), codes));
  },
};

function partyOf(entry: XmlElement): ListedParty {
  const isPerson = entry.name === "INDIVIDUAL";
  const sub = (name: string) => childrenOf(entry, `${entry.name}_${name}`);
  const values = (name: string) =>
    childrenOf(entry, name).flatMap((list) => childrenOf(list, "VALUE").map((one) => one.text));
  const names = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];
  return {
    line: entry.line,
    list: "un",
    listId: childText(entry, "REFERENCE_NUMBER"),
    kind: isPerson ? "person" : "entity",
    name: joinParts(
      names.map((name) => childText(entry, name)),
      " ",
    ),
    aliases: [
      childText(entry, "NAME_ORIGINAL_SCRIPT"),
      ...sub("ALIAS").map((alias) => childText(alias, "ALIAS_NAME")),
    ],
    programmes: [childText(entry, "UN_LIST_TYPE")],
    nationalities: values("NATIONALITY"),
    births: sub("DATE_OF_BIRTH").flatMap((birth) => birthOf(birth) ?? []),
    addresses: sub("ADDRESS").map((address) =>
      joinParts(
        ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE"].map((part) =>
          childText(address, part),
        ),
      ),
    ),
    identifiers: sub("DOCUMENT").map(documentOf),
    listedOn: wholeDay(childText(entry, "LISTED_ON")),
    remarks: [joinParts(values("DESIGNATION"), "; "), childText(entry, "COMMENTS1")],
  };
}

function birthOf(birth: XmlElement): string | null {
  const [from, to] = [childText(birth, "FROM_YEAR"), childText(birth, "TO_YEAR")];
  if (from !== "" && to !== "") return birthDate(`${from} to ${to}`);
  const written = childText(birth, "DATE").slice(0, 10) || childText(birth, "YEAR");
  const certain = birthDate(written) ?? partialDay(written.slice(0, 4));
  const isAbout = childText(birth, "TYPE_OF_DATE") === "APPROXIMATELY";
  return certain !== null && isAbout ? `${certain}~` : certain;
}

function documentOf(paper: XmlElement): string {
  const number = childText(paper, "NUMBER");
  if (number === "") return "";
  const issuer = childText(paper, "ISSUING_COUNTRY") || childText(paper, "COUNTRY_OF_ISSUE");
  const kind = childText(paper, "TYPE_OF_DOCUMENT") || childText(paper, "TYPE_OF_DOCUMENT2");
  return joinParts([kind, number, issuer === "" ? "" : `(${issuer})`], " ");
}
