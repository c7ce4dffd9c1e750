export {agreementOf, type FieldAgreement} from "./agreement-of.ts";
export {compareAll} from "./compare-all.ts";
export {copiesAmong} from "./copies/copies-among.ts";
export type {Copies, CopyCluster, CopyEdge, Roundup} from "./copies/copy.ts";
export {copiesRecipe, type Knobs, knobs as copiesKnobs} from "./copies/recipe.ts";
export {type SourceCopies, sourceCopies} from "./copies/source-copies.ts";
export {gradeItems} from "./credibility/grade-items.ts";
export {
  type Credibility,
  credibilityRecipe,
  judgeCredibility,
  judgeItem,
  type Testimony,
} from "./credibility/judge-credibility.ts";
export type {Directness, Witness} from "./credibility/witness.ts";
export type {ReliabilityOf} from "./grade-source.ts";
export {judgeMoves} from "./judge-moves.ts";
export {judgeEvents, judgeReports} from "./judge-reports.ts";
export {judgementEvidence, tellJudgement} from "./judgement-evidence.ts";
export {type LinkFeature, linkFeatures} from "./link-features.ts";
export {namesOf} from "./link-reports.ts";
export {linkWeights} from "./link-weights.ts";
export {
  asKnown,
  asTold,
  isSomebodys,
  type MoveMaker,
  moveMaker,
  movesFromEvents,
} from "./moves-from-events.ts";
export {movesFromFacts} from "./moves-from-facts.ts";
export {isOnUkraine} from "./moves-from-votes.ts";
export {newestFirst} from "./newest-first.ts";
export {readOwners} from "./owner-of.ts";
export {passagesMet} from "./passages-met.ts";
export {effectsOf, readJudgements} from "./read-judgements.ts";
export {blockOf, sameHappening} from "./same-happening.ts";
export {type Run, runsOf, sectorOf} from "./sanction-runs.ts";
export {answersOf, type Decision, type Decisions, settleJudgements} from "./settle-judgements.ts";
export {weighParticipants} from "./weigh-participants.ts";
export {witnessesAmong} from "./witnesses-among.ts";
