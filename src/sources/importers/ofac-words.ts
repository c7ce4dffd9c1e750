import {joinParts, type PartyKind} from "./listed-party.ts";
import {attributeOf, childrenOf, childText, type XmlElement} from "./xml-elements.ts";

/** The sets of words at the head of OFAC's advanced format to which all else refers by number. */
export const wordSets = [
  "PartyType",
  "PartySubType",
  "FeatureType",
  "DetailReference",
  "Country",
  "IDRegDocType",
  "SanctionsType",
] as const;
export type WordSet = (typeof wordSets)[number];

/** What a file in the advanced format has said so far, by its numbers: words, places and papers. */
export class OfacWords {
  readonly #words = new Map<string, string>();
  /** Number of the party type to which a subtype belongs. */
  readonly #partyTypes = new Map<string, string>();
  readonly #places = new Map<string, string>();
  /** By the number of the identity that they prove. */
  readonly #papers = new Map<string, string[]>();

  get size(): number {
    return this.#places.size + this.#papers.size + this.#words.size;
  }

  take(element: XmlElement): void {
    const id = attributeOf(element, "ID");
    if (element.name === "Location") this.#places.set(id, this.#placeOf(element));
    else if (element.name === "IDRegDocument") this.#takePaper(element);
    else {
      this.#words.set(`${element.name} ${id}`, element.text.trim());
      if (element.name === "PartySubType")
        this.#partyTypes.set(id, attributeOf(element, "PartyTypeID"));
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
    const kind = this.word("IDRegDocType", attributeOf(paper, "IDRegDocTypeID"));
    const written = joinParts([kind, number, issuer === "" ? "" : `(${issuer})`], " ");
    const known = this.#papers.get(identity);
    if (known === undefined) this.#papers.set(identity, [written]);
    else known.push(written);
  }
}
