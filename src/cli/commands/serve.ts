import {join} from "node:path";
import {createApi, type OwnBase, rememberAnswers, serveApi} from "../../api/index.ts";
import {scenarioRunner} from "../../pipeline/index.ts";
import {capture, InputError, parseShock, type ShockFile} from "../../sources/index.ts";
import {shareLedger} from "../../store/index.ts";
import {
  type CommonOptions,
  type House,
  inHouse,
  measureBooks,
  packageRoot,
  readNamed,
  realEffects,
  tellWork,
  today,
} from "../house.ts";
import {ownMatrix} from "../own-matrix.ts";
import {sourceBook} from "../source-book.ts";
import {printTables} from "./demo.ts";

interface ServeOptions extends CommonOptions {
  readonly port: string;
  readonly print?: boolean;
  readonly matrix?: string;
  readonly inputs?: string;
  readonly shock?: string;
}

/** Model and base where no scenario says otherwise. */
const plainShock: ShockFile = {model: {}, base: {columns: {}}, shocks: []};

/** Serves the page until Ctrl-C; with --print, the tables come first. */
export async function serve(options: ServeOptions): Promise<void> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InputError(`--port "${options.port}" is no port`, "write a number from 0 to 65535");
  // Before the ledger is opened: a line that cannot be read stops here.
  const ownBase = await ownBaseOf(options);
  return inHouse(
    options,
    async (house) => {
      // Who holds the file answers for it, so that `demarche read` and the rest work beside the page.
      const sharing =
        house.standing === "holds" ? await shareLedger(house.ledger, options.ledger) : null;
      try {
        await servePage(house, options, {port, ownBase});
      } finally {
        await sharing?.close();
      }
    },
    {write: "if possible"},
  );
}

async function servePage(
  house: House,
  options: ServeOptions,
  {port, ownBase}: {readonly port: number; readonly ownBase: OwnBase | null},
): Promise<void> {
  const answerOn = rememberAnswers(house);
  tellWork(house);
  // Worked out before the first visitor comes, and remembered for them.
  const answer = await answerOn(house.asOf);
  if (options.print === true) printTables(answer, house.reference, options.json === true);
  const log = (line: string) => console.error(line);
  const {asOf} = options;
  const scenarios = scenarioRunner();
  const app = createApi({
    ...house,
    scenarios,
    ...(ownBase === null ? {} : {ownBase}),
    answerOn,
    // Who looks at a past day may not judge: a judgement is kept on the day on which it is given.
    writable: asOf === undefined && house.standing !== "reads",
    today: () => (asOf === undefined ? today() : house.asOf),
    takeIn: (address) => capture(address, realEffects()),
    books: measureBooks(options.ledger),
    sourceBook: sourceBook(options, house.reference),
    log,
  });
  const serving = await serveApi(app, {port, webDir: join(packageRoot, "dist/web")});
  console.error(`\nDemarche is at ${serving.address} until Ctrl-C`);
  await new Promise<void>((stop) => {
    process.once("SIGINT", () => stop());
    process.once("SIGTERM", () => stop());
  });
  await scenarios.close();
  await serving.close();
}

async function ownBaseOf({matrix, inputs, shock}: ServeOptions): Promise<OwnBase | null> {
  if (matrix === undefined) {
    if (inputs !== undefined || shock !== undefined)
      throw new InputError("--inputs and --shock go with a matrix", "name it with --matrix");
    return null;
  }
  const file = shock === undefined ? plainShock : parseShock(readNamed(shock), shock);
  return {...(await ownMatrix(file, matrix, inputs)), file};
}
