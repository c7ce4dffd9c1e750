import {writeFile} from "node:fs/promises";
import {drawSeries} from "../../exports/index.ts";
import {measure as measureAll, recipes} from "../../measures/index.ts";
import {InputError} from "../../sources/index.ts";
import {nameOf, type Series} from "../../world/index.ts";
import {figureText} from "../figure-text.ts";
import {type CommonOptions, inHouse, tellWork} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {writeWhole} from "../write-whole.ts";

interface MeasureOptions extends CommonOptions {
  readonly state?: string;
  readonly partner?: string;
  readonly sector?: string;
  readonly svg?: string;
}

/** The measures there are; or, with the id of one, all its series of the watch. */
export async function measure(id: string | undefined, options: MeasureOptions): Promise<void> {
  if (id === undefined) return listMeasures(options);
  const recipe = recipes.find((one) => one.id === id);
  if (recipe === undefined)
    throw new InputError(`there is no measure "${id}"`, "`demarche measure` lists them");
  return inHouse(options, async (house) => {
    tellWork(house);
    const {ledger, reference, watch, asOf} = house;
    const book = await ledger.readFacts(watch, reference, asOf);
    const found = measureAll(book, watch, reference, {only: [id]}).filter(
      ({method, state, partner, sector}) =>
        method.id === id &&
        is(options.state, state) &&
        is(options.partner, partner) &&
        is(options.sector, sector),
    );
    if (options.svg !== undefined) {
      const name = (party: string) => nameOf(reference, party);
      const picture = drawSeries(found, name);
      await writeWhole(options.svg, (path) => writeFile(path, picture));
    }
    if (options.json === true) return printJson({asOf, recipe, series: found});
    process.stdout.write(`${recipe.card.tells}\n${recipe.card.formula}\n`);
    if (found.length === 0)
      process.stdout.write(
        "\nNo series of the watch is left: name other states with --watch, or fewer filters.\n",
      );
    for (const one of found) print(one);
  });
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
