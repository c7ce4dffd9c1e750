import {collectEvery, collectOnce, type SourceDone} from "../../pipeline/index.ts";
import {InputError} from "../../sources/index.ts";
import {shareLedger} from "../../store/index.ts";
import {whileCollecting} from "../collecting-house.ts";
import {type CommonOptions, inHouse, progress} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {chosenSources, readSources} from "../read-sources.ts";
import {wholeNumber} from "../whole-number.ts";

interface CollectOptions extends CommonOptions {
  readonly once?: boolean;
  readonly every?: boolean;
  readonly source?: readonly string[];
  readonly sources?: string;
  readonly limit?: string;
}

/** Reads what is new in the sources into the ledger: once, or as often as each says until Ctrl-C. */
export async function collect(options: CollectOptions): Promise<void> {
  if (options.asOf !== undefined)
    throw new InputError("what is collected is known from today", "leave --as-of out");
  if (options.once === true && options.every === true)
    throw new InputError("--once and --every exclude each other", "give one of them");
  const limit = options.limit === undefined ? null : wholeNumber("--limit", options.limit);
  const named = options.source ?? [];
  await inHouse(
    options,
    async (house) => {
      const listed = readSources(options.sources, house.reference);
      const sources = chosenSources(listed, named).map(({source}) => source);
      const sharing =
        options.every === true && house.standing === "holds"
          ? await shareLedger(house.ledger, options.ledger)
          : null;
      try {
        await whileCollecting(
          house,
          {ledger: options.ledger, limit, isNamed: named.length > 0},
          (collecting, sleep) => {
            const told = (done: readonly SourceDone[], nextAt: number) =>
              tell(done, nextAt, options.json === true);
            if (options.every === true) return collectEvery(sources, collecting, sleep, told);
            return collectOnce(sources, collecting).then(({done, nextAt}) => told(done, nextAt));
          },
        );
      } finally {
        await sharing?.close();
      }
    },
    {write: true},
  );
}

function tell(done: readonly SourceDone[], nextAt: number, isJson: boolean): void {
  const next = new Date(nextAt).toISOString();
  if (isJson) printJson({sources: done, nextDue: next});
  else printDone(done, next);
}

function printDone(done: readonly SourceDone[], next: string): void {
  const told = done.filter(
    ({isDue, kept, fresh, notes}) => isDue || kept > 0 || fresh > 0 || notes.length > 0,
  );
  printTable(
    ["source", "new", "kept", "from feed", "waiting", "fault"],
    told.map(({id, fresh, kept, fromFeed, waiting, error}) => [
      id,
      ...[fresh, kept, fromFeed, waiting].map(String),
      error ?? "",
    ]),
    90,
  );
  for (const {id, notes} of told) for (const note of notes) progress(`${id}: ${note}`);
  const kept = done.reduce((sum, one) => sum + one.kept, 0);
  const idle = done.length - told.length;
  process.stdout.write(
    `\n${kept} articles kept; ${idle} of ${done.length} sources were not due; next at ${next.slice(0, 16)} UTC\n`,
  );
}
