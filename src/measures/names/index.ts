export {type NameMatch, type NameMatcher, nameMatcher} from "./match-names.ts";
export {type FoundName, indexNames, type NamedEntry, type NameIndex} from "./name-index.ts";
export {matchThreshold} from "./name-weights.ts";
export {type NameSchema, nameSchemas} from "./read-name.ts";
