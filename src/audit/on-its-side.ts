import type {Evidence} from "../world/index.ts";
import type {Finding} from "./claim.ts";

/** Where the evidence of a verdict stands: for the claim, against it, or, where it settles nothing, as what was before. */
export function onItsSide(
  verdict: Finding["verdict"],
  evidence: readonly Evidence[],
): Pick<Finding, "for" | "against" | "past"> {
  return {
    for: verdict === "supported" ? evidence : [],
    against: verdict === "contradicted" ? evidence : [],
    past: verdict === "not tested" ? evidence : [],
  };
}
