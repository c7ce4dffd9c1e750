export {answerWatch, type Question} from "./answer-watch.ts";
export {auditOne} from "./audit-one.ts";
export {readArticle} from "./read-article.ts";
