import type {Evidence} from "../world/index.ts";
import type {Claim, Finding} from "./claim.ts";

/**
 * Makes the finding of a matcher that tests a claim as a whole; what would settle it is the same whatever is found. The
 * evidence stands for the claim, against it, or, where it settles nothing, as what was before.
 */
export function wholeFinding({text}: Claim, wouldSettle: string, weighed = false) {
  return (
    verdict: Finding["verdict"],
    because: string,
    evidence: readonly Evidence[] = [],
  ): Finding => ({
    start: 0,
    end: text.length,
    verdict,
    because,
    for: verdict === "supported" ? evidence : [],
    against: verdict === "contradicted" ? evidence : [],
    past: verdict === "not tested" ? evidence : [],
    wouldSettle,
    weighed,
  });
}
