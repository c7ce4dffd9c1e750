export type {Judgement} from "../world/index.ts";
