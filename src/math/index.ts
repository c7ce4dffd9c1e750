export {quantile} from "./quantile.ts";
export {
  type FixedPoint,
  type FixedPointMap,
  NoConvergence,
  solveFixedPoint,
} from "./solve-fixed-point.ts";
export {type StandardDraws, standardDraws} from "./standard-draws.ts";
