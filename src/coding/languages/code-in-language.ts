import {
  type EventType,
  eventTypes,
  type Mode,
  type PartyId,
  type Sector,
  type Stretch,
  type SureField,
} from "../../world/index.ts";
import {type Features, type LinearModel, movedMost} from "../scoring/linear-model.ts";
import type {ToldEvent} from "../to-coded-event.ts";
import type {CompiledBook} from "./compile-book.ts";
import {type Carrier, findCarrier} from "./find-carrier.ts";
import {likelihoods} from "./likelihoods.ts";
import {matchRows} from "./match-rows.ts";
import {modeFeatures} from "./mode-features.ts";
import {type ReadSentence, readSentence} from "./read-sentence.ts";
import {roleFeatures} from "./role-features.ts";
import {sectorFeatures} from "./sector-features.ts";
import {settleSides} from "./settle-sides.ts";
import {tellMoved} from "./tell-moved.ts";
import {typeFeaturesIn} from "./type-features-in.ts";

/** What was learnt of a language. */
export interface LanguageModels {
  readonly type: LinearModel;
  readonly role: LinearModel;
  readonly mode: LinearModel;
  readonly sector: LinearModel;
}

/** An event of a sentence, with the words that carry it, by their offsets in the sentence. */
export interface ReadEvent extends ToldEvent {
  readonly carrier: Stretch | null;
  readonly sure: Readonly<Partial<Record<SureField, number>>>;
}

/** How many words are shown that moved the type. */
const shown = 5;
/** Below this the coder abstains. Chosen on fifths of the training sentences left out. */
const threshold = 0.3;

/** Reads one sentence: the event that it tells, or none. `before` is who was spoken of last. */
export function codeInLanguage(
  text: string,
  compiled: CompiledBook,
  models: LanguageModels,
  before: PartyId | null = null,
): ReadEvent | null {
  const sentence = readSentence(text, compiled);
  const features = typeFeaturesIn(sentence);
  const [likely, probability] = likeliest(models.type, features);
  const type = eventTypes.find((one) => one === likely);
  if (type === undefined || probability < threshold) return null;
  const carrier = findCarrier(sentence, type);
  const {why, ...sides} = sidesOf(sentence, type, carrier, compiled, models.role, before);
  if (sides.sources.length + sides.targets.length === 0) return null;
  const [mode, sureOfMode] = likeliest(models.mode, modeFeatures(sentence, type, carrier));
  const hits = matchRows(sentence.tokens, compiled.sectors);
  const [sector, sureOfSector] = likeliest(models.sector, sectorFeatures(sentence, type, hits));
  const carried = carrier === null ? null : stretchOf(sentence, carrier);
  const words = carried === null ? [] : [text.slice(carried.start, carried.end)];
  return {
    type,
    mode: mode as Mode,
    sectors: [sector as Sector],
    ...sides,
    because: [
      ...words.map((one) => `${type}: carried by “${one}”`),
      ...movedMost(models.type, features, type, shown).map(tellMoved),
      `mode ${mode} (${sureOfMode.toFixed(2)})`,
      ...why,
    ],
    confidence: probability,
    carrier: carried,
    sure: {type: probability, mode: sureOfMode, sectors: sureOfSector},
  };
}

function stretchOf({tokens}: ReadSentence, {first, last}: Carrier): Stretch {
  return {start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0};
}

/** Who does it to whom, given what is done. */
function sidesOf(
  sentence: ReadSentence,
  type: EventType,
  carrier: Carrier | null,
  {book}: CompiledBook,
  model: LinearModel,
  before: PartyId | null,
) {
  const given = sentence.actors.map((_, number) =>
    likelihoods(model, roleFeatures(sentence, number, type, carrier, book.language)),
  );
  return settleSides(sentence, type, given, model.classes, book.home, before);
}

function likeliest(model: LinearModel, features: Features): [string, number] {
  const given = likelihoods(model, features);
  const most = Math.max(...given);
  return [model.classes[given.indexOf(most)] ?? "", most];
}
