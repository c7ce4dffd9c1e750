import {scenarioMarkdown} from "../../briefs/index.ts";
import {scenarioCsv} from "../../exports/index.ts";
import {buildTradeMatrix} from "../../models/index.ts";
import {
  blocsTold,
  carriedBase,
  runShock,
  type ShockAsked,
  type ShockOutcome,
  toldFigures,
  twoFigures,
} from "../../options/index.ts";
import {fuelsKnown} from "../../pipeline/index.ts";
import {
  columnsAskedFor,
  InputError,
  parseDay,
  parseShock,
  type ShockFile,
} from "../../sources/index.ts";
import {type Day, isGap, membersOf, nameOf, type Reference} from "../../world/index.ts";
import {type CommonOptions, inHouse, progress, readNamed, readReference, today} from "../house.ts";
import {ownMatrix} from "../own-matrix.ts";
import {printJson, printTable} from "../print.ts";
import {wholeNumber} from "../whole-number.ts";

interface ScenarioOptions extends CommonOptions {
  readonly shock: string;
  readonly matrix?: string;
  readonly inputs?: string;
  readonly draws?: string;
  readonly without?: readonly string[];
  readonly powers?: readonly string[];
  readonly format?: "table" | "csv" | "md";
}

/** Draws between two lines of progress. */
const toldEvery = 50;

/** Works out what a scenario changes for every state, on the matrix that was brought or on the carried one. */
export async function scenario(options: ScenarioOptions): Promise<void> {
  const file = parseShock(readNamed(options.shock), options.shock);
  const draws = options.draws === undefined ? 0 : wholeNumber("--draws", options.draws);
  const asOf = options.asOf === undefined ? today() : parseDay(options.asOf);
  const base =
    options.matrix === undefined
      ? await carried(file, options)
      : await brought(file, options.matrix, options);
  const reference = readReference();
  const nameIt = (party: string) => nameOf(reference, party);
  const outcome = await runShock({
    blocs: blocsTold(
      {powers: options.powers ?? [], optionalPowers: [], aggregates: [], states: []},
      file.shocks,
      reference,
      asOf,
    ),
    ...base,
    file,
    draws,
    without: options.without ?? [],
    expand: membersOn(reference, asOf),
    tell: async (done) => {
      if (done % toldEvery === 0 || done === draws) progress(`${done} of ${draws} draws`);
      // Lets Ctrl-C be heard between draws.
      await new Promise((resolve) => setImmediate(resolve));
    },
  });
  if (options.json === true) printJson(outcome);
  else if (options.format === "csv") process.stdout.write(scenarioCsv(outcome, nameIt));
  else if (options.format === "md")
    process.stdout.write(
      scenarioMarkdown(
        outcome,
        outcome.states.map(({state}) => state),
        nameIt,
      ),
    );
  else print(outcome, nameIt);
}

type Base = Pick<
  ShockAsked,
  "table" | "inputs" | "domestic" | "powers" | "blocs" | "notes" | "gaps" | "fuels" | "beside"
>;

/** The matrix that a person brought; the ledger is opened only for what it knows of fuels. */
async function brought(file: ShockFile, matrix: string, options: ScenarioOptions): Promise<Base> {
  const own = {
    ...(await ownMatrix(file, matrix, options.inputs)),
    powers: options.powers ?? [],
  };
  if (!file.shocks.some(({supplier}) => supplier !== undefined)) return own;
  return inHouse(options, async (house) => ({
    ...own,
    ...(await fuelsKnown({
      ...house,
      file,
      without: options.without ?? [],
      states: own.table.states,
      about: house.watch.states.filter((state) => own.table.states.includes(state)),
    })),
  }));
}

