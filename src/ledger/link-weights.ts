import type {LinkFeature} from "./link-features.ts";

/**
 * What each feature weighs, and the score's intercept. Fitted by `bench/fit-linking.ts` on 647 pairs of reports, 357 of
 * them of one happening: `bench/data/happenings-train.json` and the dev part of `bench/data/happenings.json`. A pair
 * of the same parties, type and day that shares no other word scores about 0.75 where the passages are long, less with
 * each day between them, and 0.1 where the sectors differ too.
 */
export const linkIntercept = 2.27;
export const linkWeights: Readonly<Record<LinkFeature, number>> = {
  "subject-shared": 1.79,
  "subject-apart": -1.65,
  "subject-around": 0.74,
  "rare-shared": 1.62,
  "act-shared": 1.86,
  "offices-alike": 1.37,
  "offices-apart": -1.38,
  "places-apart": -1.12,
  "days-apart": -4.73,
  "day-other": -1.43,
  "sectors-apart": -3.58,
  "outlet-alike": -2.72,
};
