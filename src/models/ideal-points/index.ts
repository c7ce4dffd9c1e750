export {type ChainPlan, drawIdealPoints, keptBy, usualPlan} from "./draw-ideal-points.ts";
export {firstOfRepeats, type Repeat} from "./first-of-repeats.ts";
export {type IdealPointChain, idealPointChain} from "./ideal-point-chain.ts";
export {
  type Convergence,
  type Drawn,
  drawnFrom,
  type IdealPoints,
  idealPoints,
} from "./ideal-points.ts";
export {type PointsInSession, pointsInSession} from "./points-in-session.ts";
export {type RepeatedText, rowsOfRollCalls} from "./rows-of-roll-calls.ts";
export {sessionOf} from "./session-of.ts";
export {choices, isRowOfPoints, type VoteRows} from "./vote-rows.ts";
export {type Seat, type VoteTable, voteTable} from "./vote-table.ts";
