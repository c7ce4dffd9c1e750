import type {EventType} from "../../world/index.ts";
import type {Features} from "../scoring/linear-model.ts";
import type {Carrier} from "./find-carrier.ts";
import type {ReadSentence} from "./read-sentence.ts";

/** Types that are complete in the saying. */
const spoken: ReadonlySet<EventType> = new Set([
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "SUPPORT",
  "AGREE",
]);
/** Tokens before the carrier in which a word of mode governs it. */
const governs = 4;

/** What the model of modes sees: which classes of words stand where, and the words themselves. */
export function modeFeatures(
  {tokens, modes, text, headline}: ReadSentence,
  type: EventType,
  carrier: Carrier | null,
): Features {
  const features = new Map<string, number>();
  const add = (name: string, amount = 1) => features.set(name, amount);
  const group = spoken.has(type) ? "spoken" : "deed";
  add(`type:${type}`);
  const classes = new Set(modes.map(({of}) => of));
  for (const of of classes) {
    add(`any:${of}`);
    add(`any:${of}:${type}`, 0.5);
    add(`any:${of}:${group}`);
  }
  add(
    `classes:${[...classes]
      .filter((of) => of !== "reported")
      .sort()
      .join("+")}`,
  );
  for (const {of, first, last, words} of modes) {
    add(`word:${words}`, 0.5);
    if (first === 0) add(`opens:${of}`);
    if (carrier === null) continue;
    const gap = carrier.first - last;
    if (last <= carrier.first && gap < governs) {
      add(`governs:${of}`);
      add(`governs:${of}:${group}`);
      if (gap === 0) add(`touches:${of}`);
    } else if (last <= carrier.first) add(`before:${of}`);
    else if (first >= carrier.last) add(`after:${of}`);
    else add(`within:${of}`);
  }
  if (/\?/.test(text)) add("question");
  if (headline) add("headline");
  const word = tokens[carrier?.first ?? -1]?.plain ?? "";
  for (const length of [2, 3]) add(`ends:${word.slice(-length)}`);
  // "посетит", "направят": the perfective present tells what will be.
  const perfective =
    /^(?:по|на|вы|про|за|раз|рас|от|при|под|пере|об|у|до|вер|с|из|ра|нач|вве|поднят)\p{L}+(?:ит|ет|ут|ют|ят|ат)$/u;
  if (perfective.test(word)) add("perfective");
  add(
    `voice:${/^di\p{L}{3}/u.test(word) ? "passive" : /^me\p{L}{3}/u.test(word) ? "active" : "plain"}`,
  );
  return features;
}
