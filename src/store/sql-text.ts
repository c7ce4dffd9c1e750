/** Text as an SQL literal, where a statement takes no parameter (COPY's options, the names of files of ours). */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function sqlList(texts: readonly string[]): string {
  return `[${texts.map(sqlText).join(", ")}]`;
}
