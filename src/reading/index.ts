export {readCapture} from "./read-capture.ts";
