import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {type Stretch, touches} from "../src/world/index.ts";

/** A sentence with its marks taken out and kept. */
export interface MarkedSentence {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** A text that tells several events has a row each: the other ones. */
  readonly beside: readonly Pick<MarkedSentence, "marks">[];
  /** An earlier row has the same text. */
  readonly isFurther: boolean;
}

/** A sentence of `corpus/wires`: its sides are marked as whole phrases, whoever they are. */
export interface WireSentence extends MarkedSentence {
  /** PLOVER's type. */
  readonly type: string;
}

/** A sentence of `corpus/sentences`. */
export interface WrittenSentence extends MarkedSentence {
  readonly file: string;
  /** PLOVER's type, or NONE. */
  readonly type: string;
  readonly mode: string;
  readonly construction: string;
  readonly sector: string;
  /** Codes as the file has them; empty where it has "-". */
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly beside: readonly Omit<WrittenSentence, "beside" | "isFurther">[];
}

/** `s`, `t` and `b` are sides, `e` the event's words, `w` when, `l` where, `m` how much. */
export interface Mark extends Stretch {
  readonly kind: "s" | "t" | "b" | "e" | "w" | "l" | "m";
}

export const corpusFolder = "corpus/sentences";
export const wiresFolder = "corpus/wires";

/** The rows of every file of `corpus/wires`. */
export function readWires(folder = wiresFolder): WireSentence[] {
  return linesOf(folder).map(({line}) => {
    const [type = "", marked = ""] = line.split("\t");
    return {type, ...withoutMarks(marked), beside: [], isFurther: false};
  });
}

/** The lines under the heads of a folder's tables, file by file. @param isWanted which files are read, by name. */
function linesOf(folder: string, isWanted: (name: string) => boolean = () => true) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv") && isWanted(name))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), "utf8")
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => ({name, line})),
    );
}

/** The rows of every file of the languages named ("en" is every file without a language) of one part. */
export function readCorpus(
  part: "train" | "held-out",
  language: "en" | "id" | "ms" | "ru" = "en",
  folder = corpusFolder,
): WrittenSentence[] {
  const isWanted = (name: string) =>
    name.includes(`-${part}`) && (/^(id|ms|ru)-/.exec(name)?.[1] ?? "en") === language;
  const rows = linesOf(folder, isWanted).map(({name, line}) => readLine(name, line));
  const told = new Map<string, typeof rows>();
  for (const row of rows) told.set(row.text, [...(told.get(row.text) ?? []), row]);
  return rows.map((row) => {
    const events = told.get(row.text) ?? [];
    const beside = events.filter((one) => one !== row);
    return {...row, beside, isFurther: events[0] !== row};
  });
}

/** What is held out, one row a text: benches ask what a text tells first. */
export function readHeldOut(
  language?: "en" | "id" | "ms" | "ru",
  folder?: string,
): WrittenSentence[] {
  return readCorpus("held-out", language, folder).filter(({isFurther}) => !isFurther);
}

/** Whether a word or a stretch is one of those that carry the event. */
export function carriesEvent({marks}: Pick<MarkedSentence, "marks">, stretch: Stretch): boolean {
  return marks.some((mark) => mark.kind === "e" && touches(mark, stretch));
}

/** The event of a type that a text is labelled with, of however many. */
export function labelledAs(
  row: WrittenSentence,
  type: string,
): WrittenSentence["beside"][number] | undefined {
  return [row, ...row.beside].find((one) => one.type === type);
}

/** The columns of a line as they stand; one that is missing is empty. */
export function columnsOf(line: string) {
  const [
    type = "",
    mode = "",
    construction = "",
    sector = "",
    source = "",
    target = "",
    marked = "",
  ] = line.split("\t");
  return {type, mode, construction, sector, source, target, marked};
}

function readLine(file: string, line: string): Omit<WrittenSentence, "beside" | "isFurther"> {
  const {source, target, marked, ...labels} = columnsOf(line);
  const codes = (list: string) => (list === "-" ? [] : list.split(","));
  return {
    file,
    ...labels,
    source: codes(source),
    target: codes(target),
    ...withoutMarks(marked),
  };
}

function withoutMarks(marked: string): {text: string; marks: Mark[]} {
  const marks: Mark[] = [];
  let text = "";
  let from = 0;
  for (const {0: all, 1: kind, 2: words = "", index} of marked.matchAll(
    /\[([stbewlm]):([^[\]]*)\]/g,
  )) {
    text += marked.slice(from, index);
    marks.push({kind: kind as Mark["kind"], start: text.length, end: text.length + words.length});
    text += words;
    from = index + all.length;
  }
  return {text: text + marked.slice(from), marks};
}
