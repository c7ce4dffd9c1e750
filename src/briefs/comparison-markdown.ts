import type {ArticleComparison, ClaimPair} from "../audit/index.ts";
import type {Verdict} from "../world/index.ts";
import {escapeMarkdown} from "./escape-markdown.ts";

/** Two articles held against one another, as Markdown: who copied whom, then the claims. */
export function comparisonMarkdown(
  {shared, contradicted, added, dropped, copied}: ArticleComparison,
  titles: {readonly first: string; readonly second: string},
): string {
  const pairs = (some: readonly ClaimPair[]) =>
    some.map(
      ({first, second, because}) =>
        `- ${escapeMarkdown(first.claim.text)}\n  - ${escapeMarkdown(second.claim.text)}\n  - ${escapeMarkdown(because)}`,
    );
  const alone = (some: readonly Verdict[]) =>
    some.map(({claim}) => `- ${escapeMarkdown(claim.text)}`);
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["Contradicted", pairs(contradicted)],
    ["Shared", pairs(shared)],
    ["Added by the second", alone(added)],
    ["Dropped from the first", alone(dropped)],
  ];
  const who =
    copied === null
      ? "Neither text was made from the other."
      : `The ${copied.copy} is a copy: ${copied.because}.`;
  return `${[
    "# Two articles compared",
    `First: ${escapeMarkdown(titles.first)}\n\nSecond: ${escapeMarkdown(titles.second)}`,
    escapeMarkdown(who),
    ...parts.map(
      ([head, lines]) =>
        `## ${head}: ${lines.length}\n\n${lines.length === 0 ? "None." : lines.join("\n")}`,
    ),
  ].join("\n\n")}\n`;
}
