import {resolve} from "node:path";
import {datasetSource} from "../../exports/index.ts";
import {
  type ExportItem,
  type ExportSource,
  exportFolder,
  exportItems,
  gatherMatter,
} from "../../pipeline/index.ts";
import {InputError} from "../../sources/index.ts";
import {type CommonOptions, type House, inHouse, progress, workOut} from "../house.ts";
import {writeFolderWhole, writeThrough, writeWhole} from "../write-whole.ts";

/** Writes a table, a dataset, the moves, the sources, the texts kept, or all of it; whole or not at all. */
export function exportWhat(
  what: string,
  options: CommonOptions & {format?: string; out?: string},
): Promise<void> {
  const items = chosen(what, options.format);
  const {out} = options;
  const [item] = items;
  const folder = what === "all" || options.format === "package";
  if (folder && out === undefined)
    throw new InputError(`${what} is exported to a folder`, "add --out <folder>");
  return inHouse(options, async (house) => {
    const source = sourceOf(house);
    if (folder && out !== undefined) {
      const written = await writeFolderWhole(resolve(out), (path) =>
        exportFolder(items, source, path, progress),
      );
      console.error(`written: ${out} (${written.length} files)`);
    } else if (item !== undefined) {
      const write = (path: string) => item.write(path, source);
      if (out === undefined) await writeThrough(process.stdout, write);
      else {
        // A server that holds the ledger may write the file, and stands in a folder of its own.
        await writeWhole(resolve(out), write);
        console.error(`written: ${out}`);
      }
      await tellTerms(item, source);
    }
  });
}

/** @throws InputError for what is none, and for a format that it does not come in, with those that it does. */
function chosen(what: string, format: string | undefined): readonly ExportItem[] {
  if (what === "all") {
    if (format === undefined) return exportItems.filter(isOfEverything);
    if (format === "package") return exportItems.filter((item) => item.format === "parquet");
    throw new InputError(
      `all is exported as a folder of every format, not as ${format}`,
      "leave --format out, or write --format package for Parquet with datapackage.json",
    );
  }
  const ofIt = exportItems.filter((item) => item.what === what);
  if (ofIt.length === 0)
    throw new InputError(
      `there is no "${what}" to export`,
      `choose from all, ${[...new Set(exportItems.map((item) => item.what))].join(", ")}`,
    );
  const tables = ofIt.filter((item) => item.format === "parquet");
  if (format === "package" && tables.length > 0) return tables;
  const found = format === undefined ? ofIt[0] : ofIt.find((item) => item.format === format);
  if (found !== undefined) return [found];
  const formats = [...ofIt.map((item) => item.format), ...(tables.length > 0 ? ["package"] : [])];
  throw new InputError(
    `${what} is not exported as ${format}`,
    `choose --format from ${formats.join(", ")}`,
  );
}

/** A dataset is in a folder of everything once, as Parquet: it is large. */
function isOfEverything({dataset, format}: ExportItem): boolean {
  return dataset === null || format === "parquet";
}

function sourceOf(house: House): ExportSource {
  let matter: ReturnType<ExportSource["matter"]> | null = null;
  return {
    ...house,
    matter: () => {
      matter ??= workOut(house).then((answer) => gatherMatter(answer, house));
      return matter;
    },
  };
}

/** CSV has no place for a licence, so it is said beside it. */
async function tellTerms(
  {dataset, format}: ExportItem,
  {ledger, reference, asOf}: ExportSource,
): Promise<void> {
  if (dataset === null || format === "parquet") return;
  const terms = datasetSource(dataset, reference, await ledger.imports(asOf));
  progress(`cite as: ${terms.citation ?? "not known"}`);
  progress(`licence: ${terms.licence ?? "not known"}`);
}
