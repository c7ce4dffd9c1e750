import type {PartyId, Reach, Reference} from "../world/index.ts";
import {findMentions} from "./find-mentions.ts";
import {groupMentions} from "./group-mentions.ts";

/** What stands above a passage: the nearest heading, then the article's title. */
export interface Above {
  readonly heading: string;
  readonly title: string;
}

/**
 * Parties that the heading names and a passage under it does not; where that leaves the passage with fewer than two
 * parties, those of the title too. A list in a heading that already holds one of the passage's own gives no more:
 * under "Indonesia and Malaysia look to Russia" the row of Malaysia reaches Russia.
 */
export function headingReaches(
  {heading, title}: Above,
  own: readonly PartyId[],
  reference: Reference,
): Reach[] {
  const reaches = reachesOf("heading", heading, own, reference);
  if (own.length + reaches.length > 1 || title === heading) return reaches;
  const reached = [...own, ...reaches.map((one) => one.party)];
  return [...reaches, ...reachesOf("title", title, reached, reference)];
}

function reachesOf(
  kind: "heading" | "title",
  words: string,
  own: readonly PartyId[],
  reference: Reference,
): Reach[] {
  const parties = groupMentions(words, findMentions(words, reference))
    .filter((group) => !group.parties.some((party) => own.includes(party)))
    .flatMap((group) => group.parties);
  return [...new Set(parties)].map((party) => ({party, how: "heading", by: `${kind}: ${words}`}));
}
