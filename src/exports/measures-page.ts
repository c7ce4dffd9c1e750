import type {Recipe} from "../measures/index.ts";
import type {DatasetCard} from "../world/index.ts";

/** What the units of figures mean; a unit that is not here fails the page, and with it a test. */
const units: Readonly<Record<string, string>> = {
  "attention-and-tone": "a sum of scale, coverage and tone; no count",
  chance: "a probability, 0 to 1",
  count: "a whole number",
  "difference of shares": "−1 to 1",
  eur: "euro, current",
  index: "0 to 1; 1 is full concentration",
  kinds: "how many of the five kinds of sanction",
  "log-ratio": "natural logarithm of a ratio: 0 is as expected, 0.7 twice, −0.7 half",
  "per-million": "per million events in the world",
  percent: "per cent",
  "percent-a-year": "per cent a year",
  share: "0 to 1",
  tilt: "−1 to 1",
  tonne: "metric tonnes",
  usd: "US dollars, current",
};

/**
 * The methods page, written from the recipes: how each figure is made, and a dictionary of the columns and units in which
 * series are handed on.
 * @throws Error for a unit that is not explained: a bug of ours.
 */
export function measuresPage(recipes: readonly Recipe[], datasets: readonly DatasetCard[]): string {
  const used = [...new Set(recipes.map(({unit}) => unit))].sort();
  const titles = new Map(datasets.map(({id, title}) => [id as string, title]));
  return `${[
    "# Measures",
    "Written by `node --import tsx scripts/write-measures.ts` from the recipes in `src/measures/`; a test fails when it is old.",
    "Every figure carries its value, interval, method id and version, coverage, vintage and the rows it was made from. Where a figure cannot be had, a `Gap` says what is missing, why, and what would fill it. Beside the reasons named below, each measure is one gap where the ledger did not hold a dataset that it needs on the day asked for.",
    "`demarche measure` lists them; `demarche measure <id>` prints the series of one; `demarche export series` writes all.",
    ...recipes.map((recipe) => section(recipe, titles)),
    "## Data dictionary",
    "The columns of `series.csv` and `series.parquet` are explained in [exports.md](exports.md). Units:",
    [
      "| unit | means |",
      "| --- | --- |",
      ...used.map((unit) => `| ${unit} | ${meaning(unit)} |`),
    ].join("\n"),
    "Datasets:",
    [
      "| dataset | covers | licence | columns |",
      "| --- | --- | --- | --- |",
      ...datasets
        .filter(({id}) => recipes.some(({needs}) => needs.includes(id)))
        .map(
          ({id, coverage, licence, columns}) =>
            `| ${id} | ${coverage.from} to ${coverage.to} | ${cell(licence)} | ${columns.map((one) => `\`${one.name}\``).join(", ")} |`,
        ),
    ].join("\n"),
  ].join("\n\n")}\n`;
}

function section(
  {id, version, unit, sector, needs, card}: Recipe,
  titles: ReadonlyMap<string, string>,
): string {
  const inputs = needs.map((one) => `${titles.get(one) ?? one} (\`${one}\`)`).join("; ");
  return [
    `## ${id}, version ${version}`,
    card.tells,
    [
      `- **Formula:** ${card.formula}`,
      `- **Source:** ${card.after}`,
      `- **Unit:** ${unit}${sector === null ? "" : `; sector ${sector}`}`,
      ...(inputs === "" ? [] : [`- **Inputs:** ${inputs}`]),
      `- **Interval:** ${card.interval}`,
      `- **A gap stands where:** ${card.gapWhen}`,
    ].join("\n"),
  ].join("\n\n");
}

function meaning(unit: string): string {
  const words = units[unit];
  if (words === undefined) throw new Error(`the unit "${unit}" is not explained`);
  return words;
}

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ");
