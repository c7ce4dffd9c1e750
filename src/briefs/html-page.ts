import {escapeHtml} from "./escape-html.ts";
import {printStyle} from "./print-style.ts";

/**
 * One HTML file that needs nothing beside it, and prints as it stands.
 * @param facts lines under the title, as plain text.
 * @param body HTML; what came from outside is escaped in it.
 */
export function htmlPage(
  title: string,
  facts: readonly string[],
  body: string,
  style = "",
): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${printStyle}${style}</style>
</head>
<body>
<main>
<header>
<h1>${escapeHtml(title)}</h1>
${facts.map((fact) => `<p class="facts">${escapeHtml(fact)}</p>`).join("\n")}
</header>
${body}
</main>
</body>
</html>
`;
}
