import type {Answer, Reference} from "../world/index.ts";
import {type BriefTable, composeBrief, type Item, nothing} from "./compose-brief.ts";
import {escapeMarkdown} from "./escape-markdown.ts";

/**
 * The brief as Markdown with footnotes (GitHub's table and footnote syntax). Every cell ends with the numbers of its
 * notes; `lintBrief` of the result is empty.
 */
export function briefMarkdown(answer: Answer, reference: Reference): string {
  const pages = composeBrief(answer, reference);
  const parts = [
    `# ${escapeMarkdown(pages.title)}`,
    pages.facts.map(escapeMarkdown).join(" · "),
    ...pages.tables.map(table),
    section("What changed", list(pages.changed.map(cited), "No move is recorded.")),
    ...(pages.verdicts.length === 0
      ? []
      : [
          "## Articles read back",
          ...pages.verdicts.map(
            ({title, summary, items}) =>
              `### ${escapeMarkdown(title)}\n\n${escapeMarkdown(summary)}.\n\n${list(items.map(cited), "Nothing in it can be tested.")}`,
          ),
        ]),
    section("Gaps", list(pages.gaps.map(escapeMarkdown), "No gap is recorded.")),
    section(
      "Data and their vintages",
      list(pages.vintages.map(escapeMarkdown), "No dataset is in the ledger."),
    ),
    "## Notes",
    pages.notes.map(({number, text}) => `[^${number}]: ${escapeMarkdown(text)}`).join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`;
}

function list(lines: readonly string[], none: string): string {
  return lines.length === 0 ? none : lines.map((line) => `- ${line}`).join("\n");
}

function cited({text, notes}: Item): string {
  return escapeMarkdown(text) + notes.map((number) => `[^${number}]`).join("");
}

function table({title, columns, rows, under}: BriefTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const body = rows.map(({head, cells}) =>
    line([
      escapeMarkdown(head),
      ...cells.map((items) => (items.length === 0 ? nothing : items.map(cited).join("<br>"))),
    ]),
  );
  const below = under.map((item) => `\n\n${cited(item)}`).join("");
  return `## ${title}\n\n${[line(columns), line(columns.map(() => "---")), ...body].join("\n")}${below}`;
}
