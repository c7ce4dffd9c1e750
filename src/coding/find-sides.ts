import {sayingVerbs} from "./grammar.ts";
import type {Match} from "./match-cues.ts";
import {mutualTypes, ruleSides, type Sides} from "./rule-sides.ts";
import type {Named, Sentence} from "./sentence.ts";
import {frameOf} from "./sides/side-features.ts";
import {rankSides, sideOddsOf} from "./sides/side-ranker.ts";

export {mutualTypes, type Sides} from "./rule-sides.ts";

/**
 * Finds both sides of a matched cue. The ranker weighs every name of the sentence, and what grammar gives is one of the
 * things that it weighs; a side that it leaves empty is grammar's, as long as grammar's name has no place yet.
 */
export function findSides(sentence: Sentence, match: Match): Sides {
  const {sideModel: model} = sentence;
  if (model === null || sentence.named.length === 0) return ruleSides(sentence, match);
  const frame = frameOf(sentence, match);
  const {ruled} = frame;
  if (isSettled(ruled)) return ruled;
  const odds = sideOddsOf(model, frame);
  const ranked = rankSides(frame, odds);
  // "China and Russia discuss Iran": those whom the subject joins are all who act.
  const joined =
    mutualTypes.has(match.cue.type) &&
    (ruled.sources?.parties.length ?? 0) > 1 &&
    ruled.targets === null;
  if (joined && ranked.sources.some((one) => one === ruled.sources)) return {...ruled, odds};
  const found = filled(
    {
      sources: together(ranked.sources),
      targets: together(ranked.targets.filter((one) => !isSpeaker(sentence, one, ranked.sources))),
    },
    ranked.both ? {sources: null, targets: null} : ruled,
  );
  const agreed =
    ruled.both === ranked.both &&
    sameParties(found.sources, ruled.sources) &&
    sameParties(found.targets, ruled.targets);
  return agreed ? {...ruled, odds} : {...found, both: ranked.both, rule: "ranked", odds};
}

/** "Qatar hosts talks between …", "received aid from": the words leave no doubt. */
function isSettled({rule, sources, targets}: Sides): boolean {
  return (rule === "hosted" || rule === "received") && sources !== null && targets !== null;
}

type Pair = Pick<Sides, "sources" | "targets">;

function filled(found: Pair, ruled: Pair): Pair {
  const isFree = (name: Named | null, other: Named | null) =>
    name !== null && !name.parties.some((party) => other?.parties.includes(party));
  const sources = found.sources ?? (isFree(ruled.sources, found.targets) ? ruled.sources : null);
  const targets = found.targets ?? (isFree(ruled.targets, sources) ? ruled.targets : null);
  return {sources, targets};
}

/** "Kazakhstan will not recognise it, President Tokayev told reporters": who says it is not whom it is done to. */
function isSpeaker({words}: Sentence, name: Named, sources: readonly Named[]): boolean {
  const verb = words[name.last];
  return (
    verb !== undefined &&
    sayingVerbs.has(verb.lemma) &&
    sources.some(({parties}) => name.parties.every((party) => parties.includes(party)))
  );
}

/** Several names on one side, as one. */
export function together(found: readonly Named[]): Named | null {
  const names = [...found].sort((a, b) => a.first - b.first);
  const [first] = names;
  if (first === undefined || names.length === 1) return first ?? null;
  return {...first, parties: [...new Set(names.flatMap(({parties}) => parties))]};
}

function sameParties(one: Named | null, other: Named | null): boolean {
  const [ones, others] = [one?.parties ?? [], other?.parties ?? []];
  if (ones === others) return true;
  if (ones.length === 1 && others.length === 1) return ones[0] === others[0];
  return [...ones].sort().join() === [...others].sort().join();
}
