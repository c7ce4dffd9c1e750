/** Breaks text into lines of at most `width` characters at spaces; a longer word is cut. Counts code points. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .split(" ")) {
    let rest = [...word];
    if (line !== "" && [...line].length + 1 + rest.length <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== "") lines.push(line);
    while (rest.length > width) {
      lines.push(rest.slice(0, width).join(""));
      rest = rest.slice(width);
    }
    line = rest.join("");
  }
  lines.push(line);
  return lines;
}

/**
 * Lays rows out side by side under their heads; each cell is a list of paragraphs, wrapped within its column's
 * width, two spaces between columns. Widths are in characters.
 */
export function wrapColumns(
  heads: readonly string[],
  rows: readonly (readonly (readonly string[])[])[],
  widths: readonly number[],
): string[] {
  const lay = (cells: readonly (readonly string[])[]): string[] => {
    const columns = cells.map((paragraphs, index) =>
      paragraphs.flatMap((text) => wrapText(text, widths[index] ?? 1)),
    );
    const height = Math.max(...columns.map(({length}) => length));
    return Array.from({length: height}, (_, line) =>
      columns
        .map((column, index) => pad(column[line] ?? "", widths[index] ?? 1))
        .join("  ")
        .trimEnd(),
    );
  };
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [...lay(heads.map((head) => [head])), rule, ...rows.flatMap(lay)];
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - [...text].length));
}
