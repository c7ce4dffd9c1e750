/** A value as indented JSON; maps and sets do not occur in answers. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Prints a value as indented JSON. */
export function printJson(value: unknown): void {
  process.stdout.write(jsonText(value));
}

/** Prints rows under headers, columns padded to their widest cell but never wider than `widest` characters. */
export function printTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  widest = 60,
): void {
  const clip = (text: string) => (text.length > widest ? `${text.slice(0, widest - 1)}…` : text);
  const lines = [headers, ...rows].map((row) =>
    row.map((cell) => clip(cell.replaceAll(/\s+/g, " "))),
  );
  const widths = headers.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? "").length)),
  );
  const print = (line: readonly string[]) =>
    process.stdout.write(
      `${line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()}\n`,
    );
  lines.forEach((line, index) => {
    print(line);
    if (index === 0) print(widths.map((width) => "─".repeat(width)));
  });
}
