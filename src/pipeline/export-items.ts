import {createWriteStream} from "node:fs";
import {writeFile} from "node:fs/promises";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {
  type ColumnNote,
  columnsOfDataset,
  datasetSource,
  exportFiles,
  type KeptCapture,
  type Matter,
  mediaTypes,
  warc,
} from "../exports/index.ts";
import type {Ledger} from "../store/index.ts";
import {type DatasetId, type Day, datasetIds, type Reference} from "../world/index.ts";

/** What an export is made from. */
export interface ExportSource {
  readonly ledger: Ledger;
  readonly reference: Reference;
  readonly asOf: Day;
  readonly version: string;
  readonly watch: {readonly name: string};
  /** The answer with what it was made of: takes a second or more, so it is asked for only by what needs it. */
  readonly matter: () => Promise<Matter>;
}

/** One file that can be exported: of an answer, of a dataset, or of the texts kept. */
export interface ExportItem {
  /** By their words on the command line. */
  readonly what: string;
  readonly format: string;
  readonly name: string;
  readonly mediaType: string;
  readonly title: (reference: Reference) => string;
  readonly dataset: DatasetId | null;
  /** Writes the file; gives its columns where it is a table. @throws StoreError */
  readonly write: (path: string, source: ExportSource) => Promise<readonly ColumnNote[] | null>;
}

/** Everything that can be exported, in the order in which a folder of all of it is written. */
export const exportItems: readonly ExportItem[] = [
  ...exportFiles.map(
    ({what, format, name, mediaType, title, make}): ExportItem => ({
      what,
      format,
      name,
      mediaType,
      title: () => title,
      dataset: null,
      write: async (path, {matter}) => {
        const {content, columns} = await make(await matter());
        await writeFile(path, content);
        return columns;
      },
    }),
  ),
  {
    what: "captures",
    format: "warc",
    name: "captures.warc.gz",
    mediaType: mediaTypes.warc,
    title: () => "The texts that were read, as they came, as a web archive",
    dataset: null,
    write: async (path, source) => {
      const about = {demarche: source.version, asOf: source.asOf};
      await pipeline(Readable.from(warc(about, keptCaptures(source))), createWriteStream(path));
      return null;
    },
  },
  ...datasetIds.flatMap((dataset) =>
    (["csv", "parquet", "jsonl"] as const).map(
      (format): ExportItem => ({
        what: dataset,
        format,
        name: `${dataset}.${format}`,
        mediaType: mediaTypes[format],
        title: ({datasets}) => datasets.find(({id}) => id === dataset)?.title ?? dataset,
        dataset,
        write: async (path, {ledger, reference, asOf, version}) => {
          const source = datasetSource(dataset, reference, await ledger.imports(asOf));
          const {title, citation, licence} = source;
          const about = JSON.stringify({
            dataset,
            title,
            citation,
            licence,
            demarche: version,
            asOf,
          });
          await ledger.exportTable(dataset, asOf, format, path, {demarche: version, about});
          return format === "jsonl" ? null : columnsOfDataset(source);
        },
      }),
    ),
  ),
];

async function* keptCaptures({ledger, asOf}: ExportSource): AsyncIterable<KeptCapture> {
  for (const about of await ledger.captures(asOf))
    yield {...about, bytes: await ledger.captureBytes(about.sha256)};
}
