import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {mkdir, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {
  aboutOf,
  citedDatasets,
  dataPackage,
  datasetSource,
  folderReadme,
  type PackagedFile,
  sha256Sums,
} from "../exports/index.ts";
import type {ExportItem, ExportSource} from "./export-items.ts";

/**
 * Writes files into a folder that is there and empty, with `datapackage.json`, `README.md` and `SHA256SUMS`. Datasets
 * stand in a folder of their own; one of which nothing was known on that day is left out.
 *
 * @param tell what is being written, for a person who waits.
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
      ...(await measured(join(folder, path))),
    });
  }
  const matter = await source.matter();
  const about = aboutOf(matter);
  const cited = new Map(
    [...citedDatasets(matter), ...written.flatMap(({dataset}) => dataset ?? [])].map((dataset) => [
      dataset.id,
      dataset,
    ]),
  );
  const sources = [...cited.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const notes = [
    {
      path: "datapackage.json",
      title: "Columns, sources, licences and hashes",
      content: dataPackage(about, written, sources),
    },
    {path: "README.md", title: "This page", content: folderReadme(about, written, sources)},
  ];
  for (const {path, title, content} of notes) {
    await writeFile(join(folder, path), content);
    written.push({
      path,
      format: "",
      mediaType: "",
      title,
      columns: null,
      dataset: null,
      ...(await measured(join(folder, path))),
    });
  }
  await writeFile(join(folder, "SHA256SUMS"), sha256Sums(written));
  return [...written.map(({path}) => path), "SHA256SUMS"];
}

async function measured(path: string): Promise<{bytes: number; sha256: string}> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return {bytes: (await stat(path)).size, sha256: hash.digest("hex")};
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
