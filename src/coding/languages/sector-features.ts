import type {EventType, Sector} from "../../world/index.ts";
import type {Features} from "../scoring/linear-model.ts";
import type {RowMatch} from "./match-rows.ts";
import type {ReadSentence} from "./read-sentence.ts";

/** What the model of sectors sees: hits of the lexicon, the type, and the words. */
export function sectorFeatures(
  {tokens, actors, actorAt}: ReadSentence,
  type: EventType,
  hits: readonly RowMatch<Sector>[],
): Features {
  const features = new Map<string, number>();
  const add = (name: string, amount = 1) => {
    features.set(name, (features.get(name) ?? 0) + amount);
  };
  add(`type:${type}`);
  const parties = new Set(actors.flatMap((actor) => actor.parties));
  const bare = actors.filter((actor) => actor.parties.length === 0).length;
  add(`parties:${Math.min(2, parties.size)}:${Math.min(2, bare)}`);
  for (const {kind} of actors) if (kind !== "state" && kind !== "capital") add(`kind:${kind}`);
  for (const {of, words} of hits) {
    add(`hit:${of}`);
    if (!features.has(`any:${of}`)) add(`any:${of}`);
    if (!features.has(`row:${words}`)) add(`row:${words}`, 0.5);
  }
  const met = new Set(hits.map(({of}) => of));
  add(`only:${[...met].sort().join("+")}`);
  for (const of of met) add(`type:${type}:${of}`);
  if (met.size === 0) add(`type:${type}:none`);
  for (const [i, {plain}] of tokens.entries()) {
    const actor = actors[actorAt[i] ?? -1];
    if ((actor?.parties.length ?? 0) > 0 || plain.length < 4 || features.has(`w:${plain}`))
      continue;
    add(`w:${plain}`, 0.5);
    add(`p:${plain.slice(0, 5)}`, 0.5);
  }
  return features;
}
