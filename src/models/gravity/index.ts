export {fitPpml, type PpmlFit, type PpmlInput} from "./fit-ppml.ts";
