import {InputError} from "../../sources/index.ts";
import {type Day, isState, type StateCode} from "../../world/index.ts";
import {type CommonOptions, type House, inHouse} from "../house.ts";
import {printJson, printTable} from "../print.ts";

interface EventsOptions extends CommonOptions {
  readonly pair?: string;
  readonly movers?: boolean;
  readonly rebuild?: boolean;
  readonly days: string;
  readonly limit: string;
}

const quadNames = [
  "verbal co-operation",
  "material co-operation",
  "verbal conflict",
  "material conflict",
] as const;

/** What the imported event files say: of two states by month, of pairs that stand out, or of all by publisher. */
export async function events(options: EventsOptions): Promise<void> {
  const days = count(options.days, "--days");
  const limit = count(options.limit, "--limit");
  const work = async (house: House) => {
    if (options.rebuild === true) await house.ledger.rebuildEvents();
    if (options.pair !== undefined) return await tellPair(house, options.pair, options);
    if (options.movers === true) return await tellMovers(house, {days, limit}, options);
    return await tellStore(house, options);
  };
  await inHouse(options, work, {write: options.rebuild === true});
}

function count(text: string, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InputError(`${option} "${text}" is no count`, "write a whole number from 1");
  return value;
}

async function tellPair(
  {ledger, reference, asOf}: House,
  pair: string,
  {json}: EventsOptions,
): Promise<void> {
  const [a, b, ...more] = pair.toUpperCase().split(",");
  const known = (code: string | undefined): code is StateCode =>
    code !== undefined && isState(reference, code);
  if (!known(a) || !known(b) || a === b || more.length > 0)
    throw new InputError(
      `--pair "${pair}" does not name two states`,
      "write two codes of ISO 3166-1, e.g. IDN,RUS",
    );
  const months = await ledger.eventPairMonths(a, b, asOf);
  if (json === true) return printJson({asOf, pair: [a, b], months});
  printTable(
    ["publisher", "month", "from", "to", "quad class", "events", "Goldstein mean", "articles"],
    months.map((one) => [
      one.publisher,
      one.month,
      one.source,
      one.target,
      one.quad === null ? "" : (quadNames[one.quad - 1] ?? ""),
      String(one.events),
      (one.goldsteinSum / one.events).toFixed(1),
      String(one.articles),
    ]),
  );
  tellWhenEmpty(months.length, `no imported event lies between ${a} and ${b}`, asOf);
}

async function tellMovers(
  {ledger, asOf}: House,
  {days, limit}: {readonly days: number; readonly limit: number},
  {json}: EventsOptions,
): Promise<void> {
  const found = await ledger.eventTopMovers({asOf, days, limit});
  if (json === true) return printJson({asOf, ...found});
  printTable(
    ["publisher", "from", "to", "events", "expected", "ratio", "year before"],
    found.movers.map((one) => [
      one.publisher,
      one.source,
      one.target,
      String(one.recent),
      one.expected.toFixed(1),
      one.ratio.toFixed(2),
      String(one.before),
    ]),
  );
  const {recent, before} = found;
  process.stdout.write(
    `\nevents of ${recent.from} to ${recent.to}, beside what the share of ${before.from} to ${before.to} would give; both sides of the ratio plus ten\n`,
  );
  tellWhenEmpty(
    found.movers.length,
    "no imported event lies between two states in these days",
    asOf,
  );
}

async function tellStore({ledger, asOf}: House, {json}: EventsOptions): Promise<void> {
  const health = await ledger.eventHealth();
  if (json === true) return printJson({asOf, ...health});
  printTable(
    ["table", "publisher", "rows", "files", "MB", "from", "to", "imported"],
    health.tables.map((one) => [
      one.table,
      one.publisher,
      one.rows.toLocaleString("en-GB"),
      String(one.files),
      (one.bytes / 1e6).toFixed(1),
      one.firstDay,
      one.lastDay,
      one.recordedOn,
    ]),
  );
  tellWhenEmpty(health.tables.length, "no events have been imported", asOf);
}

function tellWhenEmpty(rows: number, what: string, asOf: Day): void {
  if (rows === 0)
    process.stdout.write(`${what} as of ${asOf}; \`demarche import --list\` shows what can be\n`);
}
