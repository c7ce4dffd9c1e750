import {drawSeries} from "../../exports/index.ts";
import {dyadLanes} from "../../measures/index.ts";
import {InputError} from "../../sources/index.ts";
import {isGap, nameOf, type Series} from "../../world/index.ts";
import {figureText} from "../figure-text.ts";
import {type CommonOptions, inHouse, workOut} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {type PictureOptions, writePictures} from "../write-pictures.ts";

/** All that is measured between a watched state and a power: every series, and where its level changed. */
export function dyad(
  state: string,
  power: string,
  options: CommonOptions & PictureOptions,
): Promise<void> {
  const pair = [state.toUpperCase(), power.toUpperCase()] as const;
  return inHouse(options, async (house) => {
    const {watch, reference, asOf} = house;
    const partners = [...watch.powers, ...watch.optionalPowers, ...watch.aggregates];
    if (!watch.states.includes(pair[0]) || !partners.includes(pair[1]))
      throw new InputError(
        `the watch does not follow ${pair[0]} towards ${pair[1]}`,
        `its states are ${watch.states.join(", ")}, its powers ${partners.join(", ")}; name another with --watch`,
      );
    const lanes = dyadLanes((await workOut(house)).series, ...pair);
    const rows = lanes.flatMap((lane) => lane.rows);
    const name = (party: string) => nameOf(reference, party);
    // A line of one figure is no line: such series stand in the table.
    const drawn = rows.filter(({series}) => figuresIn(series) > 1);
    await writePictures(options, () => drawSeries(drawn, name));
    if (options.json === true) return printJson({asOf, state: pair[0], power: pair[1], lanes});
    printTable(
      ["lane", "series", "known", "newest", "figure", "unit", "likeliest change"],
      lanes.flatMap(({lane, rows: own}) =>
        own.map(({series, changes}) => {
          const newest =
            series.points.findLast(({figure}) => !isGap(figure)) ?? series.points.at(-1);
          return [
            lane,
            series.title,
            String(figuresIn(series)),
            newest?.period ?? "",
            newest === undefined ? "no point" : figureText(newest.figure),
            series.unit,
            changes === null ? "" : likeliest(changes),
          ];
        }),
      ),
      60,
    );
  });
}

function figuresIn({points}: Series): number {
  return points.filter(({figure}) => !isGap(figure)).length;
}

/** The year at which a change of level is likeliest, and how sure it is. */
function likeliest({points}: Series): string {
  const [best] = points
    .flatMap(({period, figure}) => (isGap(figure) ? [] : [{period, chance: figure.value}]))
    .sort((a, b) => b.chance - a.chance);
  return best === undefined ? "gap" : `${best.period} (${Math.round(100 * best.chance)} %)`;
}
