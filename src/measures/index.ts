export {measure} from "./measure.ts";
export {
  type FoundName,
  indexNames,
  matchThreshold,
  type NamedEntry,
  type NameIndex,
  type NameMatch,
  type NameMatcher,
  type NameSchema,
  nameMatcher,
  nameSchemas,
} from "./names/index.ts";
export {
  comparedSince,
  type PledgeRate,
  type PledgeRates,
  pledgeRates,
} from "./pledges/pledge-rates.ts";
export {
  keptWithin,
  medianYears,
  type PledgeSurvival,
  pledgeSurvival,
} from "./pledges/pledge-survival.ts";
export {postures} from "./postures.ts";
