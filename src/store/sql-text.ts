/** Text as an SQL literal, where a statement takes no parameter (COPY's options, the names of files of ours). */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function sqlList(texts: readonly string[]): string {
  return `[${texts.map(sqlText).join(", ")}]`;
}

/**
 * The pattern that names one file and no other, where DuckDB takes a pattern: a folder may be called "what? [2026]", and
 * its signs would else be read as a pattern's.
 */
export function onlyFile(path: string): string {
  return path.replaceAll(/[*?[]/g, "[$&]");
}

/** A file to be read, as an SQL literal. */
export function sqlFile(path: string): string {
  return sqlText(onlyFile(path));
}

export function sqlFiles(paths: readonly string[]): string {
  return sqlList(paths.map(onlyFile));
}
