export {
  type ArmsOutcome,
  armsOutcome,
  armsSupplyMethod,
  type KindInService,
} from "./arms-outcome.ts";
export {
  buyersOfRussianArms,
  designatedBuyers,
  type PlatformKind,
  serviceLives,
} from "./parameters.ts";
export {platformKind} from "./platform-kind.ts";
