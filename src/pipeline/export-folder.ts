import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {
  type About,
  aboutOf,
  citedDatasets,
  type DatasetSource,
  dataPackage,
  datasetSource,
  folderReadme,
  type PackagedFile,
  sha256Sums,
} from "../exports/index.ts";
import {InputError} from "../sources/index.ts";
import type {ExportItem, ExportSource} from "./export-items.ts";

/**
 * Writes files into a folder that is there and empty, with `datapackage.json`, `README.md` and `SHA256SUMS`. Datasets
 * stand in a folder of their own; one of which nothing was known on that day is left out.
 *
 * @param tell what is being written, for a person who waits.
 * @returns the paths of what was written.
 * @throws InputError when nothing of it was known on that day.
 */
export async function exportFolder(
  items: readonly ExportItem[],
  source: ExportSource,
  folder: string,
  tell: (line: string) => void,
): Promise<readonly string[]> {
  const {reference} = source;
  const written: PackagedFile[] = [];
  const known = await datasetsWithRows(source);
  const imports = await source.ledger.imports(source.asOf);
  for (const item of items) {
    if (item.dataset !== null && !known.has(item.dataset)) continue;
    const path = item.dataset === null ? item.name : `datasets/${item.name}`;
    if (item.dataset !== null) await mkdir(join(folder, "datasets"), {recursive: true});
    tell(path);
    const columns = await item.write(join(folder, path), source);
    written.push({
      path,
      format: item.format,
      mediaType: item.mediaType,
      title: item.title(reference),
      columns,
      dataset: item.dataset === null ? null : datasetSource(item.dataset, reference, imports),
      sha256: await sha256Of(join(folder, path)),
    });
  }
  if (written.length === 0)
    throw new InputError(
      `nothing of it was known on ${source.asOf}`,
      "import it first with `demarche import`, or ask a later day with --as-of",
    );
  const copied = written.flatMap(({dataset}) => dataset ?? []);
  const {about, cited} = await notesOn(source, copied, copied.length === written.length);
  const sums: {path: string; sha256: string}[] = [...written];
  const note = async (path: string, content: string) => {
    await writeFile(join(folder, path), content);
    sums.push({path, sha256: await sha256Of(join(folder, path))});
  };
  await note("datapackage.json", dataPackage(about, written, cited));
  await note("README.md", folderReadme(about, written, cited));
  await writeFile(join(folder, "SHA256SUMS"), sha256Sums(sums));
  return [...sums.map(({path}) => path), "SHA256SUMS"];
}

/** What the folder says of itself, and the datasets behind it. Where it holds datasets alone, no answer is worked out. */
async function notesOn(
  source: ExportSource,
  copied: readonly DatasetSource[],
  datasetsAlone: boolean,
): Promise<{about: About; cited: readonly DatasetSource[]}> {
  if (datasetsAlone) {
    const methods = [...new Set(copied.flatMap(({importers}) => importers))].sort();
    const {version: demarche, asOf, watch} = source;
    return {about: {demarche, asOf, watch: watch.name, methods}, cited: copied};
  }
  const matter = await source.matter();
  const cited = new Map([...citedDatasets(matter), ...copied].map((one) => [one.id, one]));
  const byId = [...cited.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {about: aboutOf(matter), cited: byId};
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

async function datasetsWithRows({ledger, asOf}: ExportSource): Promise<ReadonlySet<string>> {
  const {datasets} = await ledger.health();
  const known = new Set<string>();
  for (const dataset of datasets) {
    const {total} = await ledger.rows({dataset, where: [], asOf, limit: 0, offset: 0});
    if (total > 0) known.add(dataset);
  }
  return known;
}
