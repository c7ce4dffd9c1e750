import type {BenchResult} from "./benches.ts";

const digits = (value: number) =>
  Number.isInteger(value)
    ? String(value)
    : Math.abs(value) < 0.001
      ? value.toExponential(1)
      : value.toFixed(3);

/** The scorecard as Markdown: each figure beside its naive floor and its best peer, with the command that gives it. */
export function scorecard(
  results: readonly (BenchResult & {readonly measuredOn?: string})[],
  notRun: readonly string[],
): string {
  const lines = [
    "# Scorecard",
    "",
    "Printed by `npm run bench`. Shares are fractions of 1. A floor is what a naive method gives on the same cases; a peer's figure is the one it publishes (see its name for where).",
    "",
  ];
  for (const {bench, figures, floors, peers, n, note, measuredOn} of results) {
    lines.push(
      `## ${bench}`,
      "",
      `${n} cases${measuredOn === undefined ? "" : `, measured on ${measuredOn}`}. \`npm run -s bench -- ${bench} --json\``,
      "",
      ...(note === undefined ? [] : [note, ""]),
      "| figure | Demarche | naive floor | best peer |",
      "| --- | ---: | --- | --- |",
    );
    for (const [figure, value] of Object.entries(figures)) {
      const beside = (set: Readonly<Record<string, number>>) =>
        Object.entries(set)
          .filter(([key]) => key === figure || key.startsWith(`${figure} `))
          .map(
            ([key, one]) =>
              `${digits(one)}${key === figure ? "" : ` (${key.slice(figure.length + 1)})`}`,
          )
          .join(", ") || "–";
      lines.push(`| ${figure} | ${digits(value)} | ${beside(floors)} | ${beside(peers)} |`);
    }
    lines.push("");
  }
  if (notRun.length > 0)
    lines.push("## Not run here", "", ...notRun.map((line) => `- ${line}`), "");
  return `${lines.join("\n")}`;
}
