export {measure} from "./measure.ts";
export {postures} from "./postures.ts";
