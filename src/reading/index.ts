export {datelineLength} from "./dateline.ts";
export {monthNumber} from "./month-names.ts";
export {readCapture} from "./read-capture.ts";
export {nothingKnown, type SourcePrior} from "./source-prior.ts";
export {splitSentences} from "./split-sentences.ts";
