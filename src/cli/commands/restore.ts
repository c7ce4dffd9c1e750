import {restoreLedger} from "../../store/index.ts";
import {type CommonOptions, progress} from "../house.ts";
import {printJson} from "../print.ts";

/** Puts a backup in the ledger's place, after every hash in it was worked out anew. */
export async function restore(
  folder: string,
  options: CommonOptions & {force?: boolean},
): Promise<void> {
  progress("checking the backup …");
  const {verification, movedAside} = await restoreLedger({
    folder,
    path: options.ledger,
    force: options.force === true,
  });
  if (options.json === true) return printJson({...verification, movedAside});
  process.stdout.write(`restored: ${options.ledger}, nothing was altered\n`);
  if (movedAside !== null) process.stdout.write(`what stood there is kept as ${movedAside}\n`);
}
