import type {EventType, Mode, PartyId, Reach, Sector} from "../../world/index.ts";
import {type LinearModel, movedMost, probabilities} from "../scoring/linear-model.ts";
import type {CompiledBook} from "./compile-book.ts";
import {findCarrier} from "./find-carrier.ts";
import {matchRows} from "./match-rows.ts";
import {modeFeatures} from "./mode-features.ts";
import {readSentence, type ReadSentence} from "./read-sentence.ts";
import {roleFeatures} from "./role-features.ts";
import {sectorFeatures} from "./sector-features.ts";
import {settleSides} from "./settle-sides.ts";
import {typeFeaturesIn} from "./type-features-in.ts";

/** What was learnt of a language. */
export interface LanguageModels {
  readonly type: LinearModel;
  readonly role: LinearModel;
  readonly mode: LinearModel;
  readonly sector: LinearModel;
}

/** What a sentence of another language than English says. */
export interface LanguageEvent {
  readonly type: EventType;
  readonly mode: Mode;
  readonly sectors: readonly Sector[];
  readonly sources: readonly PartyId[];
  readonly targets: readonly PartyId[];
  readonly symmetric: boolean;
  readonly reaches: readonly Reach[];
  readonly because: readonly string[];
  /** Of the type, as the model gives it. */
  readonly probability: number;
}

/** How many words are shown that moved the type. */
const shown = 5;

/** Reads one sentence: the event that it tells, or none. `before` is who was spoken of last. */
export function codeInLanguage(
  text: string,
  compiled: CompiledBook,
  models: LanguageModels,
  before: PartyId | null = null,
): LanguageEvent | null {
  const sentence = readSentence(text, compiled);
  const features = typeFeaturesIn(sentence);
  const [type, probability] = likeliest(models.type, probabilities(models.type, features));
  if (type === "NONE") return null;
  const sides = sidesOf(sentence, type as EventType, compiled, models.role, before);
  if (sides.sources.length + sides.targets.length === 0) return null;
  const carrier = findCarrier(sentence, type as EventType);
  const modeFound = modeFeatures(sentence, type as EventType, carrier);
  const [mode] = likeliest(models.mode, probabilities(models.mode, modeFound));
  const hits = matchRows(sentence.tokens, compiled.sectors);
  const [sector] = likeliest(
    models.sector,
    probabilities(models.sector, sectorFeatures(sentence, type as EventType, hits)),
  );
  const moved = movedMost(models.type, features, type, shown).map(
    ({feature, by}) => `${type}: ${feature} (+${by.toFixed(2)})`,
  );
  const {why, ...found} = sides;
  return {
    type: type as EventType,
    mode: mode as Mode,
    sectors: [sector as Sector],
    ...found,
    because: [...moved, ...why],
    probability,
  };
}

/** Who does it to whom, given what is done. */
export function sidesOf(
  sentence: ReadSentence,
  type: EventType,
  compiled: CompiledBook,
  model: LinearModel,
  before: PartyId | null,
) {
  const carrier = findCarrier(sentence, type);
  const given = sentence.actors.map((_, number) =>
    probabilities(model, roleFeatures(sentence, number, type, carrier, compiled.book.language)),
  );
  return settleSides(sentence, type, given, model.classes, compiled.book.home, before);
}

function likeliest(model: LinearModel, given: readonly number[]): [string, number] {
  const most = Math.max(...given);
  return [model.classes[given.indexOf(most)] ?? "", most];
}
