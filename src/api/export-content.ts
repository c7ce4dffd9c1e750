import {mkdtemp, open, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Readable} from "node:stream";
import type {ExportItem, ExportSource} from "../pipeline/index.ts";

/**
 * An export as a stream that never stands in memory whole. The file behind it has no name any more when the stream
 * begins, so that nothing is left of it however the download ends.
 */
export async function exportContent(
  item: ExportItem,
  source: ExportSource,
): Promise<ReadableStream> {
  const folder = await mkdtemp(join(tmpdir(), "demarche-export-"));
  try {
    const path = join(folder, item.name);
    await item.write(path, source);
    const file = await open(path);
    return Readable.toWeb(file.createReadStream()) as ReadableStream;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
