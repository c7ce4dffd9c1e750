/** One line of plain text, cut at `length` characters with an ellipsis, never through a surrogate pair. */
export function clipLine(text: string, length: number): string {
  const line = text.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
  if (line.length <= length) return line;
  return `${line
    .slice(0, length - 1)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd()}…`;
}
