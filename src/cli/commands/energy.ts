import {type SupplyChange, type SupplyOutcome, supplyOutcome} from "../../models/index.ts";
import {InputError} from "../../sources/index.ts";
import {supplyCells} from "../../stakes/index.ts";
import {type TradedFuel, tradedFuels} from "../../world/index.ts";
import {type CommonOptions, inHouse} from "../house.ts";
import {partyAmong} from "../party-among.ts";
import {printJson} from "../print.ts";

interface EnergyOptions extends CommonOptions {
  readonly state: string;
  readonly seller: string;
  readonly fuel?: string;
  readonly lost?: string;
  readonly gained?: string;
  readonly everywhere?: boolean;
}

/** What a state's loss or gain of a seller of fuel would change: sellers, price, shortfall, grade, and what is not known. */
export function energy(options: EnergyOptions): Promise<void> {
  const change = changeOf(options);
  const fuels = fuelsOf(options);
  return inHouse(options, async ({ledger, reference, watch, asOf}) => {
    const buyer = partyAmong("--state", options.state, reference, "state");
    const seller = partyAmong("--seller", options.seller, reference, "state or bloc");
    const book = await ledger.readFacts({...watch, states: [buyer]}, reference, asOf);
    const outcomes = fuels.map((fuel) =>
      atMost(() =>
        supplyOutcome(
          {buyer, seller, fuel, change, everywhere: options.everywhere === true},
          book,
          reference,
        ),
      ),
    );
    const told = outcomes.map((outcome) => ({
      fuel: outcome.question.fuel,
      outcome: withoutRows(outcome),
      cells: supplyCells(outcome, book, reference),
    }));
    if (options.json === true) return printJson({asOf, buyer, seller, change, fuels: told});
    for (const {fuel, cells} of told)
      process.stdout.write(`${fuel}\n${cells.map(({cell}) => `  ${cell.text}\n`).join("")}`);
  });
}

/** Sellers as an object, and no rows: the cells name them as conditions. */
function withoutRows({trade, ...rest}: SupplyOutcome) {
  if (!("bySeller" in trade)) return {...rest, trade};
  const {rows: _rows, bySeller, ...told} = trade;
  return {...rest, trade: {...told, bySeller: Object.fromEntries(bySeller)}};
}

function fuelsOf({fuel}: EnergyOptions): readonly TradedFuel[] {
  if (fuel === undefined) return tradedFuels;
  const found = tradedFuels.find((one) => one === fuel);
  if (found === undefined)
    throw new InputError(`--fuel "${fuel}" is no fuel`, `write one of ${tradedFuels.join(", ")}`);
  return [found];
}

function changeOf({lost, gained, fuel}: EnergyOptions): SupplyChange {
  if (lost !== undefined && gained !== undefined)
    throw new InputError("--lost and --gained exclude each other", "write one of them");
  if (gained !== undefined) {
    if (fuel === undefined)
      throw new InputError("--gained needs a fuel", "add --fuel: units differ from fuel to fuel");
    return {kind: "gained", quantity: numberOf("--gained", gained, Number.POSITIVE_INFINITY)};
  }
  return {kind: "lost", share: numberOf("--lost", lost ?? "100", 100) / 100};
}

function numberOf(option: string, written: string, most: number): number {
  const value = Number(written);
  if (written.trim() === "" || !(value >= 0 && value <= most))
    throw new InputError(
      `${option} "${written}" is no amount`,
      most === 100
        ? "write a percentage from 0 to 100"
        : "write a number from 0, in the unit of the fuel's trade",
    );
  return value;
}

/** More gained than others sell is the caller's mistake. */
function atMost<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(error.message, "write less");
  }
}
