import {existingLedger} from "../existing-ledger.ts";
import {type CommonOptions, inHouse, progress, today} from "../house.ts";
import {printJson} from "../print.ts";
import {exitCodes} from "../tell-error.ts";

/** Proves that nothing in the ledger was altered or lost, or names the first entry that was. Makes nothing. */
export async function verify(options: CommonOptions & {expect?: string}): Promise<void> {
  existingLedger(options);
  await inHouse(options, async ({ledger}) => {
    progress("working out every hash anew …");
    const found = await ledger.verify({
      ...(options.expect === undefined ? {} : {expect: options.expect}),
      on: today(),
    });
    if (!found.whole) process.exitCode = exitCodes.altered;
    if (options.json === true) return printJson(found);
    const {rows, entries, seals, days, head, faults} = found;
    const [first, ...more] = faults;
    if (first === undefined) {
      process.stdout.write(
        `nothing was altered: ${tell(rows, "row")}, ${tell(entries, "entry", "entries")} of the chain, ${tell(seals, "seal")}, ${tell(days, "day")}\nhead: ${head}\n`,
      );
      return;
    }
    process.stdout.write(`${first.tells}\n`);
    for (const {tells} of more) process.stdout.write(`  then: ${tells}\n`);
  });
}

function tell(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : several}`;
}
