import type {Answer, Reference} from "../world/index.ts";
import {type BriefTable, composeBrief, type Item, nothing} from "./compose-brief.ts";
import {escapeHtml} from "./escape-html.ts";
import {htmlPage} from "./html-page.ts";

/**
 * The brief as one HTML file that needs nothing beside it. Its only links are from footnote numbers to the notes at
 * its foot; addresses in the data stay plain text.
 */
export function briefHtml(answer: Answer, reference: Reference): string {
  const pages = composeBrief(answer, reference);
  const verdicts = pages.verdicts.map(
    ({title: article, summary, items}) =>
      `<h3>${escapeHtml(article)}</h3>\n<p>${escapeHtml(summary)}.</p>\n${list(items.map(cited), "Nothing in it can be tested.")}`,
  );
  const notes = pages.notes.map(
    ({number, text}) => `<li id="note-${number}" value="${number}">${escapeHtml(text)}</li>`,
  );
  const body = `${pages.tables.map(table).join("\n")}
<section><h2>What changed</h2>
${list(pages.changed.map(cited), "No move is recorded.")}
</section>
${verdicts.length === 0 ? "" : `<section><h2>Articles read back</h2>\n${verdicts.join("\n")}\n</section>\n`}<section><h2>Gaps</h2>
${list(pages.gaps.map(escapeHtml), "No gap is recorded.")}
</section>
<section class="small"><h2>Data and their vintages</h2>
${list(pages.vintages.map(escapeHtml), "No dataset is in the ledger.")}
</section>
<section><h2>Notes</h2>
<ol class="notes">
${notes.join("\n")}
</ol>
</section>`;
  return htmlPage(pages.title, [pages.facts.join(" · ")], body);
}

function list(lines: readonly string[], none: string): string {
  return lines.length === 0
    ? `<p>${none}</p>`
    : `<ul>\n${lines.map((line) => `<li>${line}</li>`).join("\n")}\n</ul>`;
}

function cited({text, notes}: Item): string {
  const marks = notes.map((number) => `<a href="#note-${number}">${number}</a>`).join(", ");
  return escapeHtml(text) + (marks === "" ? "" : `<sup>${marks}</sup>`);
}

function table({title, columns, rows, under}: BriefTable): string {
  const heads = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join("");
  const body = rows.map(({head, cells}) => {
    const filled = cells.map((items) =>
      items.length === 0
        ? `<td>${nothing}</td>`
        : `<td>${items.map((item) => `<p>${cited(item)}</p>`).join("")}</td>`,
    );
    return `<tr><th scope="row">${escapeHtml(head)}</th>${filled.join("")}</tr>`;
  });
  const below = under.map((item) => `<p>${cited(item)}</p>`).join("\n");
  return `<section>
<table class="${escapeHtml(title.toLowerCase())}">
<caption>${escapeHtml(title)}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>
${below}
</section>`;
}
