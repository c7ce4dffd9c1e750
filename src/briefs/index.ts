export {briefHtml} from "./brief-html.ts";
export {briefMarkdown} from "./brief-markdown.ts";
export {type FlatCell, flatCells} from "./flat-cells.ts";
export {lintBrief} from "./lint-brief.ts";
export {type CsvTable, tableCsv, tableNames} from "./table-csv.ts";
export {type AnswerTable, tablesText, tableText} from "./tables-text.ts";
export {toCsv} from "./to-csv.ts";
