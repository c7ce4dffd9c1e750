import {InputError} from "../../sources/index.ts";
import type {ImportReceipt} from "../../store/index.ts";
import {existingLedger} from "../existing-ledger.ts";
import {type CommonOptions, type House, inHouse, today} from "../house.ts";
import {printJson, printTable} from "../print.ts";

interface RetractOptions extends CommonOptions {
  readonly import?: string;
  readonly author?: string;
  readonly reason?: string;
}

/** Takes a whole import back, or lists the imports that stand. Makes no ledger. */
export async function retract(options: RetractOptions): Promise<void> {
  existingLedger(options);
  const {import: named, author, reason} = options;
  if (named === undefined) return inHouse(options, (house) => list(house, options));
  if (author === undefined || reason === undefined)
    throw new InputError(
      "a retraction has an author and a reason",
      'add --author "Your Name" --reason "why"',
    );
  if (options.asOf !== undefined)
    throw new InputError("a retraction counts from today", "leave --as-of out");
  await inHouse(
    options,
    async ({ledger, asOf}) => {
      const receipt = chosen(await ledger.imports(asOf), named);
      const {id, fileName, importer} = receipt;
      const retraction = {
        kind: "import",
        id,
        by: author,
        reason,
        recordedOn: today(),
      } as const;
      await ledger.retract(retraction);
      if (options.json === true) return printJson(retraction);
      process.stdout.write(
        `${fileName} (import ${id}) is retracted: ${tellRows(receipt)} count no more, and what it superseded or retracted stands again\n` +
          `\`demarche import ${importer.id} ${fileName}\` takes it in once more\n`,
      );
    },
    {write: true},
  );
}

async function list({ledger, asOf}: House, options: RetractOptions): Promise<void> {
  const imports = await ledger.imports(asOf);
  if (options.json === true) return printJson(imports);
  printTable(
    ["import", "importer", "file", "taken in", "rows"],
    imports.map((one) => [
      one.id,
      one.importer.id,
      one.fileName,
      one.recordedOn,
      "events" in one ? "events" : String(rowsOf(one)),
    ]),
    60,
  );
}

/** @throws InputError where the beginning of an id names none, or several. */
function chosen(imports: readonly ImportReceipt[], named: string): ImportReceipt {
  const found = imports.filter(({id}) => id.startsWith(named));
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  throw new InputError(
    `${found.length === 0 ? "no import stands" : `${found.length} imports stand`} under ${named}`,
    "`demarche retract` lists the imports that stand, with their ids",
  );
}

function rowsOf({datasets}: ImportReceipt): number {
  return Object.values(datasets).reduce((sum, {added, superseded}) => sum + added + superseded, 0);
}

function tellRows(receipt: ImportReceipt): string {
  const rows = rowsOf(receipt);
  return `its ${rows.toLocaleString("en-GB")} ${rows === 1 ? "row" : "rows"}`;
}
