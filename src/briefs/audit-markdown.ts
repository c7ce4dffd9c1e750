import type {ArticleAudit} from "../audit/index.ts";
import type {Reference, Verdict} from "../world/index.ts";
import {citationsOf, headOf, linesOf, partsOf, wholeOf, wordOf} from "./audit-words.ts";
import {escapeMarkdown} from "./escape-markdown.ts";

/** An audit as Markdown: the article as a whole, then claim by claim with evidence for and against. */
export function auditMarkdown(audit: ArticleAudit, reference: Reference): string {
  const {title, facts} = headOf(audit);
  const cited = citationsOf(audit, reference);
  const parts = [
    `# Read back: ${escapeMarkdown(title)}`,
    facts.map((fact) => `- ${escapeMarkdown(fact)}`).join("\n"),
    ...wholeOf(audit).map(({head, lines}) => `## ${head}\n\n${list(lines)}`),
    "## Claim by claim",
    audit.nothing === null
      ? audit.verdicts.map((one, at) => claim(one, at + 1, reference)).join("\n\n")
      : escapeMarkdown(audit.nothing),
    ...(cited.length === 0 ? [] : [`## Data cited\n\n${list(cited)}`]),
  ];
  return `${parts.join("\n\n")}\n`;
}

const list = (lines: readonly string[]) =>
  lines.map((line) => `- ${escapeMarkdown(line)}`).join("\n");

function claim(verdict: Verdict, number: number, reference: Reference): string {
  const lines = [partsOf(verdict, reference), verdict.because, ...linesOf(verdict, reference)];
  return `${number}. **${wordOf(verdict)}**: ${escapeMarkdown(verdict.claim.text)}\n${lines
    .filter((line) => line !== "")
    .map((line) => `   - ${escapeMarkdown(line)}`)
    .join("\n")}`;
}
