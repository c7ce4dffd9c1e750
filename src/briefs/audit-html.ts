import type {ArticleAudit} from "../audit/index.ts";
import type {Reference, Verdict} from "../world/index.ts";
import {citationsOf, headOf, linesOf, partsOf, wholeOf, wordOf} from "./audit-words.ts";
import {escapeHtml} from "./escape-html.ts";
import {htmlPage} from "./html-page.ts";

const style = `
.verdict { font-weight: 600; } .claims > li { margin: 0 0 1em; } .claims q { font-style: italic; } .parts, .claims ul { font-size: .9rem; }
.row { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 2rem; } .row > p { margin: 0 0 .8em; overflow-wrap: anywhere; }
aside { font-size: .82rem; border-left: 1px solid var(--line); padding-left: .8rem; } aside p { margin: 0 0 .7em; }
mark { background: none; color: inherit; border-bottom: 1px solid var(--line); } mark.supported { border-bottom: 2px solid; } mark.contradicted { border-bottom: 3px double; }
@media (max-width: 40rem) { .row { display: block; } }
@media print { body { font-size: 9pt; line-height: 1.25; } .notes { columns: 1; } .row, .claims > li { break-inside: avoid; } }
`;

const list = (lines: readonly string[]) =>
  `<ul>\n${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("\n")}\n</ul>`;

const whole = (audit: ArticleAudit) =>
  wholeOf(audit)
    .map(({head, lines}) => `<section><h2>${escapeHtml(head)}</h2>\n${list(lines)}\n</section>`)
    .join("\n");

const citations = (audit: ArticleAudit, reference: Reference) => {
  const lines = citationsOf(audit, reference);
  return lines.length === 0 ? "" : `\n<section><h2>Data cited</h2>\n${list(lines)}\n</section>`;
};

const mark = (verdict: Verdict) => `<span class="verdict">${escapeHtml(wordOf(verdict))}</span>`;

/** An audit as one HTML file, ready to print: the article as a whole, then claim by claim. */
export function auditHtml(audit: ArticleAudit, reference: Reference): string {
  const {title, facts} = headOf(audit);
  const claims = audit.verdicts.map((verdict) => {
    const lines = linesOf(verdict, reference);
    return `<li>${mark(verdict)} <q>${escapeHtml(verdict.claim.text)}</q>
<p class="parts">${escapeHtml(partsOf(verdict, reference))}</p>
<p>${escapeHtml(verdict.because)}</p>${lines.length === 0 ? "" : `\n${list(lines)}`}</li>`;
  });
  const body =
    audit.nothing === null
      ? `<ol class="claims">\n${claims.join("\n")}\n</ol>`
      : `<p>${escapeHtml(audit.nothing)}</p>`;
  return htmlPage(
    `Read back: ${title}`,
    facts,
    `${whole(audit)}\n<section><h2>Claim by claim</h2>\n${body}\n</section>${citations(audit, reference)}`,
    style,
  );
}

/** The text itself with a note in the margin beside each claim: what it is worth, and why. */
export function auditAnnotated(audit: ArticleAudit, reference: Reference): string {
  const {title, facts} = headOf(audit);
  const placed = audit.verdicts.flatMap((verdict, at) => {
    const {evidence} = verdict.claim;
    return evidence.kind === "passage" ? [{verdict, number: at + 1, ...evidence}] : [];
  });
  let at = 0;
  const rows = audit.text.split("\n").flatMap((line) => {
    const from = at;
    at += line.length + 1;
    if (line.trim() === "") return [];
    const here = placed.filter(({start}) => from <= start && start < from + line.length);
    const notes = here.map(({verdict, number}) => {
      const lines = linesOf(verdict, reference).map((one) => `<br>${escapeHtml(one)}`);
      return `<p id="note-${number}">${number}. ${mark(verdict)} ${escapeHtml(verdict.because)}${lines.join("")}</p>`;
    });
    return [
      `<div class="row"><p>${marked(line, from, here)}</p><aside>${notes.join("\n")}</aside></div>`,
    ];
  });
  const nothing = audit.nothing === null ? "" : `<p>${escapeHtml(audit.nothing)}</p>\n`;
  return htmlPage(
    `Annotated: ${title}`,
    facts,
    `${nothing}${rows.join("\n")}\n${whole(audit)}${citations(audit, reference)}`,
    style,
  );
}

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly verdict: Verdict;
}

/** A line with its claims marked; a claim within a claim bears its number inside it. */
function marked(line: string, from: number, here: readonly Placed[]): string {
  const edges = here
    .flatMap(({start, end, number, verdict}) => [
      {at: start, open: true, size: end - start, number, verdict},
      {at: Math.min(end, from + line.length), open: false, size: end - start, number, verdict},
    ])
    .sort(
      (a, b) =>
        a.at - b.at ||
        Number(a.open) - Number(b.open) ||
        (a.open ? b.size - a.size : a.size - b.size),
    );
  let html = "";
  let at = from;
  for (const edge of edges) {
    html += escapeHtml(line.slice(at - from, edge.at - from));
    at = edge.at;
    const word = edge.verdict.verdict?.replace(" ", "-") ?? edge.verdict.kind;
    html += edge.open
      ? `<mark class="${word}">`
      : `</mark><sup><a href="#note-${edge.number}">${edge.number}</a></sup>`;
  }
  return html + escapeHtml(line.slice(at - from));
}
