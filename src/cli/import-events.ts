import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import {loadCameoCodes, loadEventImporter, loadStateCodeSpans} from "../sources/index.ts";
import {type CommonOptions, inHouse, packageRoot, progress, today} from "./house.ts";
import {tellImports} from "./tell-imports.ts";

/** Takes files of coded events in, all of them as one import, and says what became of them. */
export async function importEvents(
  importerId: string,
  files: readonly string[],
  options: CommonOptions & {readonly dryRun?: boolean; readonly rejects?: string},
): Promise<void> {
  const importer = await loadEventImporter(importerId);
  if (importer?.commercialUse === false)
    progress(`licence: ${importer.licence}; the rows are not for commercial use`);
  const disk = {readText: (path: string) => readFileSync(path, "utf8")};
  const codes = {
    states: loadStateCodeSpans(disk, packageRoot),
    types: loadCameoCodes(disk, packageRoot),
  };
  await inHouse(
    options,
    async ({ledger}) => {
      const {receipt, again, rejects, leftOut} = await ledger.importEvents({
        importerId,
        paths: files.map((file) => resolve(file)),
        recordedOn: today(),
        codes,
        isTrial: options.dryRun === true,
        progress,
      });
      const {added, superseded, unchanged, collapsed, table, publisher} = receipt.events;
      tellImports(
        [
          {
            id: options.dryRun === true ? null : receipt.id,
            file: receipt.fileName,
            again,
            datasets: {
              [`${table} of ${publisher}`]: {
                added,
                superseded,
                unchanged,
                retracted: 0,
                collapsed,
              },
            },
            rejected: receipt.rejected,
            rejects: again ? await ledger.rejects(receipt.id) : rejects,
            leftOut,
          },
        ],
        options,
      );
    },
    {write: true},
  );
}
