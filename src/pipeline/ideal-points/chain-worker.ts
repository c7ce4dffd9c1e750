import {parentPort, workerData} from "node:worker_threads";
import {type ChainPlan, drawIdealPoints, type VoteTable} from "../../models/index.ts";

/** What a worker is given: one chain to run. */
export interface ChainTask {
  readonly table: VoteTable;
  readonly plan: ChainPlan;
}

/** What it tells: how far it is, and at the end the draws kept. */
export type ChainNews =
  | {readonly kind: "swept"; readonly done: number}
  | {readonly kind: "drawn"; readonly draws: Float32Array};

/** Often enough to be seen to move, seldom enough to cost nothing. */
const toldEvery = 20;

const {table, plan} = workerData as ChainTask;
const tell = (news: ChainNews) => parentPort?.postMessage(news);
const draws = drawIdealPoints(table, plan, (done) => {
  if (done % toldEvery === 0) tell({kind: "swept", done});
});
tell({kind: "drawn", draws});
