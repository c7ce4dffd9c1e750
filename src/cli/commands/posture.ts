import {isGap, nameOf} from "../../world/index.ts";
import {figureText} from "../figure-text.ts";
import {type CommonOptions, inHouse, workOut} from "../house.ts";
import {printJson, printTable} from "../print.ts";

/** The plane "engagement with A × engagement with B", then the newest point of every series. */
export function posture(options: CommonOptions): Promise<void> {
  return inHouse(options, async (house) => {
    const {postures, series} = await workOut(house);
    if (options.json === true) return printJson({asOf: house.asOf, postures, series});
    const name = (party: string) => nameOf(house.reference, party);
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
