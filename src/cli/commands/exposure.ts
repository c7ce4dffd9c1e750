import {exposureKnown, exposureOfState, type NamedInMove} from "../../pipeline/index.ts";
import {isGap, nameOf} from "../../world/index.ts";
import {figureText} from "../figure-text.ts";
import {type CommonOptions, inHouse, readNameWords, readProgrammes, tellWork} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {watchedState} from "../watched-state.ts";

/** Who is listed under programmes aimed at whom; what ties each state to each partner; who named in its moves is listed. */
export function exposure(options: CommonOptions & {readonly state?: string}): Promise<void> {
  return inHouse(options, async (house) => {
    const asked = watchedState(options.state, house);
    tellWork(house);
    const {reference, asOf} = house;
    const known = await exposureKnown({
      ...house,
      words: readNameWords(),
      programmes: readProgrammes(),
    });
    const {programmes, ties, named} = exposureOfState(known, asked);
    if (options.json === true) return printJson({asOf, programmes, ties, named});
    const name = (party: string) => nameOf(reference, party);
    process.stdout.write(
      programmes.length === 0
        ? `No programme aimed at one of these is on a list that was known on ${asOf}.\n`
        : "Programmes aimed at a power or a state\n",
    );
    if (programmes.length > 0)
      printTable(
        [
          "aims at",
          "list",
          "programme",
          "parties",
          "bodies",
          "persons",
          "since",
          "last",
          "taken off",
          "basis",
        ],
        programmes.map((one) => [
          name(one.target),
          one.list,
          one.programme,
          String(one.parties),
          String(one.byKind.entity),
          String(one.byKind.person),
          one.firstListed ?? "?",
          one.lastListed ?? "?",
          String(one.takenOff),
          one.basis,
        ]),
        50,
      );
    process.stdout.write("\nWhat ties each state to each partner\n");
    printTable(
      ["state", "partner", "channel", "period", "figure", "what"],
      ties.map(({state, partner, channel, period, figure, title}) => [
        name(state),
        name(partner),
        channel,
        period,
        isGap(figure) ? "gap" : figureText(figure),
        isGap(figure) ? `${title}: ${figure.why}` : title,
      ]),
      70,
    );
    printNamed(named);
  });
}

function printNamed(named: readonly NamedInMove[]): void {
  process.stdout.write("\nNames in the moves that a listed party may bear\n");
  if (named.length === 0) {
    process.stdout.write("none\n");
    return;
  }
  printTable(
    ["name", "score", "listed as", "list", "programmes", "why", "move"],
    named.map((one) => [
      one.asWritten,
      one.score.toFixed(2),
      one.party.name,
      one.party.list,
      one.party.programmes,
      one.because.join("; "),
      one.moveId,
    ]),
    46,
  );
}
