export {datelineLength} from "./dateline.ts";
export {readCapture} from "./read-capture.ts";
