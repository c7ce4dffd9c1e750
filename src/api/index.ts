/** The words in which the answers are written: the page takes its types from here. */

export type {ArticleAudit} from "../audit/index.ts";
export type * from "../world/index.ts";
export type {TakeIn} from "./audit-routes.ts";
export type * from "./contract.ts";
export {type ApiOptions, createApi} from "./create-api.ts";
export type {MeasureBooks} from "./measure-routes.ts";
export {type AnswerOn, rememberAnswers} from "./remember-answers.ts";
export type {OwnBase} from "./scenario-routes.ts";
export {serveApi} from "./serve-api.ts";
export type {SourceBook} from "./source-routes.ts";
