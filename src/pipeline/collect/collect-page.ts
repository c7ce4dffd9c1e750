import {createHash} from "node:crypto";
import {captureOf, type Fetched, pageLinks} from "../../sources/index.ts";
import {dayAt, type Source} from "../../world/index.ts";
import {askSource} from "./ask-source.ts";
import {noteItems, readItems} from "./collect-items.ts";
import {collectedOf} from "./collected-of.ts";
import type {CollectRun, SourceDone} from "./collecting.ts";
import {unknownAddress} from "./unknown-address.ts";

/** A single page: the texts that it lists are read; a page that lists none is read itself, whenever it is another one. */
export async function collectPage(
  source: Source,
  isDue: boolean,
  run: CollectRun,
  done: SourceDone,
): Promise<void> {
  if (isDue)
    await askSource(source, run, done, async (got) => {
      const items = await takePage(source, got, run, done);
      return {items, days: items > 0 ? [dayAt(run.now())] : []};
    });
  await readItems(source, run, done);
}

/**
 * @returns how many texts are new in it.
 * @throws InputError when it is no text.
 */
async function takePage(
  source: Source,
  {bytes, url, mediaType}: Extract<Fetched, {kind: "fetched"}>,
  run: CollectRun,
  done: SourceDone,
): Promise<number> {
  const {journal, now, keep} = run;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = journal.address(source.at) ?? unknownAddress(source.at, source.id);
  if (known.sha256 === sha256) return 0;
  const capture = captureOf(bytes, url, dayAt(now()), false, mediaType);
  const listed = await pageLinks(bytes, {url, contentType: mediaType});
  let fresh = 1;
  if (listed.length > 0) fresh = noteItems(listed, source, run).fresh;
  else {
    await keep({...capture, collected: collectedOf(source)}, source.licence);
    done.kept += 1;
  }
  journal.note({...known, state: "page", sha256});
  done.fresh += fresh;
  return fresh;
}
