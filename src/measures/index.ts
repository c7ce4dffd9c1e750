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
export {postures} from "./postures.ts";
