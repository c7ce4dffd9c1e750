import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {type CompiledBook, compileBook} from "../src/coding/languages/compile-book.ts";
import {findCarrier} from "../src/coding/languages/find-carrier.ts";
import {matchRows} from "../src/coding/languages/match-rows.ts";
import {modeFeatures} from "../src/coding/languages/mode-features.ts";
import {readSentence} from "../src/coding/languages/read-sentence.ts";
import {type Role, roleFeatures, roles} from "../src/coding/languages/role-features.ts";
import {sectorFeatures} from "../src/coding/languages/sector-features.ts";
import {typeFeaturesIn} from "../src/coding/languages/type-features-in.ts";
import {type Example, trainLinearModel, type Training} from "../src/coding/scoring/train-linear-model.ts";
import {
  type CodedLanguage,
  type EventType,
  eventTypes,
  modes,
  sectors,
} from "../src/world/index.ts";

/** A sentence of the corpus, with its marks as stretches of the plain text. */
export interface CorpusRow {
  readonly type: EventType | "NONE";
  readonly mode: string;
  readonly sector: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly text: string;
  readonly marks: readonly {readonly kind: string; readonly start: number; readonly end: number}[];
}

/** Rows of a language; the held-out file apart. */
export function readCorpus(language: string, part: "train" | "held-out"): CorpusRow[] {
  return readdirSync("corpus/sentences")
    .filter((name) => name.startsWith(`${language}-${part}`))
    .sort()
    .flatMap((name) =>
      readFileSync(`corpus/sentences/${name}`, "utf8").trimEnd().split("\n").slice(1).map(readRow),
    );
}

function readRow(line: string): CorpusRow {
  const [type = "", mode = "", , sector = "", source = "", target = "", marked = ""] =
    line.split("\t");
  const marks: CorpusRow["marks"][number][] = [];
  let text = "";
  let at = 0;
  for (const {0: all, 1: kind = "", 2: words = "", index} of marked.matchAll(/\[([stbewlm]):([^[\]]*)\]/g)) {
    text += marked.slice(at, index);
    marks.push({kind, start: text.length, end: text.length + words.length});
    text += words;
    at = index + all.length;
  }
  text += marked.slice(at);
  const parties = (cell: string) => (cell === "-" ? [] : cell.split(","));
  return {type: type as CorpusRow["type"], mode, sector, source: parties(source), target: parties(target), text, marks};
}

const roleOf: Readonly<Record<string, Role>> = {s: "source", t: "target", b: "both"};

/** What there is to learn of a language's rows. */
export function examplesOf(rows: readonly CorpusRow[], compiled: CompiledBook) {
  const found: Record<"type" | "role" | "mode" | "sector", Example[]> = {type: [], role: [], mode: [], sector: []};
  for (const row of rows) {
    const sentence = readSentence(row.text, compiled);
    found.type.push({features: typeFeaturesIn(sentence), label: row.type});
    if (row.type === "NONE") continue;
    const carrier = findCarrier(sentence, row.type);
    found.mode.push({features: modeFeatures(sentence, row.type, carrier), label: row.mode});
    const hits = matchRows(sentence.tokens, compiled.sectors);
    found.sector.push({features: sectorFeatures(sentence, row.type, hits), label: row.sector});
    sentence.actors.forEach((actor, number) => {
      const start = sentence.tokens[actor.first]?.start ?? 0;
      const end = sentence.tokens[actor.last - 1]?.end ?? 0;
      const mark = row.marks.find((one) => roleOf[one.kind] !== undefined && one.start < end && start < one.end);
      const label = mark === undefined ? "none" : (roleOf[mark.kind] ?? "none");
      found.role.push({
        features: roleFeatures(sentence, number, row.type as EventType, carrier, compiled.book.language),
        label,
      });
    });
  }
  return found;
}

export const classes = {
  type: [...eventTypes, "NONE"],
  role: [...roles],
  mode: [...modes],
  sector: [...sectors],
} as const;

const settings: Readonly<Record<keyof typeof classes, Training>> = {
  type: {epochs: 12, rate: 0.1, l2: 0.3, leastCount: 2, seed: 1},
  role: {epochs: 10, rate: 0.1, l2: 0.5, leastCount: 2, seed: 1},
  mode: {epochs: 10, rate: 0.1, l2: 0.5, leastCount: 2, seed: 1},
  sector: {epochs: 10, rate: 0.1, l2: 0.5, leastCount: 2, seed: 1},
};

/** Languages so near that each learns of the other too, for less. */
const siblings: Readonly<Partial<Record<CodedLanguage, CodedLanguage>>> = {id: "ms", ms: "id"};
const siblingWeight = 0.5;

export type Books = (language: CodedLanguage) => CompiledBook;

export function trainLanguage(
  language: CodedLanguage,
  rows: readonly CorpusRow[],
  siblingRows: readonly CorpusRow[],
  books: Books,
) {
  const own = examplesOf(rows, books(language));
  const sibling = siblings[language];
  const other = sibling === undefined ? null : examplesOf(siblingRows, books(sibling));
  const train = (what: keyof typeof classes) =>
    trainLinearModel(
      [...own[what], ...(other?.[what] ?? []).map((one) => ({...one, weight: siblingWeight}))],
      classes[what],
      settings[what],
    );
  return {type: train("type"), role: train("role"), mode: train("mode"), sector: train("sector")};
}
export {siblings, compileBook, writeFileSync};
