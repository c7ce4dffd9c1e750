import {createHash} from "node:crypto";
import {captureOf, type FolderFile, InputError} from "../../sources/index.ts";
import type {AddressNote} from "../../store/index.ts";
import {type Day, dayAt, type Source} from "../../world/index.ts";
import {collectedOf} from "./collected-of.ts";
import type {CollectRun, SourceDone} from "./collecting.ts";
import {noteFailure, noteSuccess} from "./note-source.ts";
import {unknownAddress} from "./unknown-address.ts";

const documents = /\.(?:txt|md|markdown|html?|xhtml|pdf|eml|docx)$/i;
const archives = /\.(?:warc|warc\.gz|arc|arc\.gz|wacz)$/i;

/** A folder of texts, or of web archives: files that are new or other than before are read. */
export async function collectFolder(
  source: Source,
  isDue: boolean,
  run: CollectRun,
  done: SourceDone,
): Promise<void> {
  if (!isDue) return;
  const {journal, disk, now, uniform, stop, limit, progress} = run;
  const isArchive = source.kind === "warc";
  try {
    const all = await disk.filesAt(source.at);
    const files = all.filter(({path}) => (isArchive ? archives : documents).test(path));
    if (files.length < all.length)
      done.notes.push(`${all.length - files.length} files of other kinds were passed over`);
    const changed = files.filter((file) => isChanged(file, journal.address(file.path)));
    const most = limit ?? changed.length;
    progress.expect(source.id, Math.min(most, changed.length), 0);
    const days: Day[] = [];
    const read = isArchive ? readArchiveFile : readDocuments;
    for (const some of together(changed.slice(0, most), isArchive ? 1 : mostTogether)) {
      if (stop.aborted) break;
      days.push(...(await read(some, source, run, done)));
      for (const _ of some) progress.pageRead(source.id);
    }
    done.waiting = Math.max(0, changed.length - most);
    if (!stop.aborted) noteSuccess(journal, source, now(), {items: done.fresh, days});
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    done.error = error.message;
    noteFailure(journal, source, now(), {why: error.message, restMs: null}, uniform);
  }
}

/** Files that are read together: so many, or so many bytes. */
const mostTogether = 32;
const mostBytesTogether = 16e6;

function together(files: readonly FolderFile[], most: number): readonly (readonly FolderFile[])[] {
  const groups: FolderFile[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = groups.at(-1);
    bytes += file.sizeBytes;
    if (last !== undefined && last.length < most && bytes <= mostBytesTogether) last.push(file);
    else {
      groups.push([file]);
      bytes = file.sizeBytes;
    }
  }
  return groups;
}

function isChanged({sizeBytes, modifiedAt}: FolderFile, known: AddressNote | null): boolean {
  return known === null || known.sizeBytes !== sizeBytes || known.modifiedAt !== modifiedAt;
}

/** Reads files into memory, then keeps them in their order without waiting between them: so they go in together. */
async function readDocuments(
  files: readonly FolderFile[],
  source: Source,
  run: CollectRun,
  done: SourceDone,
): Promise<readonly Day[]> {
  const read = await Promise.allSettled(files.map(({path}) => run.disk.readFile(path)));
  const kept = files.map((file, at) => {
    const bytes = read[at];
    if (bytes === undefined) throw new Error("a file was not read");
    return keepDocument(file, bytes, source, run, done);
  });
  return (await Promise.all(kept)).flat();
}

async function keepDocument(
  {path, sizeBytes, modifiedAt}: FolderFile,
  read: PromiseSettledResult<Uint8Array>,
  source: Source,
  {journal, now, keep}: CollectRun,
  done: SourceDone,
): Promise<readonly Day[]> {
  const known = journal.address(path) ?? unknownAddress(path, source.id);
  const note = {...known, sizeBytes, modifiedAt};
  try {
    if (read.status === "rejected") throw read.reason;
    const bytes = read.value;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (known.sha256 === sha256) {
      journal.note(note);
      return [];
    }
    const capture = {
      ...captureOf(bytes, path, dayAt(now()), false),
      collected: collectedOf(source),
    };
    const day = await keep(capture, source.licence);
    journal.note({...note, state: "page", sha256, why: null});
    done.fresh += 1;
    done.kept += 1;
    return [day];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    journal.note({...note, state: "nothing", why: error.message});
    done.notes.push(error.message);
    return [];
  }
}

/** Pages of one archive; those that are no text are passed over. */
async function readArchiveFile(
  [file]: readonly FolderFile[],
  source: Source,
  {journal, formats, now, stop, keep}: CollectRun,
  done: SourceDone,
): Promise<readonly Day[]> {
  if (file === undefined) return [];
  const {path, sizeBytes, modifiedAt} = file;
  const known = journal.address(path) ?? unknownAddress(path, source.id);
  const days = new Set<Day>();
  let passedOver = 0;
  let state: AddressNote["state"] = "page";
  let why: string | null = null;
  try {
    const broken: string[] = [];
    for await (const page of formats.readArchive(path, ({why}) => broken.push(why))) {
      if (stop.aborted) return [...days];
      try {
        const capture = captureOf(page.bytes, page.url, dayAt(now()), false, page.mediaType);
        days.add(await keep({...capture, collected: collectedOf(source)}, source.licence));
        done.fresh += 1;
        done.kept += 1;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        passedOver += 1;
      }
    }
    if (broken.length > 0)
      done.notes.push(`${path}: ${broken.length} records in doubt (${broken[0]})`);
    if (passedOver > 0) done.notes.push(`${path}: ${passedOver} records are no text`);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    [state, why] = ["nothing", error.message];
    done.notes.push(error.message);
  }
  journal.note({...known, sizeBytes, modifiedAt, state, why});
  return [...days];
}
