export {answerWatch, type Question} from "./answer-watch.ts";
export {auditOne} from "./audit-one.ts";
export {exportFolder} from "./export-folder.ts";
export {type ExportItem, type ExportSource, exportItems} from "./export-items.ts";
export {gatherMatter} from "./gather-matter.ts";
export {readArticle} from "./read-article.ts";
