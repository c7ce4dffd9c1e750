import {existsSync, writeFileSync} from "node:fs";
import {stringify} from "yaml";
import {InputError, parseWatch} from "../../sources/index.ts";
import {OlderLedger, openLedger} from "../../store/index.ts";
import {
  type DatasetId,
  datasetIds,
  listWords,
  nameInText,
  type PartyId,
  sectors,
} from "../../world/index.ts";
import {type CommonOptions, makeLedger, progress, readReference} from "../house.ts";

interface InitOptions extends CommonOptions {
  readonly commercial?: boolean;
  readonly without?: string;
  readonly states?: string;
  readonly powers?: string;
  readonly out: string;
  readonly force?: boolean;
}

const list = (text: string) =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

function datasetsOf(text: string): DatasetId[] {
  return list(text).map((name) => {
    const id = datasetIds.find((one) => one === name);
    if (id === undefined)
      throw new InputError(
        `--without: there is no dataset "${name}"`,
        `choose from ${datasetIds.join(", ")}`,
      );
    return id;
  });
}

/** Makes the ledger, and with --states a watch file beside it. */
export async function init(options: InitOptions): Promise<void> {
  const reference = readReference();
  if ((options.states === undefined) !== (options.powers === undefined)) {
    throw new InputError(
      "--states and --powers go together",
      "e.g. demarche init --states VNM,KAZ --powers RUS,CHN,EU",
    );
  }
  if (options.states !== undefined && options.powers !== undefined) {
    const [states, powers] = [list(options.states), list(options.powers)];
    const names = (parties: readonly PartyId[]) =>
      listWords(parties.map((party) => nameInText(reference, party)));
    const watch = {
      name: `${names(states)} between ${names(powers)}`,
      states,
      powers,
      sectors: [...sectors],
    };
    const text = stringify(watch);
    parseWatch(text, "--states / --powers", reference);
    if (existsSync(options.out) && options.force !== true) {
      throw new InputError(
        `${options.out} stands already`,
        "name another file with --out, or write over it with --force",
      );
    }
    writeFileSync(options.out, text);
    process.stdout.write(`watch written: ${options.out}\n`);
  }
  const choosesData = options.commercial === true || options.without !== undefined;
  if (existsSync(options.ledger) && options.force !== true) {
    if (choosesData)
      throw new InputError(
        `a ledger stands at ${options.ledger} already, and keeps the data it was made with`,
        "add --force to make it anew (what you read is taken over), or name another with --ledger",
      );
    await bringForward(options.ledger);
    process.stdout.write(`ledger stands: ${options.ledger} (make it anew with --force)\n`);
  } else {
    const choice = {
      commercial: options.commercial === true,
      without: options.without === undefined ? [] : datasetsOf(options.without),
    };
    await makeLedger(options.ledger, reference, choice);
    process.stdout.write(`ledger made: ${options.ledger}\n`);
  }
  process.stdout.write(
    `next: demarche demo${options.states === undefined ? "" : ` --watch ${options.out}`}\n`,
  );
}

/** A ledger of an older layout is brought forward by opening it for writing. */
async function bringForward(path: string): Promise<void> {
  try {
    await (await openLedger({path, readOnly: true})).close();
  } catch (error) {
    // One that another process holds, or that is damaged, stands none the less; who uses it will hear.
    if (!(error instanceof OlderLedger)) return;
    progress(`bringing the ledger at ${path} forward …`);
    await (await openLedger({path})).close();
  }
}
