import {type EventType, type LanguageModel, type Stretch, sectors} from "../../world/index.ts";
import type {Example} from "../scoring/train-linear-model.ts";
import type {CompiledBook} from "./compile-book.ts";
import {findCarrier} from "./find-carrier.ts";
import {matchRows} from "./match-rows.ts";
import {modeFeatures} from "./mode-features.ts";
import {readSentence} from "./read-sentence.ts";
import {type Role, roleFeatures} from "./role-features.ts";
import {sectorFeatures} from "./sector-features.ts";
import {typeFeaturesIn} from "./type-features-in.ts";

/** A labelled sentence: "s", "t" and "b" among its marks are the sides. */
export interface LabelledSentence {
  readonly type: string;
  readonly mode: string;
  readonly sector: string;
  readonly text: string;
  readonly marks: readonly (Stretch & {readonly kind: string})[];
}

const roleOf: Readonly<Record<string, Role>> = {s: "source", t: "target", b: "both"};

/** What there is to learn of labelled sentences. A sentence without an event teaches only that it has none. */
export function languageExamples(
  rows: readonly LabelledSentence[],
  compiled: CompiledBook,
): Readonly<Record<LanguageModel, readonly Example[]>> {
  const found: Record<LanguageModel, Example[]> = {type: [], role: [], mode: [], sector: []};
  for (const {type, mode, sector, text, marks} of rows) {
    const sentence = readSentence(text, compiled);
    found.type.push({features: typeFeaturesIn(sentence), label: type});
    if (type === "NONE") continue;
    const told = type as EventType;
    const carrier = findCarrier(sentence, told);
    const weight = mode === "done" ? 1 : ofRareMode;
    found.mode.push({features: modeFeatures(sentence, told, carrier), label: mode, weight});
    const hits = matchRows(sentence.tokens, compiled.sectors);
    found.sector.push({features: sectorFeatures(sentence, told, hits), label: sector});
    sentence.actors.forEach((actor, number) => {
      const start = sentence.tokens[actor.first]?.start ?? 0;
      const end = sentence.tokens[actor.last - 1]?.end ?? 0;
      const mark = marks.find(
        (one) => roleOf[one.kind] !== undefined && one.start < end && start < one.end,
      );
      found.role.push({
        features: roleFeatures(sentence, number, told, carrier, compiled.book.language),
        label: roleOf[mark?.kind ?? ""] ?? "none",
      });
    });
  }
  return {...found, sector: [...balanced(found.sector), ...rowsOfSectors(compiled)]};
}

/** How much a sentence counts of which the act is not done. Chosen among 1, 1.7 and 2.5 with fifths left out. */
const ofRareMode = 1.7;

/** How far rare sectors are lifted towards common ones: 0 leaves them, 1 makes all alike. Chosen with fifths left out. */
const lift = 0.3;

function balanced(examples: readonly Example[]): Example[] {
  const counts = new Map<string, number>();
  for (const {label} of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
  const mean = examples.length / counts.size;
  return examples.map((one) => ({...one, weight: (mean / (counts.get(one.label) ?? 1)) ** lift}));
}

/** How much a row of the lexicon counts beside a sentence. Chosen likewise: it holds what no sentence speaks of. */
const ofRow = 0.5;

/** Each row of the lexicon of sectors as an example: met alone, it says its sector. */
function rowsOfSectors({book}: CompiledBook): Example[] {
  return sectors.flatMap((label) =>
    book.sectors[label].map((words): Example => {
      const features = new Map([
        [`hit:${label}`, 1],
        [`any:${label}`, 1],
        [`only:${label}`, 1],
        [`row:${words}`, 0.5],
      ]);
      if (/^[^ |*]{4,}$/.test(words))
        features.set(`w:${words}`, 0.5).set(`p:${words.slice(0, 5)}`, 0.5);
      return {features, label, weight: ofRow};
    }),
  );
}
