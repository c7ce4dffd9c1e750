import {drawPostures} from "../../exports/index.ts";
import {rankPowers} from "../../measures/index.ts";
import {type SectorPosturesKnown, sectorPosturesKnown} from "../../pipeline/index.ts";
import {isGap, nameOf} from "../../world/index.ts";
import {figureText} from "../figure-text.ts";
import {type CommonOptions, inHouse, readEventSectors, workOut} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {type PictureOptions, writePictures} from "../write-pictures.ts";

/** The plane "engagement with A × engagement with B", then the newest point of every series. */
export function posture(options: CommonOptions & PictureOptions): Promise<void> {
  return inHouse(options, async (house) => {
    const {postures, series} = await workOut(house);
    const name = (party: string) => nameOf(house.reference, party);
    await writePictures(options, () => drawPostures(postures, name));
    const ranks = rankPowers(series, house.watch.states, house.watch.powers);
    const bySector = await sectorPosturesKnown({...house, eventSectors: readEventSectors()});
    if (options.json === true)
      return printJson({asOf: house.asOf, postures, ranks, bySector, series});
    printTable(
      ["state", "A", "B", "period", "with A", "with B", "tilt", "reading"],
      postures.map((one) => [
        name(one.state),
        name(one.a),
        name(one.b),
        one.period,
        figureText(one.engagementA),
        figureText(one.engagementB),
        figureText(one.tilt),
        one.reading,
      ]),
      28,
    );
    process.stdout.write("\nThe powers by nearness, under every weighting of what ties them\n");
    printTable(
      ["state", "power", "rank", "nearest", "by what ties them", "left out"],
      ranks.map(({state, power, rank, nearest, byDimension, missing}) => [
        name(state),
        name(power),
        `${rank.median} [${rank.low}, ${rank.high}]`,
        `${Math.round(100 * nearest)} % of weightings`,
        Object.entries(byDimension)
          .map(([dimension, place]) => `${dimension} ${place}`)
          .join(", "),
        missing.join(", "),
      ]),
      70,
    );
    process.stdout.write("\n");
    printSectors(bySector, name);
    const newest = series.map((one) => ({
      one,
      point: one.points.findLast((point) => !isGap(point.figure)) ?? one.points.at(-1),
    }));
    printTable(
      ["series", "state", "partner", "sector", "period", "figure", "unit"],
      newest.map(({one, point}) => [
        one.title,
        one.state,
        one.partner ?? "",
        one.sector ?? "",
        point?.period ?? "",
        point === undefined ? "no point" : figureText(point.figure),
        one.unit,
      ]),
      44,
    );
  });
}

function printSectors(
  bySector: readonly SectorPosturesKnown[],
  name: (party: string) => string,
): void {
  const band = ({median, low, high}: {median: number; low: number; high: number}) =>
    `${median.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
  const telling = bySector.filter(({places}) => places.length > 0);
  process.stdout.write("By sector\n");
  if (telling.length === 0)
    process.stdout.write(
      "gap: no sector has a month that says enough of two powers; articles read or event files imported would fill it\n",
    );
  for (const {source, places, ranks} of telling) {
    process.stdout.write(`from ${source === "moves" ? "moves" : `event files of ${source}`}\n`);
    printTable(
      ["state", "A", "B", "sector", "month", "tilt", "reading", "dual engagement"],
      places.map((one) => [
        name(one.state),
        name(one.a),
        name(one.b),
        one.sector,
        one.period,
        band(one.tilt),
        one.reading,
        `${one.dual.map(({bar, chance}) => `${chance.toFixed(2)} above ${bar}`).join(", ")}; before any data ${one.dualUnderPrior.toFixed(2)}`,
      ]),
      60,
    );
    printTable(
      ["state", "power", "rank over sectors", "nearest", "by sector", "left out"],
      ranks.map((one) => [
        name(one.state),
        name(one.power),
        band(one.rank),
        `${Math.round(100 * one.nearest)} % of weightings`,
        Object.entries(one.bySector)
          .map(([sector, place]) => `${sector} ${place}`)
          .join(", "),
        one.missing.join(", "),
      ]),
      70,
    );
  }
  process.stdout.write("\n");
}
