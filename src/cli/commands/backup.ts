import {resolve} from "node:path";
import {existingLedger} from "../existing-ledger.ts";
import {type CommonOptions, inHouse, progress} from "../house.ts";
import {printJson} from "../print.ts";

/** Copies the ledger into a folder, whole or not at all, while a server may be using it. */
export async function backup(folder: string, options: CommonOptions): Promise<void> {
  existingLedger(options);
  await inHouse(
    options,
    async ({ledger}) => {
      progress("copying the ledger …");
      const done = await ledger.backup(resolve(folder));
      if (options.json === true) return printJson(done);
      process.stdout.write(
        `backed up to ${folder}: ${done.files} ${done.files === 1 ? "file" : "files"}, ${(done.bytes / 1e6).toFixed(1)} MB\nhead: ${done.head}\n`,
      );
    },
    {write: true},
  );
}
