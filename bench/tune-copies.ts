/**
 * What each choice of the recipe's knobs gives on the dev part of `bench/data/syndication`:
 * `node --import tsx bench/tune-copies.ts`. Nothing of the held-out part is printed.
 */
import {copiesKnobs} from "../src/ledger/index.ts";
import {adjustedRand} from "./adjusted-rand.ts";
import {pairwise} from "./cluster-scores.ts";
import {readSyndication, type SyndicatedText} from "./syndicated.ts";
import {clusteredBy, leftApart, ourClusters} from "./syndication.ts";

const syndication = readSyndication("bench/data/syndication");
const dev = ({part}: SyndicatedText) => part === "dev";
const digits = (number: number) => number.toFixed(4);

console.log("reach share ofLater fewest  rand   precision recall apart");
for (const reach of [2, 3, 4, 5])
  for (const share of [0.2, 0.25, 0.3, 0.35, 0.4, 0.5])
    for (const shareOfLater of [0.15, 0.25]) {
      const knobs = {...copiesKnobs, reach, share, shareOfLater};
      const clusterOf = ourClusters(syndication.texts, knobs);
      const clustered = clusteredBy(syndication, clusterOf, dev).filter(({scored}) => scored);
      const {precision, recall} = pairwise(clustered);
      const apart = leftApart(syndication, clusterOf, dev);
      console.log(
        [
          reach,
          share,
          shareOfLater,
          knobs.fewest,
          ...[adjustedRand(clustered), precision, recall, apart].map(digits),
        ].join("  "),
      );
    }
