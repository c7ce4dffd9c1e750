export {briefHtml} from "./brief-html.ts";
export {briefMarkdown} from "./brief-markdown.ts";
export {type FlatCell, flatCells} from "./flat-cells.ts";
export {lintBrief} from "./lint-brief.ts";
export {type AnswerTable, tablesText, tableText} from "./tables-text.ts";
export {evidencePlace} from "./tell-evidence.ts";
