import {readReference} from "../src/cli/house.ts";
import {keywordReading, type LanguageCoder, languageCoder} from "../src/coding/index.ts";
import {codedLanguages, type EventType, type Reference} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {readCorpus, type WrittenSentence} from "./corpus-sentences.ts";
import {
  bootstrap,
  codesOf,
  eventF1,
  type LabelledEvent,
  type LabelledRow,
  tallyRow,
} from "./events.ts";
import {macroF1} from "./macro-f1.ts";
import {rootOf} from "./plain-plover.ts";

type Say = (text: string) => LabelledEvent | null;

/** What a coder says of sentences of one language: whole events, types, false events, and modes and sectors where it found an event. */
export function languageFigures(rows: readonly WrittenSentence[], say: Say) {
  const said = rows.map((row) => ({row, event: say(row.text)}));
  const free = said.filter(({row}) => row.type === "NONE");
  const met = said.flatMap(({row, event}) =>
    row.type === "NONE" || event === null ? [] : [{row, event}],
  );
  const tallies = said.map(({row, event}) =>
    tallyRow(event === null ? [] : [event], labelledOf(row)),
  );
  return {
    tallies,
    figures: {
      eventF1: eventF1(tallies),
      typeMacroF1: macroF1(
        said.map(({row, event}) => ({truth: plainType(row.type), said: event?.type ?? "NONE"})),
      ),
      falseEventShare: free.filter(({event}) => event !== null).length / free.length,
      modeMacroF1: macroF1(met.map(({row, event}) => ({truth: row.mode, said: event.mode}))),
      sectorMacroF1: macroF1(met.map(({row, event}) => ({truth: row.sector, said: event.sector}))),
    },
  };
}

const plainType = (type: string) => (type === "NONE" ? type : rootOf(type as EventType));

function labelledOf({type, mode, source, target, sector, text}: WrittenSentence): LabelledRow {
  const events =
    type === "NONE"
      ? []
      : [{type: plainType(type), mode, source: codesOf(source), target: codesOf(target), sector}];
  return {text, date: "", events};
}

function ours({read}: LanguageCoder): Say {
  return (text) => {
    const event = read(text);
    if (event === null) return null;
    const {type, mode, sources, targets, sectors} = event;
    return {
      type: rootOf(type),
      mode,
      source: codesOf(sources),
      target: codesOf(targets),
      sector: sectors[0] ?? "other",
    };
  };
}

/** The floor: the first cue of the lexicon gives the type, the first party named acts on the second, everything is done. */
function keyword(coder: LanguageCoder): Say {
  return (text) => {
    const {type, parties, sector} = keywordReading(text, coder);
    if (type === null || parties.length === 0) return null;
    return {
      type: rootOf(type),
      mode: "done",
      source: codesOf(parties.slice(0, 1)),
      target: codesOf(parties.slice(1, 2)),
      sector: sector ?? "other",
    };
  };
}

/**
 * Modes and sectors as the floor has them of the sentences in which the coder found an event. In those of its own, which
 * hold a word of the lexicon, it has an easier task than the coder.
 */
function floorWhereMet(rows: readonly WrittenSentence[], coder: LanguageCoder) {
  const met = rows.filter(({type, text}) => type !== "NONE" && coder.read(text) !== null);
  const sectorOf = (text: string) => keywordReading(text, coder).sector ?? "other";
  return {
    modeMacroF1: macroF1(met.map(({mode}) => ({truth: mode, said: "done"}))),
    sectorMacroF1: macroF1(met.map(({sector, text}) => ({truth: sector, said: sectorOf(text)}))),
  };
}

/** Each language apart, on its held-out sentences: our own, written apart from those that the weights are trained on. */
export async function run({data}: {data: string}): Promise<BenchResult> {
  return score(data, readReference());
}

export function score(folder: string, reference: Reference): BenchResult {
  const figures: Record<string, number> = {};
  const floors: Record<string, number> = {};
  let n = 0;
  for (const language of codedLanguages) {
    const coder = languageCoder(language, reference);
    if (coder === null) throw new Error(`there is no coder of ${language}`);
    const rows = readCorpus("held-out", language, folder);
    n += rows.length;
    const own = languageFigures(rows, ours(coder));
    const {low, high} = bootstrap(own.tallies);
    const name = (figure: string) => `${language}:${figure}`;
    for (const [figure, value] of Object.entries(own.figures)) figures[name(figure)] = value;
    figures[name("eventF1Low")] = low;
    figures[name("eventF1High")] = high;
    const {eventF1, typeMacroF1, falseEventShare} = languageFigures(rows, keyword(coder)).figures;
    const floor = {eventF1, typeMacroF1, falseEventShare, ...floorWhereMet(rows, coder)};
    for (const [figure, value] of Object.entries(floor)) floors[`${name(figure)} keyword`] = value;
  }
  return {bench: "languages-coder", figures, floors, peers: {}, n};
}
