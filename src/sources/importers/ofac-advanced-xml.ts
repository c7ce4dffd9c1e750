import type {Day} from "../../world/index.ts";
import {InputError} from "../input-error.ts";
import type {Importer} from "./importer.ts";
import {
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

/** The sets of words at the head of the file to which all else refers by number. */
const wordSets = [
  "PartyType",
  "PartySubType",
  "FeatureType",
  "DetailReference",
  "Country",
  "IDRegDocType",
  "SanctionsType",
] as const;
type WordSet = (typeof wordSets)[number];

/** Parties, places and papers that are held in memory until the entries come, at the file's end; SDN has 20,000 parties. */
const maxHeld = 2_000_000;

/**
 * OFAC's lists in the advanced format, which follows the United Nations' sanctions data model. It refers by number
 * throughout, in this order: words, places, papers, parties, and at last the entries with programme and day.
 * Layout: OFAC, "Sanctions data in advanced XML" (sdn_advanced.xml), Advanced Sanctions Data Model notes.
 */
export const ofacAdvancedXml: Importer = {
  id: "ofac-advanced-xml",
  version: 1,
  title: "US list of specially designated nationals (advanced XML)",
  reads: "sdn_advanced.xml, as OFAC's Sanctions List Service gives it",
  citation:
    "US Department of the Treasury, Office of Foreign Assets Control, Specially Designated Nationals and Blocked Persons List.",
  licence: "Public domain (US government work)",
  commercialUse: true,
  datasets: ["listed-parties"],
  whole: true,
  scope: {list: "us-sdn"},
  read: async function* (file, codes) {
    const book = new Book();
    const layout = {
      root: "Sanctions",
      take: [...wordSets, "Location", "IDRegDocument", "DistinctParty", "SanctionsEntry"],
    };
    for await (const elements of xmlElements(file, layout)) {
      for (const element of elements) book.take(element);
      if (book.size > maxHeld)
        throw new InputError(
          `${file.name} holds more than ${maxHeld} parties, places and papers`,
          "check that the file is what this importer reads (`demarche import --list`)",
        );
    }
    if (book.parties.length > 0 && book.entries.size === 0)
      throw new InputError(
        `${file.name} has parties but no sanctions entries`,
        "download it again; a list that breaks off is not taken in part",
      );
    yield book.parties.map((party) =>
      listedPartyRow(partyOf(party, book), () => showElement(party), codes),
    );
  },
};

interface Entry {
  readonly listedOn: Day | null;
  readonly programmes: readonly string[];
}

/** What the file has said so far, by its numbers. */
class Book {
  readonly parties: XmlElement[] = [];
  readonly entries = new Map<string, Entry>();
  readonly #words = new Map<string, string>();
  readonly #countryCodes = new Map<string, string>();
  readonly #partyTypes = new Map<string, string>();
  readonly #places = new Map<string, string>();
  readonly #papers = new Map<string, string[]>();

  get size(): number {
    return this.parties.length + this.#places.size + this.#papers.size + this.#words.size;
  }

  take(element: XmlElement): void {
    const id = attributeOf(element, "ID");
    switch (element.name) {
      case "DistinctParty":
        this.parties.push(element);
        return;
      case "Location":
        this.#places.set(id, this.#placeOf(element));
        return;
      case "IDRegDocument":
        this.#takePaper(element);
        return;
      case "SanctionsEntry":
        this.#takeEntry(element);
        return;
      default:
        this.#words.set(`${element.name} ${id}`, element.text.trim());
        if (element.name === "PartySubType")
          this.#partyTypes.set(id, attributeOf(element, "PartyTypeID"));
        if (element.name === "Country") this.#countryCodes.set(id, attributeOf(element, "ISO2"));
    }
  }

  word(set: WordSet, id: string): string {
    return this.#words.get(`${set} ${id}`) ?? "";
  }

  place(id: string): string {
    return this.#places.get(id) ?? "";
  }

  papers(identity: string): readonly string[] {
    return this.#papers.get(identity) ?? [];
  }

  kindOf(subTypeId: string): PartyKind | null {
    const subType = this.word("PartySubType", subTypeId).toLowerCase();
    if (subType === "vessel" || subType === "aircraft") return subType;
    const type = this.word("PartyType", this.#partyTypes.get(subTypeId) ?? "").toLowerCase();
    return type === "individual" ? "person" : type === "entity" ? "entity" : null;
  }

  #placeOf(location: XmlElement): string {
    const parts = childrenOf(location, "LocationPart").flatMap((part) =>
      childrenOf(part, "LocationPartValue").map((value) => childText(value, "Value")),
    );
    const countries = childrenOf(location, "LocationCountry").map((country) =>
      this.word("Country", attributeOf(country, "CountryID")),
    );
    return joinParts([...parts, ...countries]);
  }

  #takePaper(paper: XmlElement): void {
    const number = childText(paper, "IDRegistrationNo");
    if (number === "") return;
    const issuer = this.word("Country", attributeOf(paper, "IssuedBy-CountryID"));
    const identity = attributeOf(paper, "IdentityID");
    const written = joinParts(
      [
        this.word("IDRegDocType", attributeOf(paper, "IDRegDocTypeID")),
        number,
        issuer === "" ? "" : `(${issuer})`,
      ],
      " ",
    );
    this.#papers.set(identity, [...this.papers(identity), written]);
  }

  #takeEntry(entry: XmlElement): void {
    const events = childrenOf(entry, "EntryEvent").flatMap((event) =>
      childrenOf(event, "Date").flatMap((date) => dayOf(date) ?? []),
    );
    const programmes = childrenOf(entry, "SanctionsMeasure")
      .filter(
        (measure) =>
          this.word("SanctionsType", attributeOf(measure, "SanctionsTypeID")) === "Program",
      )
      .map((measure) => childText(measure, "Comment"));
    const profile = attributeOf(entry, "ProfileID");
    const known = this.entries.get(profile);
    const first = [...events].sort()[0];
    this.entries.set(profile, {
      listedOn: known?.listedOn ?? (first === undefined ? null : wholeDay(first)),
      programmes: [...(known?.programmes ?? []), ...programmes],
    });
  }
}

