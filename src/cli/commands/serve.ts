import {join} from "node:path";
import {createApi, rememberAnswers, serveApi} from "../../api/index.ts";
import {capture, InputError} from "../../sources/index.ts";
import {shareLedger} from "../../store/index.ts";
import {
  type CommonOptions,
  type House,
  inHouse,
  measureBooks,
  packageRoot,
  realEffects,
  tellWork,
  today,
} from "../house.ts";
import {sourceBook} from "../source-book.ts";
import {printTables} from "./demo.ts";

/** Serves the page until Ctrl-C; with --print, the tables come first. */
export function serve(options: CommonOptions & {port: string; print?: boolean}): Promise<void> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InputError(`--port "${options.port}" is no port`, "write a number from 0 to 65535");
  return inHouse(
    options,
    async (house) => {
      // Who holds the file answers for it, so that `demarche read` and the rest work beside the page.
      const sharing =
        house.standing === "holds" ? await shareLedger(house.ledger, options.ledger) : null;
      try {
        await servePage(house, options, port);
      } finally {
        await sharing?.close();
      }
    },
    {write: "if possible"},
  );
}

async function servePage(
  house: House,
  options: CommonOptions & {print?: boolean},
  port: number,
): Promise<void> {
  const answerOn = rememberAnswers(house);
  tellWork(house);
  // Worked out before the first visitor comes, and remembered for them.
  const answer = await answerOn(house.asOf);
  if (options.print === true) printTables(answer, house.reference, options.json === true);
  const log = (line: string) => console.error(line);
  const {asOf} = options;
  const app = createApi({
    ...house,
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
  await serving.close();
}