async function carried(file: ShockFile, options: ScenarioOptions): Promise<Base> {
  const [column] = columnsAskedFor(file);
  if (column !== undefined || options.inputs !== undefined)
    throw new InputError(
      column === undefined
        ? "--inputs goes with a matrix of sectors, and the carried one has none"
        : `the carried matrix has no column "${column}"`,
      "bring a matrix with --matrix",
    );
  return inHouse(options, async (house) => {
    const {ledger, watch, reference, asOf} = house;
    const matrix = buildTradeMatrix(
      await ledger.readFacts(watch, reference, asOf),
      watch,
      reference,
    );
    if (isGap(matrix))
      throw new InputError(
        `no scenario can be worked out: ${matrix.why}`,
        `add what is missing (${matrix.wouldFill}), or bring a matrix with --matrix`,
      );
    if (file.base.year !== undefined && file.base.year !== matrix.year)
      throw new InputError(
        `the carried matrix is of ${matrix.year}, not of ${file.base.year}`,
        "leave base.year out, or bring a matrix with --matrix",
      );
    return {
      ...carriedBase(matrix),
      powers: options.powers ?? watch.powers,
      blocs: blocsTold(watch, file.shocks, reference, asOf),
      ...(await fuelsKnown({
        ...house,
        file,
        without: options.without ?? [],
        states: matrix.states,
        about: watch.states,
      })),
    };
  });
}

function membersOn(reference: Reference, day: Day) {
  const blocs = new Set(reference.blocs.map(({id}) => id));
  return (party: string) => (blocs.has(party) ? membersOf(reference, party, day) : []);
}

function print(outcome: ShockOutcome, nameIt: (party: string) => string): void {
  const {heading, states, blocs, assumptions, gaps, beside, convergence} = outcome;
  const percent = (factor: number | null) =>
    factor === null ? "none before" : twoFigures(100 * (factor - 1));
  const firstOrder = states.some(({firstOrderPercent}) => firstOrderPercent !== null);
  const drawn = states.some(({intervals}) => intervals !== null);
  process.stdout.write(`${heading}; changes in per cent\n\n`);
  printTable(
    [
      "state",
      "real income",
      ...(drawn ? ["90 % interval"] : []),
      ...(firstOrder ? ["first-order welfare"] : []),
      "wage",
      "prices",
      "exports",
      "imports",
      "tariff revenue, % of income",
    ],
    [...states, ...blocs].map((one) => [
      one.state,
      percent(one.realIncome),
      ...(drawn
        ? [
            one.intervals?.realIncome == null
              ? ""
              : `${percent(one.intervals.realIncome.low)} to ${percent(one.intervals.realIncome.high)}`,
          ]
        : []),
      ...(firstOrder
        ? [one.firstOrderPercent === null ? "" : twoFigures(one.firstOrderPercent.welfare)]
        : []),
      percent(one.wage),
      percent(one.price),
      percent(one.exports),
      percent(one.imports),
      one.tariffRevenuePercentOfIncome.map((share) => twoFigures(share)).join(" → "),
    ]),
  );
  for (const {state, members, absent, spread} of toldFigures(outcome, nameIt).blocs) {
    const [lowest, highest] = spread[0] ?? [];
    if (lowest === undefined || highest === undefined) continue;
    process.stdout.write(
      `${state} is ${members.length} members${absent.length > 0 ? ` of ${members.length + absent.length} (not in the matrix: ${absent.join(", ")})` : ""}: real income from ${twoFigures(lowest.value)} (${lowest.state}) to ${twoFigures(highest.value)} (${highest.state}).\n`,
    );
  }
  const {iterations, residual} = convergence;
  process.stdout.write(`\n${assumptions.map((line) => `- ${line}`).join("\n")}\n`);
  process.stdout.write(
    `- Solved in ${iterations} iterations to a residual of ${residual.toExponential(1)}.\n`,
  );
  for (const {text} of beside) process.stdout.write(`- ${text}\n`);
  for (const {what, why} of gaps) process.stdout.write(`- Left out: ${what}: ${why}.\n`);
}
