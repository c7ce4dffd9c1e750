import {drawSeries} from "../../exports/index.ts";
import {measure as measureAll, recipes, type SectorMonthRow} from "../../measures/index.ts";
import {sectorMeasureKnown} from "../../pipeline/index.ts";
import {InputError} from "../../sources/index.ts";
import {nameOf, type Series} from "../../world/index.ts";
import {figureText} from "../figure-text.ts";
import {type CommonOptions, inHouse, readEventSectors, tellWork} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {watchedState} from "../watched-state.ts";
import {type PictureOptions, writePictures} from "../write-pictures.ts";

interface MeasureOptions extends CommonOptions, PictureOptions {
  readonly state?: string;
  readonly partner?: string;
  readonly sector?: string;
}

/** The measures there are; or, with the id of one, all its series of the watch. */
export async function measure(id: string | undefined, options: MeasureOptions): Promise<void> {
  if (id === undefined) return listMeasures(options);
  const recipe = recipes.find((one) => one.id === id);
  if (recipe === undefined)
    throw new InputError(`there is no measure "${id}"`, "`demarche measure` lists them");
  return inHouse(options, async (house) => {
    watchedState(options.state, house);
    tellWork(house);
    const {ledger, reference, watch, asOf} = house;
    const asked = ({state, partner, sector}: Pick<Series, "state" | "partner" | "sector">) =>
      is(options.state, state) && is(options.partner, partner) && is(options.sector, sector);
    const bySector = await sectorMeasureKnown({...house, eventSectors: readEventSectors()}, id);
    const all =
      bySector?.series ??
      measureAll(await ledger.readFacts(watch, reference, asOf), watch, reference, [id]);
    const found = all.filter((one) => one.method.id === id && asked(one));
    const files = (bySector?.files ?? []).map(({publisher, months}) => ({
      publisher,
      months: months.filter(asked),
    }));
    const name = (party: string) => nameOf(reference, party);
    await writePictures(options, () =>
      drawSeries(
        found.map((series) => ({series, changes: null})),
        name,
      ),
    );
    if (options.json === true) return printJson({asOf, recipe, series: found, files});
    process.stdout.write(`${recipe.card.tells}\n${recipe.card.formula}\n`);
    if (found.length === 0)
      process.stdout.write(
        "\nNo series of the watch is left: name other states with --watch, or fewer filters.\n",
      );
    for (const one of found) print(one);
    for (const {publisher, months} of files) printFile(publisher, months, options);
  });
}

/** Months of event files that are printed of each pair and sector; --json has all. */
const shownMonths = 12;

function printFile(
  publisher: string,
  months: readonly SectorMonthRow[],
  options: MeasureOptions,
): void {
  const last = months
    .map(({period}) => period)
    .sort()
    .at(-1);
  process.stdout.write(
    `\nFrom the event files of ${publisher}${last === undefined ? ": nothing of these" : `, to ${last}`}; \`demarche events --pair ${options.state ?? "IDN"},${options.partner ?? "RUS"}\` opens the counts\n`,
  );
  const recent = [...new Set(months.map(({period}) => period))].sort().slice(-shownMonths);
  printTable(
    ["state", "partner", "sector", "month", "events", "expected", "log-ratio"],
    months
      .filter(({period}) => recent.includes(period))
      .map((one) => [
        one.state,
        one.partner,
        one.sector,
        one.period,
        String(one.events),
        one.expected.toFixed(1),
        one.engagement === null
          ? "gap: says little more than was assumed beforehand"
          : `${one.engagement.median.toFixed(2)} [${one.engagement.low.toFixed(2)}, ${one.engagement.high.toFixed(2)}]`,
      ]),
  );
}

/** Whether a filter, where one was given, lets a series through; letter case is not looked at. */
function is(asked: string | undefined, found: string | null): boolean {
  return asked === undefined || asked.toUpperCase() === (found ?? "").toUpperCase();
}

function listMeasures({json}: MeasureOptions): void {
  if (json === true) {
    printJson({recipes});
    return;
  }
  printTable(
    ["measure", "version", "unit", "sector", "tells"],
    recipes.map(({id, version, unit, sector, card}) => [
      id,
      String(version),
      unit,
      sector ?? "",
      card.tells,
    ]),
    100,
  );
}

function print({title, unit, points}: Series): void {
  process.stdout.write(`\n${title}\n`);
  printTable(
    ["period", unit, "coverage"],
    points.map(({period, figure}) => [
      period,
      figureText(figure),
      figure.kind === "gap" ? "" : figure.coverage,
    ]),
    80,
  );
}
