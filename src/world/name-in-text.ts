import type {PartyId} from "./party.ts";
import {nameOf, type Reference} from "./reference.ts";

/** Names that are common nouns or plurals, which English does not leave alone: "the United States", "the Philippines". */
const takesArticle =
  /\b(Union|Kingdom|States|Emirates|Republic|Islands|Territory|Territories|See|Movement|Organisation|Nations)\b|^(Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines|G7|Quad)$/;

/** A party's name within a sentence: "the European Union", "Indonesia". */
export function nameInText(reference: Reference, party: PartyId): string {
  const name = nameOf(reference, party);
  return takesArticle.test(name) ? `the ${name}` : name;
}

/** A sentence begins with a capital, also where it begins with "the". */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
