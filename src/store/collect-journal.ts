import {closeSync, existsSync, openSync, readFileSync, writeSync} from "node:fs";
import {z} from "zod";
import {day} from "../world/index.ts";
import {writeBeside} from "./beside-note.ts";
import {holdCollecting} from "./hold-collecting.ts";

const instant = z.number();
const validators = {etag: z.string().nullable(), lastModified: z.string().nullable()};

const sourceNote = z.strictObject({
  kind: z.literal("source"),
  id: z.string(),
  triedAt: instant.nullable(),
  succeededAt: instant.nullable(),
  /** Not to be asked before. */
  dueAt: instant,
  /** In a row, up to now. */
  failures: z.int(),
  error: z.string().nullable(),
  /** Items seen in it, ever. */
  items: z.int(),
  /** The newest days of which it had items, oldest first. */
  days: z.array(z.string().transform(day)),
  /** When `sources check` last saw it answer as what it is said to be. */
  checkedAt: instant.nullable(),
  ...validators,
});
/** What is known of a source from asking it. Times are milliseconds since 1970. */
export type SourceNote = Readonly<z.infer<typeof sourceNote>>;

const addressNote = z.strictObject({
  kind: z.literal("address"),
  /** An address, a path, or the source's id and the item's. */
  key: z.string(),
  source: z.string(),
  /** `page`: read; `feed`: kept as its feed tells it; `nothing`: had no words or was no text. */
  state: z.enum(["pending", "page", "feed", "nothing"]),
  /** What its feed said of it, as JSON, until it is read. */
  item: z.string().nullable(),
  tries: z.int(),
  dueAt: instant,
  why: z.string().nullable(),
  updated: z.string().nullable(),
  /** When it was last settled. */
  readAt: instant.nullable(),
  sha256: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  modifiedAt: instant.nullable(),
  ...validators,
});
/** What became of one address, file or item. */
export type AddressNote = Readonly<z.infer<typeof addressNote>>;

const movesNote = z.strictObject({kind: z.literal("moves"), areBehind: z.boolean()});
const note = z.discriminatedUnion("kind", [sourceNote, addressNote, movesNote]);
type Note = z.infer<typeof note>;

/**
 * What collecting has done, in a file beside the ledger: it is no evidence, and outside the ledger's chain. Each note is
 * one line at the end of the file, so that a killed run loses nothing that was noted.
 */
export interface CollectJournal {
  source(id: string): SourceNote | null;
  address(key: string): AddressNote | null;
  /** Of one source, those still to be read, in the order in which they were met. */
  pending(source: string): readonly AddressNote[];
  /** Whether articles were kept after the versions of moves were last worked out. */
  readonly movesAreBehind: boolean;
  note(...notes: readonly Note[]): void;
  close(): void;
}

/**
 * Opens the journal of a ledger for collecting.
 * @throws StoreError when another process is collecting into this ledger.
 */
export function openCollectJournal(ledgerPath: string): CollectJournal {
  const letGo = holdCollecting(ledgerPath);
  try {
    const file = journalFile(ledgerPath);
    const {notes, lines, isWhole} = readNotes(file);
    if (!isWhole || lines > 2 * notes.size + 100) writeBeside(file, linesOf(notes.values()));
    const end = openSync(file, "a");
    return journalOf(
      notes,
      (text) => writeSync(end, text),
      () => {
        closeSync(end);
        letGo();
      },
    );
  } catch (error) {
    letGo();
    throw error;
  }
}

/** The journal as it is now, for looking at it alone. */
export function readCollectJournal(ledgerPath: string): Pick<CollectJournal, "source" | "pending"> {
  const {notes} = readNotes(journalFile(ledgerPath));
  return journalOf(
    notes,
    () => undefined,
    () => undefined,
  );
}

const journalFile = (ledgerPath: string) => `${ledgerPath}.collected`;

function keyOf(one: Note): string {
  if (one.kind === "moves") return "moves";
  return `${one.kind} ${one.kind === "source" ? one.id : one.key}`;
}

function readNotes(file: string) {
  const notes = new Map<string, Note>();
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const lines = text.split("\n");
  // Behind the last line break stands nothing, or what a killed process had begun to write.
  const rest = lines.pop() ?? "";
  let isWhole = rest === "";
  for (const line of lines) {
    const read = parsed(line);
    if (read === null) isWhole = false;
    else notes.set(keyOf(read), read);
  }
  return {notes, lines: lines.length, isWhole};
}

const linesOf = (notes: Iterable<Note>) =>
  Array.from(notes, (one) => `${JSON.stringify(one)}\n`).join("");

function parsed(line: string): Note | null {
  try {
    return note.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    // No line of ours: what it noted is done again.
    return null;
  }
}

function journalOf(
  notes: Map<string, Note>,
  write: (text: string) => void,
  close: () => void,
): CollectJournal {
  const waiting = new Map<string, Map<string, AddressNote>>();
  const index = (one: Note) => {
    if (one.kind !== "address") return;
    const of = waiting.get(one.source) ?? new Map<string, AddressNote>();
    if (one.state === "pending") waiting.set(one.source, of.set(one.key, one));
    else of.delete(one.key);
  };
  for (const one of notes.values()) index(one);
  return {
    source: (id) => {
      const found = notes.get(`source ${id}`);
      return found?.kind === "source" ? found : null;
    },
    address: (key) => {
      const found = notes.get(`address ${key}`);
      return found?.kind === "address" ? found : null;
    },
    pending: (source) => [...(waiting.get(source)?.values() ?? [])],
    get movesAreBehind() {
      const found = notes.get("moves");
      return found?.kind === "moves" && found.areBehind;
    },
    note: (...more) => {
      if (more.length === 0) return;
      for (const one of more) {
        notes.set(keyOf(one), one);
        index(one);
      }
      write(linesOf(more));
    },
    close,
  };
}
