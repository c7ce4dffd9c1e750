import type {EventType, LanguageModel, Stretch} from "../../world/index.ts";
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
    found.mode.push({features: modeFeatures(sentence, told, carrier), label: mode});
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
  return found;
}
