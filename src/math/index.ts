export {NoConvergence, solveFixedPoint, type FixedPoint, type FixedPointMap} from "./solve-fixed-point.ts";
export {standardDraws, type StandardDraws} from "./standard-draws.ts";
export {quantile} from "./quantile.ts";