const dayOf = (date: XmlElement) =>
  partialDay(childText(date, "Year"), childText(date, "Month"), childText(date, "Day"));

function partyOf(party: XmlElement, book: Book): ListedParty {
  const profile = childrenOf(party, "Profile")[0];
  const identities = profile === undefined ? [] : childrenOf(profile, "Identity");
  const features = profile === undefined ? [] : childrenOf(profile, "Feature");
  const aliases = identities.flatMap((identity) => childrenOf(identity, "Alias"));
  const primary = aliases.find((alias) => attributeOf(alias, "Primary") === "true") ?? aliases[0];
  const entry = book.entries.get(profile === undefined ? "" : attributeOf(profile, "ID"));
  const read = readFeatures(features, book);
  return {
    line: party.line,
    list: "us-sdn",
    listId: attributeOf(party, "FixedRef"),
    kind: profile === undefined ? null : book.kindOf(attributeOf(profile, "PartySubTypeID")),
    name: primary === undefined ? "" : (namesOf(primary)[0] ?? ""),
    aliases: aliases.flatMap(namesOf),
    programmes: entry?.programmes ?? [],
    nationalities: read.nationalities,
    births: read.births,
    addresses: read.addresses,
    identifiers: identities.flatMap((identity) => book.papers(attributeOf(identity, "ID"))),
    listedOn: entry?.listedOn ?? null,
    remarks: [childText(party, "Comment"), ...read.remarks],
  };
}

/** A name in each script, its parts in the file's order: family name first, as OFAC writes it. */
const namesOf = (alias: XmlElement) =>
  childrenOf(alias, "DocumentedName").map((name) =>
    joinParts(
      childrenOf(name, "DocumentedNamePart").map((part) => childText(part, "NamePartValue")),
      " ",
    ),
  );

function readFeatures(features: readonly XmlElement[], book: Book) {
  const births: string[] = [];
  const nationalities: string[] = [];
  const addresses: string[] = [];
  const remarks: string[] = [];
  for (const feature of features) {
    const type = book.word("FeatureType", attributeOf(feature, "FeatureTypeID"));
    for (const version of childrenOf(feature, "FeatureVersion")) {
      const places = childrenOf(version, "VersionLocation").map((location) =>
        book.place(attributeOf(location, "LocationID")),
      );
      if (type === "Birthdate") births.push(...childrenOf(version, "DatePeriod").flatMap(periodOf));
      else if (type === "Nationality Country" || type === "Citizenship Country")
        nationalities.push(...places);
      else if (type === "Location") addresses.push(...places);
      else {
        const details = childrenOf(version, "VersionDetail").map(
          (detail) =>
            detail.text.trim() ||
            book.word("DetailReference", attributeOf(detail, "DetailReferenceID")),
        );
        const said = joinParts([...details, ...places, childText(version, "Comment")]);
        if (said !== "") remarks.push(`${type}: ${said}`);
      }
    }
  }
  return {births, nationalities, addresses, remarks};
}

/** A period of days in EDTF: one day or year where it is one, an interval where it is longer. */
function periodOf(period: XmlElement): readonly string[] {
  const bound = (side: string, edge: string) => {
    const element = childrenOf(period, side)[0];
    const date = element === undefined ? undefined : childrenOf(element, edge)[0];
    return date === undefined ? null : dayOf(date);
  };
  const from = bound("Start", "From") ?? bound("Start", "To");
  const to = bound("End", "To") ?? bound("End", "From");
  if (from === null || to === null) return [];
  const about = childrenOf(period, "Start").some(
    (start) => attributeOf(start, "Approximate") === "true",
  );
  const year = from.slice(0, 4);
  const isYear = from === `${year}-01-01` && to === `${year}-12-31`;
  const written = from === to ? from : isYear ? year : `${from}/${to}`;
  return [about && !written.includes("/") ? `${written}~` : written];
}
