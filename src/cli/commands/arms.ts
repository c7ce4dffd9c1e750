import {armsOutcome} from "../../models/index.ts";
import {armsCells} from "../../stakes/index.ts";
import {type CommonOptions, inHouse} from "../house.ts";
import {partyAmong} from "../party-among.ts";
import {printJson, printTable} from "../print.ts";

/** How far a state hangs on a supplier of arms, how that ages, and what hangs over its orders. */
export function arms(
  options: CommonOptions & {readonly state: string; readonly supplier: string},
): Promise<void> {
  return inHouse(options, async ({ledger, reference, watch, asOf}) => {
    const recipient = partyAmong("--state", options.state, reference, "state");
    const supplier = partyAmong("--supplier", options.supplier, reference, "state or bloc");
    const book = await ledger.readFacts({...watch, states: [recipient]}, reference, asOf);
    const outcome = armsOutcome(recipient, supplier, book, reference);
    const cells = armsCells(outcome, book, reference);
    if (options.json === true) return printJson({asOf, outcome, cells});
    process.stdout.write(`${cells.map(({cell}) => cell.text).join("\n")}\n\n`);
    const range = ({value, low, high}: (typeof outcome.ageing)[number]) =>
      `${Math.round(value)} (${Math.round(low)} to ${Math.round(high)})`;
    printTable(
      ["year", "still in service if no more come"],
      outcome.ageing.map((one) => [String(one.year), range(one)]),
    );
    process.stdout.write(`\n${outcome.pending.length} orders not fully delivered\n`);
  });
}
