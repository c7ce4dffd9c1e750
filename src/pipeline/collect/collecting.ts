import type {CollectDisk, CollectFormats, Fetcher} from "../../sources/index.ts";
import type {CollectJournal, Ledger} from "../../store/index.ts";
import type {Capture, Day, Reference} from "../../world/index.ts";
import type {ReadCapture} from "../reading-pool/open-reading-pool.ts";
import type {CollectProgress} from "./collect-progress.ts";

/** All that collecting works with. */
export interface Collecting {
  readonly ledger: Ledger;
  readonly reference: Reference;
  readonly journal: CollectJournal;
  readonly fetcher: Fetcher;
  readonly formats: CollectFormats;
  readonly disk: CollectDisk;
  /** Reads a text in a thread; without it texts are read one after the other in this one. */
  readonly readCapture?: ReadCapture;
  /** Takes a publisher's file of coded events in. */
  readonly takeEvents: (
    importerId: string,
    file: {readonly name: string; readonly bytes: Uint8Array},
  ) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly uniform: () => number;
  /** Aborted where the work is to stop as soon as nothing is lost by it. */
  readonly stop: AbortSignal;
  /** Pages or files of one source that are read in one run, at most; null: as many as is usual. */
  readonly limit: number | null;
  /** Whether a person named the sources: then they are looked at before their time, unless they failed. */
  readonly isNamed: boolean;
  /** Hears how far it is. */
  readonly tell: (line: string) => void;
}

/** What became of one source in one run. */
export interface SourceDone {
  readonly id: string;
  /** Whether it was its time; pages may be read also where it was not. */
  isDue: boolean;
  /** Items, files or records that had not been met before. */
  fresh: number;
  /** Articles kept, of which so many are known from their feed alone. */
  kept: number;
  fromFeed: number;
  /** Still to be read: behind the limit, or to be tried again. */
  waiting: number;
  /** Why it could not be read, or null. */
  error: string | null;
  /** What was passed over, in words. */
  readonly notes: string[];
}

export function nothingDone(id: string): SourceDone {
  return {id, isDue: false, fresh: 0, kept: 0, fromFeed: 0, waiting: 0, error: null, notes: []};
}

/** What all sources of one run share. */
export interface CollectRun extends Collecting {
  readonly keep: KeepCapture;
  readonly progress: CollectProgress;
  /** Addresses of which the ledger keeps something. */
  readonly keptOrigins: ReadonlySet<string>;
}

/** Keeps a capture as an article of a source. @throws InputError when it cannot be read. */
export type KeepCapture = (capture: Capture, licence: string) => Promise<Day>;
