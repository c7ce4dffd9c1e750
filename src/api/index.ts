export type * from "./contract.ts";
export {type ApiOptions, createApi} from "./create-api.ts";
export {serveApi} from "./serve-api.ts";
