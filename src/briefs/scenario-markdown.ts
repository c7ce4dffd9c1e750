import {type ShockOutcome, type ToldChange, toldFigures, twoFigures} from "../options/index.ts";
import {escapeMarkdown} from "./escape-markdown.ts";

/** Figures that a section has room for; all of them stand in the CSV. */
const figuresTold = ["real-income", "prices", "exports", "imports", "tariff-revenue"];

/** How a gap says that a state has no place in the matrix. */
const ofState = " in the trade equilibrium";

/**
 * A scenario as a section of a brief: heading, what changes, a table of the states named, and all that it takes for
 * granted. Two significant figures.
 *
 * @param states whom the table tells of, in this order; those that the outcome does not hold are left out.
 */
export function scenarioMarkdown(
  outcome: ShockOutcome,
  states: readonly string[],
  nameOf: (party: string) => string,
): string {
  const {base, convergence, gaps, beside} = outcome;
  const leftOut = gaps.flatMap(({what}) =>
    what.endsWith(ofState) ? what.slice(0, -ofState.length) : [],
  );
  const told = toldFigures(outcome, nameOf);
  const columns = told.figures
    .map((figure, at) => ({...figure, at}))
    .filter(
      ({id}) => figuresTold.includes(id) || (id.startsWith("purchases-from-") && states.length > 0),
    );
  const row = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const lines = states.flatMap((state) => {
    const found = told.rows.find((one) => one.state === state);
    if (found === undefined) return [];
    return [row([nameOf(state), ...columns.map(({at}) => tellChange(found.changes[at] ?? null))])];
  });
  const blocLines = told.blocs.map(({state, members, absent, changes, spread}) =>
    row([
      `${nameOf(state)}, ${members.length} members${absent.length > 0 ? ` of ${members.length + absent.length}` : ""}`,
      ...columns.map(({at}) => {
        const apart = spread[at];
        const [lowest, highest] = apart ?? [];
        return [
          tellChange(changes[at] ?? null),
          ...(lowest === undefined || highest === undefined
            ? []
            : [
                `members ${twoFigures(lowest.value)} (${nameOf(lowest.state)}) to ${twoFigures(highest.value)} (${nameOf(highest.state)})`,
              ]),
        ].join("; ");
      }),
    ]),
  );
  const bullets = (some: readonly string[]) =>
    some.map((one) => `- ${escapeMarkdown(one)}`).join("\n");
  return `${[
    `## ${escapeMarkdown(outcome.name ?? "A scenario of trade policy")}`,
    `${escapeMarkdown(outcome.heading)}. Base: ${escapeMarkdown(base.matrix)}${base.year === null ? "" : `, ${base.year}`}; ${base.states} states, ${base.sectors === 1 ? "one sector" : `${base.sectors} sectors`}, ${base.flowsAboveZero} flows above zero.`,
    "### What changes",
    bullets(
      outcome.parameters.map(
        ({of, what, value, from, source}) =>
          `${of}: ${what}: ${value} (${source ?? (from === "chosen" ? "chosen: the question asked" : "given without a source")})`,
      ),
    ),
    "### Outcome",
    "Changes in per cent; in points of the share, or of the index, where a level stands beside. In brackets 90 % of the draws.",
    [
      row(["State", ...columns.map(({label}) => label)]),
      `| --- |${columns.map(() => " ---: |").join("")}`,
      ...lines,
      ...blocLines,
    ].join("\n"),
    "### What it takes for granted",
    bullets([
      ...outcome.assumptions,
      `Solved in ${convergence.iterations} iterations to a residual of ${convergence.residual.toExponential(1)}.`,
      ...(leftOut.length > 0 ? [`Left out for want of data: ${leftOut.join(", ")}.`] : []),
      ...gaps
        .filter(({what}) => !what.endsWith(ofState))
        .map(({what, why}) => `Not known: ${what}: ${why}.`),
    ]),
    ...(beside.length > 0 ? ["### Known beside it", bullets(beside.map(({text}) => text))] : []),
  ].join("\n\n")}\n`;
}

/** "−0.031 (−0.039 to −0.025)", with the level before and after where there is one. */
function tellChange(change: ToldChange | null): string {
  if (change === null) return "none before";
  const {value, interval, level} = change;
  return [
    twoFigures(value),
    ...(interval === null ? [] : [`(${twoFigures(interval.low)} to ${twoFigures(interval.high)})`]),
    ...(level === null ? [] : [`${twoFigures(level.before)} → ${twoFigures(level.after)}`]),
  ].join(" ");
}
