import type {Day} from "../../world/index.ts";
import {InputError} from "../input-error.ts";
import type {Importer} from "./importer.ts";
import {joinParts, type ListedParty, listedPartyRow, partialDay, wholeDay} from "./listed-party.ts";
import {ofacTerms} from "./ofac-terms.ts";
import {OfacWords, wordSets} from "./ofac-words.ts";
import {
  attributeOf,
  childrenOf,
  childText,
  showElement,
  type XmlElement,
  xmlElements,
} from "./xml-elements.ts";

/** Parties, places and papers that are held in memory until the entries come, at the file's end; SDN has 20,000 parties. */
const maxHeld = 2_000_000;
const rowsAtOnce = 1000;

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
  ...ofacTerms,
  datasets: ["listed-parties"],
  whole: true,
  scope: {list: "us-sdn"},
  read: async function* (file, codes) {
    const words = new OfacWords();
    const parties: HeldParty[] = [];
    const entries = new Map<string, Entry>();
    const layout = {
      root: "Sanctions",
      take: [...wordSets, "Location", "IDRegDocument", "DistinctParty", "SanctionsEntry"],
    };
    for await (const elements of xmlElements(file, layout)) {
      for (const element of elements)
        if (element.name === "DistinctParty") parties.push(holdParty(element, words));
        else if (element.name === "SanctionsEntry") takeEntry(element, words, entries);
        else words.take(element);
      if (words.size + parties.length > maxHeld)
        throw new InputError(
          `${file.name} holds more than ${maxHeld} parties, places and papers`,
          "check that the file is what this importer reads (`demarche import --list`)",
        );
    }
    if (parties.length > 0 && entries.size === 0)
      throw new InputError(
        `${file.name} has parties but no sanctions entries`,
        "download it again; a list that breaks off is not taken in part",
      );
    for (let at = 0; at < parties.length; at += rowsAtOnce)
      yield parties
        .slice(at, at + rowsAtOnce)
        .map(({profile, party, raw}) =>
          listedPartyRow({...party, ...entries.get(profile)}, () => raw, codes),
        );
  },
};

/** A party as read, until its entry comes. */
interface HeldParty {
  readonly profile: string;
  readonly party: ListedParty;
  readonly raw: string;
}

interface Entry {
  readonly listedOn: Day | null;
  readonly programmes: readonly string[];
}

function takeEntry(entry: XmlElement, words: OfacWords, entries: Map<string, Entry>): void {
  const events = childrenOf(entry, "EntryEvent").flatMap((event) =>
    childrenOf(event, "Date").flatMap((date) => dayOf(date) ?? []),
  );
  const programmes = childrenOf(entry, "SanctionsMeasure")
    .filter((one) => words.word("SanctionsType", attributeOf(one, "SanctionsTypeID")) === "Program")
    .map((one) => childText(one, "Comment"));
  const profile = attributeOf(entry, "ProfileID");
  const known = entries.get(profile);
  const [first] = events.sort();
  entries.set(profile, {
    listedOn: known?.listedOn ?? (first === undefined ? null : wholeDay(first)),
    programmes: [...(known?.programmes ?? []), ...programmes],
  });
}

const dayOf = (date: XmlElement) =>
  partialDay(childText(date, "Year"), childText(date, "Month"), childText(date, "Day"));

function holdParty(element: XmlElement, words: OfacWords): HeldParty {
  const profile = childrenOf(element, "Profile")[0];
  const identities = profile === undefined ? [] : childrenOf(profile, "Identity");
  const features = profile === undefined ? [] : childrenOf(profile, "Feature");
  const aliases = identities.flatMap((identity) => childrenOf(identity, "Alias"));
  const primary = aliases.find((alias) => attributeOf(alias, "Primary") === "true") ?? aliases[0];
  const {remarks, ...read} = readFeatures(features, words);
  const party: ListedParty = {
    line: element.line,
    list: "us-sdn",
    listId: attributeOf(element, "FixedRef"),
    kind: profile === undefined ? null : words.kindOf(attributeOf(profile, "PartySubTypeID")),
    name: primary === undefined ? "" : (namesOf(primary)[0] ?? ""),
    aliases: aliases.flatMap(namesOf),
    ...read,
    identifiers: identities.flatMap((identity) => words.papers(attributeOf(identity, "ID"))),
    remarks: [childText(element, "Comment"), ...remarks],
  };
  // A copy: a text cut out of the file would keep the whole piece of it that it was cut from.
  return structuredClone({
    profile: profile === undefined ? "" : attributeOf(profile, "ID"),
    party,
    raw: showElement(element),
  });
}

/** A name in each script, its parts in the file's order: family name first, as OFAC writes it. */
const namesOf = (alias: XmlElement) =>
  childrenOf(alias, "DocumentedName").map((name) =>
    joinParts(
      childrenOf(name, "DocumentedNamePart").map((part) => childText(part, "NamePartValue")),
      " ",
    ),
  );

function readFeatures(features: readonly XmlElement[], words: OfacWords) {
  const births: string[] = [];
  const nationalities: string[] = [];
  const addresses: string[] = [];
  const remarks: string[] = [];
  for (const feature of features) {
    const type = words.word("FeatureType", attributeOf(feature, "FeatureTypeID"));
    for (const version of childrenOf(feature, "FeatureVersion")) {
      const places = childrenOf(version, "VersionLocation").map((location) =>
        words.place(attributeOf(location, "LocationID")),
      );
      if (type === "Birthdate") births.push(...childrenOf(version, "DatePeriod").flatMap(periodOf));
      else if (type === "Nationality Country" || type === "Citizenship Country")
        nationalities.push(...places);
      else if (type === "Location") addresses.push(...places);
      else {
        const details = childrenOf(version, "VersionDetail").map(
          (detail) =>
            detail.text.trim() ||
            words.word("DetailReference", attributeOf(detail, "DetailReferenceID")),
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
