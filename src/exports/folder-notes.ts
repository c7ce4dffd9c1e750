import type {About} from "./about.ts";
import type {PackagedFile} from "./data-package.ts";
import type {DatasetSource} from "./dataset-source.ts";

/** `README.md` of a folder of exports: what is what, as of when, by which methods, under which terms. */
export function folderReadme(
  about: About,
  files: readonly Pick<PackagedFile, "path" | "title">[],
  cited: readonly DatasetSource[],
): string {
  const lines = [
    `# ${oneLine(about.watch)}, as known on ${about.asOf}`,
    "",
    `Written by Demarche ${about.demarche}. The same ledger, day and version give the same bytes; \`sha256sum -c SHA256SUMS\``,
    "says whether a file is as it was written. `datapackage.json` has the columns, sources and licences of each table.",
    "",
    "| file | what is in it |",
    "| --- | --- |",
    ...files.map(({path, title}) => `| \`${path}\` | ${oneLine(title)} |`),
    "",
    "In CSV, a text that a spreadsheet would run as a formula has an apostrophe before it, and an empty field is a missing",
    "value. Days are ISO 8601, states ISO 3166-1 alpha-3, shares 0 to 1.",
    "",
    "## Methods",
    "",
    about.methods.length === 0
      ? "None: the figures are their publishers'."
      : about.methods.map((method) => `\`${method}\``).join(", "),
    "",
    "## Sources and their terms",
    "",
    ...cited.map(
      ({title, citation, licence}) =>
        `- ${oneLine(title)}. ${oneLine(citation ?? "")} Licence: ${oneLine(licence ?? "not known")}`,
    ),
    "- Articles belong to their publishers; passages are quoted from them.",
  ];
  return `${lines.join("\n")}\n`;
}

/** `SHA256SUMS`, as `sha256sum -c` reads it. */
export function sha256Sums(files: readonly Pick<PackagedFile, "path" | "sha256">[]): string {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({path, sha256}) => `${sha256}  ${path}\n`)
    .join("");
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, " ").replaceAll("|", "\\|");
}
