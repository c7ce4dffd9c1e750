import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {codeMarked, codeSentence, findPhrases} from "../src/coding/index.ts";
import type {Reference, Stretch} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {keywordType} from "./keyword-coder.ts";
import {macroF1} from "./macro-f1.ts";
import {overlapF1} from "./overlap-f1.ts";
import {plainRoot, quadOfRoot, rootOf} from "./plain-plover.ts";
import {realReference} from "./real-reference.ts";

interface MarkedRow {
  readonly sentence: string;
  readonly marked_sentence: string;
  readonly source: string;
  readonly target: string;
  readonly quad: string;
  readonly root: string;
}

/** A marked sentence: its text without marks, and where actor and recipient stand. */
export interface Marked {
  readonly text: string;
  readonly source: Stretch;
  readonly target: Stretch;
}

/** Takes the marks `<s>`, `</s>`, `<t>`, `</t>` out of a sentence and keeps where they stood. */
export function readMarks(marked: string): Marked {
  const at: Record<string, number> = {};
  let text = "";
  let from = 0;
  for (const {0: mark, index} of marked.matchAll(/<\/?[st]>/g)) {
    text += marked.slice(from, index);
    at[mark] = text.length;
    from = index + mark.length;
  }
  text += marked.slice(from);
  const stretch = (tag: string) => ({start: at[`<${tag}>`] ?? 0, end: at[`</${tag}>`] ?? 0});
  return {text, source: stretch("s"), target: stretch("t")};
}

export function readRows(data: string): MarkedRow[] {
  return parse(readFileSync(data), {
    columns: true,
    delimiter: "\t",
    quote: null,
    relax_column_count: true,
  });
}

const binaryOf = (quad: string) => (quad === "1" || quad === "2" ? "co-operation" : "conflict");

/** Macro-F1 at three grains for one way of telling the root. */
function scores(rows: readonly MarkedRow[], tell: (row: MarkedRow) => string | null) {
  const pairs = rows.map((row) => ({row, said: tell(row)}));
  const grain = (truth: (row: MarkedRow) => string, said: (root: string) => string) =>
    macroF1(
      pairs.map(({row, said: root}) => ({
        truth: truth(row),
        said: root === null ? null : said(root),
      })),
    );
  return {
    rootMacroF1: grain(
      (row) => row.root,
      (root) => root,
    ),
    quadMacroF1: grain((row) => row.quad, quadOfRoot),
    binaryMacroF1: grain(
      (row) => binaryOf(row.quad),
      (root) => binaryOf(quadOfRoot(root)),
    ),
  };
}

/** The root that the rule coder tells of a marked pair. */
export function tellRoot(row: MarkedRow, reference: Reference): string | null {
  const {text, source, target} = readMarks(row.marked_sentence);
  const found = codeMarked(text, source, target, reference);
  return found === null ? null : plainRoot(found, reference);
}

/**
 * Event type given the pair, on a tab-separated file with the columns of `plv-train.tsv`. The coder abstains where no
 * cue is met; that counts as a miss. The rules were written while reading errors on `plv-train.tsv`, so on that file the
 * figures are of the set they were tuned on; nothing of its text is kept. Speed is of whole sentences, from raw text to coded event, on one core.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const rows = readRows(data);
  const reference = realReference();
  const ours = scores(rows, (row) => tellRoot(row, reference));
  const counts = new Map<string, number>();
  for (const {root} of rows) counts.set(root, (counts.get(root) ?? 0) + 1);
  const commonest = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "ACCUSE";
  const floors: Record<string, number> = {};
  const floorWays = {
    majority: () => commonest,
    keyword: (row: MarkedRow) => {
      const type = keywordType(row.sentence, reference);
      return type === null ? null : rootOf(type);
    },
  };
  for (const [name, tell] of Object.entries(floorWays))
    for (const [figure, value] of Object.entries(scores(rows, tell)))
      floors[`${figure} ${name}`] = value;
  return {
    bench: "coder",
    figures: {
      ...ours,
      ...overlaps(rows, reference),
      sentencesPerSecond: sentencesPerSecond(rows, reference),
    },
    floors,
    peers: {
      "rootMacroF1 zero-shot-NLI-355M": 0.824,
      "quadMacroF1 zero-shot-NLI-355M": 0.896,
      "binaryMacroF1 zero-shot-NLI-355M": 0.964,
      "sentencesPerSecond UniversalPetrarch-preparsed": 235,
    },
    n: rows.length,
  };
}

/** Mean overlap of the phrases that the coder finds by itself with the marked ones. */
function overlaps(rows: readonly MarkedRow[], reference: Reference) {
  let source = 0;
  let target = 0;
  for (const row of rows) {
    const {text} = readMarks(row.marked_sentence);
    const found = findPhrases(text, reference);
    const slice = (one: Stretch | null) => (one === null ? null : text.slice(one.start, one.end));
    source += overlapF1(slice(found.source), row.source);
    target += overlapF1(slice(found.target), row.target);
  }
  return {sourceOverlapF1: source / rows.length, targetOverlapF1: target / rows.length};
}

/** The better of three runs over all sentences, after one to warm up. */
function sentencesPerSecond(rows: readonly MarkedRow[], reference: Reference): number {
  const once = () => {
    const start = performance.now();
    for (const {sentence} of rows) codeSentence(sentence, reference);
    return rows.length / ((performance.now() - start) / 1000);
  };
  once();
  return Math.max(once(), once(), once());
}
