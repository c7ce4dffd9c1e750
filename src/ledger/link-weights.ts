import type {LinkFeature} from "./link-features.ts";

export type LinkWeights = Readonly<Record<LinkFeature, number>>;

export const linkIntercept = -0.5;
export const linkWeights: LinkWeights = {
  "subject-shared": 4,
  "subject-apart": -2,
  "subject-around": 1,
  "name-shared": 1.5,
  "names-apart": -1,
  "act-shared": 1,
  "offices-alike": 1,
  "offices-apart": -1.5,
  "place-alike": 0.5,
  "places-apart": -2,
  "days-apart": -2,
  "day-alike": 0.5,
  "day-other": -1,
  "mode-alike": 0.5,
  "type-alike": 0.3,
  "sides-alike": 0.2,
  "sectors-apart": -4,
  "outlet-alike": -0.5,
  copy: 3,
  cited: 0.5,
};
