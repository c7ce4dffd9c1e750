import type {CodedEvent, Reference} from "../world/index.ts";
import {readWords} from "./report-words.ts";
import {type WordRarity, wordsMet} from "./word-rarity.ts";

/** Passages of events, met in the order in which they are linked; how rare words were then can be asked for later. */
export interface PassagesMet {
  /** @returns the passage's place: how many came before it. */
  meet(event: CodedEvent): number;
  /** How rare words were when so many passages had been met. */
  before(place: number): WordRarity;
}

export function passagesMet(reference: Reference): PassagesMet {
  const words = readWords(reference);
  const met = wordsMet();
  return {meet: (event) => met.meet(words.own(event)), before: met.before};
}
