import type {EventType, PartyId, Sector} from "../../world/index.ts";
import type {LanguageCoder} from "./language-coder.ts";
import {matchRows} from "./match-rows.ts";
import {readSentence} from "./read-sentence.ts";

/** What lexicon and names alone say of a sentence: its first cue, the parties in order, the first sector. For measuring against. */
export function keywordReading(
  text: string,
  {compiled}: LanguageCoder,
): {
  readonly type: EventType | null;
  readonly parties: readonly PartyId[];
  readonly sector: Sector | null;
} {
  const {cues, actors, tokens} = readSentence(text, compiled);
  const [first] = cues;
  return {
    type: first === undefined || first.of === "NONE" ? null : first.of,
    parties: [...new Set(actors.flatMap(({parties}) => parties))],
    sector: matchRows(tokens, compiled.sectors)[0]?.of ?? null,
  };
}
