import {accessionPaths, measure} from "../../measures/index.ts";
import {isGap, nameOf} from "../../world/index.ts";
import {type CommonOptions, inHouse} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {watchedState} from "../watched-state.ts";

const measures = ["shared-bodies", "agreements-in-force"] as const;

/** Bodies that each state shares with each partner, trade agreements in force, and how it came to what it belongs to. */
export function memberships(options: CommonOptions & {readonly state?: string}): Promise<void> {
  return inHouse(options, async (house) => {
    const {ledger, reference, watch, asOf} = house;
    const asked = watchedState(options.state, house);
    const isAsked = (state: string) => asked === null || asked === state;
    const book = await ledger.readFacts(watch, reference, asOf);
    const series = measure(book, watch, reference, measures).filter(({state}) => isAsked(state));
    const paths = accessionPaths(reference, watch.states.filter(isAsked), asOf);
    if (options.json === true) return printJson({asOf, series, paths});
    const name = (party: string) => nameOf(reference, party);
    printTable(
      ["state", "partner", "what", "newest", "figure", "which"],
      series.flatMap(({state, partner, method, points}) => {
        const newest = points.at(-1);
        if (newest === undefined) return [];
        const {figure, period} = newest;
        return [
          [
            name(state),
            name(partner ?? ""),
            method.id,
            period,
            isGap(figure) ? "gap" : String(figure.value),
            isGap(figure) ? figure.why : `${figure.coverage}; ${figure.evidence[0]?.quote ?? ""}`,
          ],
        ];
      }),
      100,
    );
    process.stdout.write("\nHow each state came to what it belongs to\n");
    printTable(
      ["state", "organisation", "standing", "steps", "days to membership"],
      paths.map(({state, organisation, standing, steps, daysToMembership}) => [
        name(state),
        name(organisation),
        standing,
        steps.map(({on, precision, role}) => `${shown(on, precision)} ${role}`).join(" → "),
        daysToMembership === null ? "" : String(daysToMembership),
      ]),
      100,
    );
    for (const {organisation, state, steps} of paths.filter((one) => one.steps.length > 1))
      for (const {on, precision, text, evidence} of steps)
        process.stdout.write(
          `${name(state)}, ${name(organisation)}, ${shown(on, precision)}: ${text} (${evidence.kind === "reference" ? evidence.source : ""})\n`,
        );
  });
}

function shown(on: string, precision: "day" | "month" | "year"): string {
  return on.slice(0, precision === "day" ? 10 : precision === "month" ? 7 : 4);
}
