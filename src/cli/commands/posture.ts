import {drawPostures} from "../../exports/index.ts";
import {rankPowers} from "../../measures/index.ts";
import {isGap, nameOf} from "../../world/index.ts";
import {figureText} from "../figure-text.ts";
import {type CommonOptions, inHouse, workOut} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {type PictureOptions, writePictures} from "../write-pictures.ts";

/** The plane "engagement with A × engagement with B", then the newest point of every series. */
export function posture(options: CommonOptions & PictureOptions): Promise<void> {
  return inHouse(options, async (house) => {
    const {postures, series} = await workOut(house);
    const name = (party: string) => nameOf(house.reference, party);
    await writePictures(options, () => drawPostures(postures, name));
    const ranks = rankPowers(series, house.watch.states, house.watch.powers);
    if (options.json === true) return printJson({asOf: house.asOf, postures, ranks, series});
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
