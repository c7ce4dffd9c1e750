import type {PartyId, Reach} from "../world/index.ts";
import {clipLine} from "../world/index.ts";
import type {Context} from "./table-contexts.ts";

/** Longest head or title that a link shows, in characters. */
const longest = 120;

/**
 * The wanted parties that the nearest context which names any of them names, each with the link that leads to it. Where
 * a `subject` is wanted, running text gives only the one that it names most often: the others stand there in passing.
 */
export function nearestNamed(
  contexts: readonly Context[],
  wanted: readonly PartyId[],
  {subject = false} = {},
): Reach[] {
  for (const {text, how, label, running, named} of contexts) {
    const found = wanted.flatMap((party) => {
      const name = named.get(party);
      return name === undefined ? [] : [{party, ...name}];
    });
    const most = Math.max(...found.map(({times}) => times));
    const kept = subject && running ? found.filter(({times}) => times === most) : found;
    if (kept.length > 0)
      return kept.map(({party, words}) => {
        const by =
          how === "named" ? words : `${label}: ${running ? words : clipLine(text, longest)}`;
        return {party, how, by};
      });
  }
  return [];
}
