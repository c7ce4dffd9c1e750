import {createHash} from "node:crypto";
import {dayAt, type Source} from "../../world/index.ts";
import {askSource, type Failure} from "./ask-source.ts";
import type {Collecting, SourceDone} from "./collecting.ts";
import {unknownAddress} from "./unknown-address.ts";

/** The files of GDELT 2.0 that have an importer; its name is all that is taken from an address. */
const files = /\/(\d{14}\.(export|mentions)\.CSV\.zip)$/i;
const importers: Readonly<Record<string, string>> = {
  export: "gdelt-events",
  mentions: "gdelt-mentions",
};

/** GDELT's list of its newest files: each is fetched once and goes to the importer of events. */
export async function collectGdelt(
  source: Source,
  isDue: boolean,
  collecting: Collecting,
  done: SourceDone,
): Promise<void> {
  if (!isDue) return;
  const {formats, now, stop} = collecting;
  await askSource(source, collecting, done, async ({bytes}) => {
    let failure: Failure | null = null;
    for (const file of formats.parseLastUpdate(new TextDecoder().decode(bytes)))
      failure ??= await takeFile(file, source, collecting, done);
    if (failure !== null || stop.aborted) return failure;
    return {items: done.fresh, days: done.fresh > 0 ? [dayAt(now())] : []};
  });
}

async function takeFile(
  {url, sizeBytes, md5}: {url: string; sizeBytes: number; md5: string},
  {id}: Source,
  {journal, fetcher, takeEvents}: Collecting,
  done: SourceDone,
): Promise<Failure | null> {
  const [, name, kind] = files.exec(url) ?? [];
  const importerId = importers[kind?.toLowerCase() ?? ""];
  if (name === undefined || importerId === undefined || journal.address(url) !== null) return null;
  const got = await fetcher.fetch(url);
  if (got.kind === "failed") return got;
  if (got.kind === "unchanged") throw new Error(`${url} is unchanged though nothing was had`);
  const {bytes} = got;
  const isWhole =
    bytes.length === sizeBytes && createHash("md5").update(bytes).digest("hex") === md5;
  if (!isWhole) return {why: `${url} is not the file that the list names`, restMs: null};
  await takeEvents(importerId, {name, bytes});
  journal.note({...unknownAddress(url, id), state: "page"});
  done.fresh += 1;
  return null;
}
