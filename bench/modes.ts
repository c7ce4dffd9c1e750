import {readReference} from "../src/cli/house.ts";
import {findAmounts} from "../src/coding/find-amounts.ts";
import {findPeriod} from "../src/coding/find-period.ts";
import {codeArticle, codeSentence, findSectors, judgeMarked} from "../src/coding/index.ts";
import {readCapture} from "../src/reading/index.ts";
import {captureOf} from "../src/sources/index.ts";
import {
  day,
  type EventType,
  isGap,
  type Reference,
  type Stretch,
  touches,
} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {readCorpus, readHeldOut, type WrittenSentence} from "./corpus-sentences.ts";
import {macroF1} from "./macro-f1.ts";

interface Judged {
  readonly row: WrittenSentence;
  /** With the event's own words given. */
  readonly given: ReturnType<typeof judgeMarked>;
  /** As the coder finds the event itself; null where it finds none there. */
  readonly found: {readonly mode: string; readonly sector: string} | null;
}

const eventMarks = ({marks}: WrittenSentence) => marks.filter(({kind}) => kind === "e");

/** The coder's event whose words touch the marked ones, else its first. */
function judge(row: WrittenSentence, reference: Reference): Judged {
  const marks = eventMarks(row);
  const events = codeSentence(row.text, reference);
  const event =
    events.find(({detail}) =>
      detail.parts.some(
        (part) => part.part === "event" && marks.some((mark) => touches(mark, part)),
      ),
    ) ?? events[0];
  return {
    row,
    given: judgeMarked(row.text, marks, row.type as EventType, reference),
    found: event === undefined ? null : {mode: event.mode, sector: event.sectors[0] ?? "other"},
  };
}

/** The floor: one word of the sentence decides how far it had come. */
function keywordMode(text: string): string {
  if (/\b(?:not|never|no|denie[sd]|deny)\b/i.test(text)) return "denied";
  if (/\b(?:could|may|might|would|if)\b/i.test(text)) return "hypothetical";
  if (/\b(?:should|propose[sd]?|suggest(?:s|ed)?|consider(?:s|ed|ing)?)\b/i.test(text))
    return "proposed";
  if (/\bannounce[sd]?\b/i.test(text)) return "announced";
  return /\b(?:will|plans?|to be|is to|are to)\b/i.test(text) ? "planned" : "done";
}

/** Of what is marked, the share that is found, and of what is found, the share that is marked; a touch is enough. */
function touched(pairs: readonly {marked: readonly Stretch[]; found: readonly Stretch[]}[]) {
  let marked = 0;
  let found = 0;
  let recalled = 0;
  let right = 0;
  for (const pair of pairs) {
    marked += pair.marked.length;
    found += pair.found.length;
    recalled += pair.marked.filter((one) => pair.found.some((other) => touches(one, other))).length;
    right += pair.found.filter((one) => pair.marked.some((other) => touches(one, other))).length;
  }
  return {recall: marked === 0 ? 0 : recalled / marked, precision: found === 0 ? 0 : right / found};
}

/** Published on a day of which "next month" and the like can be counted; which day does not matter here. */
const published = day("2025-05-14");

function spans(rows: readonly WrittenSentence[]) {
  const marked = (row: WrittenSentence, kind: "m" | "w" | "l") =>
    row.marks.filter((mark) => mark.kind === kind);
  const counting = rows.filter((row) => marked(row, "m").length > 0);
  const amounts = touched(
    counting.map((row) => ({marked: marked(row, "m"), found: findAmounts(row.text)})),
  );
  const periods = touched(
    rows.map((row) => {
      const period = findPeriod(row.text, published, row.mode !== "done");
      return {marked: marked(row, "w"), found: isGap(period) ? [] : [period]};
    }),
  );
  return {
    amountPrecision: amounts.precision,
    amountRecall: amounts.recall,
    periodRecall: periods.recall,
  };
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function byConstruction(judged: readonly Judged[]): Record<string, number> {
  const names = [...new Set(judged.map(({row}) => row.construction))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const own = judged.filter(({row}) => row.construction === name);
      const right = own.filter(({row, given}) => given?.mode === row.mode);
      return [`modeShare${capital(name)}`, right.length / own.length];
    }),
  );
}

/** What was never written for a reader, to be repeated until it is a megabyte. */
const badInput = [
  "a",
  "Norway ",
  "Norway praised Ghana and then ",
  "two million tonnes, $5bn, ",
  "NORWAY EXPELS GHANAIAN ENVOYS ",
  "🚨 Норвегия النرويج ",
  "<p>Norway <b>praised</b> Ghana.</p> ",
];

/** The worst time of a megabyte of one piece over ten times the time of 100 kB: 1 where time grows with length alone. */
function slowdown(reference: Reference): number {
  const timed = (piece: string, size: number) => {
    const bytes = new TextEncoder().encode(piece.repeat(Math.ceil(size / piece.length)));
    const capture = captureOf(bytes, "bad.txt", published, false);
    const start = performance.now();
    codeArticle(readCapture(capture), reference);
    return performance.now() - start;
  };
  const ratios = badInput.map((piece) => {
    timed(piece, 10_000);
    return timed(piece, 1_000_000) / (10 * timed(piece, 100_000));
  });
  return Math.max(...ratios);
}

/**
 * How far an event had come, and in which sector, on the held-out English sentences that we wrote: given the event's
 * words, and apart as the coder finds them (none found is a miss). Amounts and times are found by rules and measured on
 * the training sentences too; precision on those that mark an amount. All figures are of our own sentences.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const reference = readReference();
  const rows = readHeldOut("en", data).filter(({type}) => type !== "NONE");
  const judged = rows.map((row) => judge(row, reference));
  const modeF1 = (said: (one: Judged) => string | null) =>
    macroF1(judged.map((one) => ({truth: one.row.mode, said: said(one)})));
  const sectorF1 = (said: (one: Judged) => string | null) =>
    macroF1(judged.map((one) => ({truth: one.row.sector, said: said(one)})));
  return {
    bench: "modes",
    figures: {
      modeMacroF1: modeF1(({given}) => given?.mode ?? null),
      modeMacroF1Found: modeF1(({found}) => found?.mode ?? null),
      modeMacroF1Rule: modeF1(({given}) => given?.ruleMode ?? null),
      sectorMacroF1: sectorF1(({given}) => given?.sectors[0] ?? null),
      sectorMacroF1Found: sectorF1(({found}) => found?.sector ?? null),
      ...spans([...readCorpus("train", "en", data), ...rows].filter(({type}) => type !== "NONE")),
      ...byConstruction(judged),
      slowdownTenfold: slowdown(reference),
    },
    floors: {
      "modeMacroF1 always done": modeF1(() => "done"),
      "modeMacroF1 keyword": modeF1(({row}) => keywordMode(row.text)),
      "sectorMacroF1 always other": sectorF1(() => "other"),
      "sectorMacroF1 keyword": sectorF1(
        ({row}) => findSectors(row.text, reference)[0]?.sector ?? "other",
      ),
      slowdownTenfold: 1,
    },
    peers: {},
    n: rows.length,
  };
}
