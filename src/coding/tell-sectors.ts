import type {EventType, Reference, Sector} from "../world/index.ts";
import {findSectors, sectorsAmong} from "./find-sectors.ts";
import {judge} from "./scoring/linear-model.ts";
import {modelOf, vectorsOf} from "./scoring/model-of.ts";
import {sectorFeatures} from "./sector-features.ts";
import type {Sentence} from "./sentence.ts";

/** What an event is about, the likeliest first, and how sure that first one is. */
export interface SectorsTold {
  readonly sectors: readonly Sector[];
  /** 0..1. */
  readonly sure: number;
}

/** The first sector by a linear model over the lexicon and the words; the lexicon's others stand behind it. */
export function tellSectors(
  sentence: Sentence,
  type: EventType,
  reference: Reference,
): SectorsTold {
  const model = modelOf(reference, "sector");
  const phrases = findSectors(sentence.text, reference);
  const vectors = vectorsOf(reference);
  const shares = judge(model, (to) => sectorFeatures(sentence, type, phrases, vectors, to));
  const sure = Math.max(...shares);
  const first = model.classes[shares.indexOf(sure)] as Sector;
  const others = sectorsAmong(phrases, type).filter((one) => isSubject(one) && one !== first);
  return {sectors: [first, ...others], sure};
}

/** "diplomacy" and "other" say that no subject was met, so they are no second sector. */
const isSubject = (sector: Sector) => sector !== "diplomacy" && sector !== "other";
