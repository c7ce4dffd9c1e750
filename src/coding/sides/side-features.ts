import {
  auxiliaries,
  isPassive,
  isVerb,
  lightVerbs,
  locatives,
  previousVerb,
  relatives,
  sayingVerbs,
  subordinators,
} from "../grammar.ts";
import type {Match} from "../match-cues.ts";
import {placeOf} from "../place-in-sentence.ts";
import type {Word} from "../read-words.ts";
import {roleOfNoun} from "../role-beside.ts";
import {ruleSides, type Sides} from "../rule-sides.ts";
import type {FeatureSink} from "../scoring/feature-sink.ts";
import type {Named, Sentence} from "../sentence.ts";
import {objectOf, subjectOf} from "../subject-and-object.ts";

/** What an event's place in the sentence says, worked out once for all the phrases that may be its sides. */
export interface EventFrame {
  readonly sentence: Sentence;
  readonly match: Match;
  /** "P" passive, "A" active, "N" a noun. */
  readonly voice: "A" | "P" | "N";
  readonly lemma: string;
  /** What the rules take for subject and object. */
  readonly subject: Named | null;
  readonly object: Named | null;
  /** What the rules of grammar give. */
  readonly ruled: Sides;
  /** The verb that carries a noun, or that a verb hangs on; −1 for none. */
  readonly governor: number;
  /** By word, the kind of the mention that it stands in; "" for none. */
  readonly mentioned: readonly string[];
}

export function frameOf(
  sentence: Sentence,
  match: Match,
  mentioned: readonly string[] = [],
): EventFrame {
  const {cue, at, first, last} = match;
  const governor = previousVerb(sentence, first);
  const verb = cue.noun ? governor : at;
  const voice = cue.noun ? "N" : isPassive(sentence, at) ? "P" : "A";
  const subject = verb < 0 ? null : subjectOf(sentence, verb);
  const wish = {source: subject, onIsTopic: false, takePlace: true};
  const object = objectOf(sentence, cue.noun ? last : at + 1, wish);
  const lemma = sentence.words[at]?.lemma ?? "";
  const ruled = ruleSides(sentence, match);
  return {sentence, match, voice, lemma, subject, object, ruled, governor, mentioned};
}

const sameStart = (one: Named, other: Named | null) => one.first === other?.first;

const bucket = (n: number) => (n < 4 ? `${n}` : n < 7 ? "4-6" : n < 12 ? "7-11" : "12+");

/** The small word before a phrase, past its article and adjectives. */
function leadOf({words, nameAt}: Sentence, named: Named): string {
  let i = named.first - 1;
  while (i >= 0 && nameAt[i] === -1 && /^(DET|ADJ|NUM)$/.test(words[i]?.pos ?? "")) i--;
  const word = words[i];
  if (word === undefined) return "^";
  if (nameAt[i] !== -1) return "name";
  if (/^(ADP|PART|CCONJ|SCONJ|PUNCT)$/.test(word.pos)) return word.lower;
  return relatives.has(word.lower) ? "rel" : word.pos;
}

function tailOf(sentence: Sentence, {last}: Named): string {
  const word = sentence.words[last];
  if (word === undefined) return "$";
  if (/^['’]s?$/.test(word.lower)) return "'s";
  if (word.pos === "AUX") return "AUX";
  if (isVerb(sentence, last)) return "VERB";
  return /^(ADP|PART|CCONJ|SCONJ|PUNCT)$/.test(word.pos) ? word.lower : word.pos;
}

/** Nouns for those who act or suffer, beside the ones that tell a role. */
const people = new Set(
  `man men woman women boy girl family families group groups team crowd crowds victims victim prisoners prisoner hostages
  hostage allies ally neighbours neighbors neighbour neighbor country countries nation nations community public world
  organisation organization organisations party parties club association federation movement alliance bloc coalition
  side sides rivals rival suspects suspect critics members member chief chiefs candidate candidates victims survivors
  detainees inmates captives captive convoy village town city province capital region island counterpart counterparts
  host hosts guest guests colleagues colleague others locals drivers teachers doctors miners tribes tribe church clerics
  bishops monks hackers smugglers traffickers terrorists attackers assailants crew sailors pilots consumers customers
  embassy mission consulate camp base`.split(/\s+/),
);

/** What speaks for a phrase being the doer, the receiver or a joint side of the event. */
export function sideFeatures(frame: EventFrame, named: Named, to: FeatureSink): void {
  const {sentence, match, voice, lemma, subject, object, ruled, governor, mentioned} = frame;
  const {words, named: all, nameAt, headline} = sentence;
  const before = named.first < match.at;
  const side = `${voice}${before ? "<" : ">"}`;
  const [low, high] = before ? [named.last, match.first] : [match.last, named.first];
  let verbs = 0;
  let names = 0;
  let name = -1;
  let clause = "";
  let comma = false;
  for (let i = Math.max(0, low); i < Math.min(high, words.length); i++) {
    const {lower, text} = words[i] as Word;
    if (isVerb(sentence, i)) verbs++;
    if (nameAt[i] !== -1 && nameAt[i] !== name) {
      names++;
      name = nameAt[i] as number;
    }
    if (relatives.has(lower) || subordinators.has(lower) || text === ";" || text === ":")
      clause = lower;
    else if (text === ",") comma = true;
  }
  const index = nameAt[named.first] ?? 0;
  const lead = leadOf(sentence, named);
  const tail = tailOf(sentence, named);
  const cue = match.cue.noun ? `n:${lemma}` : `v:${lemma}`;
  to.add(side);
  to.add("d:", side, bucket(Math.max(0, high - low)));
  to.add("n:", side, `${Math.min(3, names)}`);
  to.add("v:", side, `${Math.min(3, verbs)}`);
  to.add("vn:", side, `${Math.min(2, verbs)}${Math.min(2, names)}`);
  if (clause !== "") to.add("c:", side, clause);
  if (comma) to.add(",:", side);
  to.add("l:", side, lead);
  to.add("t:", side, tail);
  to.add("lt:", side, lead, ` ${tail}`);
  to.add("lv:", side, lead, ` ${Math.min(2, verbs)} ${Math.min(2, names)}`);
  to.add("w:", side, cue);
  to.add("wl:", side, cue, ` ${lead}`);
  to.add("y:", side, match.cue.type);
  to.add("yl:", side, match.cue.type, ` ${lead}`);
  to.add("i:", `${index === 0 ? "first" : index === all.length - 1 ? "last" : "mid"}${side}`);
  to.add("k:", `${Math.min(4, all.length)}${index}${side}`);
  if (locatives.has(lead)) to.add("loc:", side);
  if (named === subject) {
    to.add("S:", voice);
    to.add("Sw:", cue);
  }
  if (named === object) {
    to.add("O:", voice);
    to.add("Ow:", cue);
  }
  if (named === subject || named === object)
    to.add(
      "SO:",
      voice,
      `${subject === null ? "-" : "s"}${object === null ? "-" : "o"}${named === subject}`,
    );
  const isSource = sameStart(named, ruled.sources);
  const isTarget = sameStart(named, ruled.targets);
  to.add("R:", `${isSource ? "s" : ""}${isTarget ? "t" : ""}${ruled.both}`);
  to.add(
    "Rr:",
    ruled.rule,
    `${isSource}${isTarget}${ruled.sources === null}${ruled.targets === null}`,
  );
  to.add("Ry:", match.cue.type, `${isSource}${isTarget}${ruled.both}`);
  if (named.adjective) to.add("adj:", side);
  const {pos: head, lower} = words[named.last - 1] ?? {pos: "", lower: ""};
  to.add("h:", side, head);
  if (head === "NOUN") {
    to.add("hw:", lower);
    to.add("hws:", side, lower);
  }
  const kinds = mentioned.slice(named.first, named.last).filter((one) => one !== "");
  const who = kinds[0] ?? roleOfNoun(lower) ?? (people.has(lower) ? "people" : "thing");
  to.add("M:", who);
  to.add("Ms:", side, who);
  to.add("Ml:", side, lead, ` ${who}`);
  to.add("Mi:", `${kinds.length > 0}${index}`);
  if (!before && named.first - match.last <= 2) to.add("near:", voice, lead, ` ${who === "thing"}`);
  const proper = words.slice(named.first, named.last).some(({pos}) => pos === "PROPN");
  to.add("p:", side, `${proper}`);
  to.add("pl:", side, `${proper} ${lead}`);
  if (headline) {
    to.add("H:", side);
    to.add("Hi:", side, `${index}`);
  }
  const own = previousVerb(sentence, named.first);
  if (own >= 0 && own !== match.at) {
    const word = words[own];
    to.add(
      "g:",
      side,
      `${own === governor ? "gov" : "other"}${sayingVerbs.has(word?.lemma ?? "") ? "say" : ""}`,
    );
    if (before || own > match.at) to.add("gl:", `${word?.lemma} ${lead}`);
  } else to.add("g:", side, own < 0 ? "none" : "own");
  const next = nextVerb(sentence, named.last);
  const says = sayingVerbs.has(words[next]?.lemma ?? "");
  to.add(
    "nv:",
    side,
    next < 0
      ? "none"
      : next === match.at
        ? "own"
        : next === governor
          ? "gov"
          : says
            ? "say"
            : "other",
  );
  if (voice === "N" && governor >= 0) {
    const carrier = words[governor]?.lemma ?? "";
    to.add(
      "car:",
      side,
      `${lightVerbs.has(carrier)}${isPassive(sentence, governor)} ${named.first < governor}`,
    );
    to.add("carw:", carrier, named.first < governor ? " <" : " >");
  }
  if (voice !== "N" && words[match.at - 1]?.lower === "to" && governor >= 0)
    to.add("to:", side, `${words[governor]?.lemma}`);
}

function nextVerb(sentence: Sentence, from: number): number {
  for (let i = from; i < sentence.words.length; i++) if (isVerb(sentence, i)) return i;
  return -1;
}

/** What speaks for a word being the act that the sentence is about. `rank` is its place among the rules' readings. */
export function eventFeatures(
  frame: EventFrame,
  rank: number,
  score: number,
  to: FeatureSink,
): void {
  const {sentence, match, voice, lemma, subject, object, governor} = frame;
  const {words, headline} = sentence;
  const {at, first, last, cue} = match;
  const known = rank >= 0;
  const verbsBefore = words.slice(0, at).filter((_, i) => isVerb(sentence, i)).length;
  const before = words[first - 1];
  const after = words[last];
  to.add("r:", `${rank < 0 ? "none" : Math.min(4, rank)}`);
  to.add("rv:", `${rank < 0 ? "none" : Math.min(2, rank)}${voice}`);
  if (known) to.add("s:", `${Math.max(-3, Math.min(6, Math.round(score)))}`);
  to.add("w:", voice, lemma);
  to.add("wr:", voice, lemma, `${rank === 0}`);
  if (known) {
    to.add("y:", cue.type);
    to.add("yr:", cue.type, `${rank === 0}`);
  }
  to.add("v:", voice, `${Math.min(3, verbsBefore)}`);
  to.add("vk:", `${known}${Math.min(3, verbsBefore)}${voice}`);
  to.add("b:", voice, before?.lower ?? "^");
  to.add("a:", voice, after?.lower ?? "$");
  to.add("bp:", voice, `${before?.pos ?? "^"} ${after?.pos ?? "$"}`);
  to.add("pl:", `${placeOf(sentence, match)}${known}`);
  to.add("so:", voice, `${subject !== null}${object !== null}${known}`);
  to.add("H:", `${headline}${voice}${Math.min(2, verbsBefore)}`);
  if (sayingVerbs.has(lemma))
    to.add("say:", voice, `${after?.lower === "that" || after?.pos === "PUNCT"}`);
  if (governor >= 0) {
    const over = words[governor]?.lemma ?? "";
    to.add("g:", voice, over);
    to.add(
      "gs:",
      voice,
      `${sayingVerbs.has(over)}${lightVerbs.has(over)}${before?.lower === "to"}`,
    );
  }
  if (before !== undefined && auxiliaries.has(before.lower)) to.add("x:", before.lower);
  to.add("f:", `${/(ing|ed|s)$/.exec(words[at]?.lower ?? "")?.[0] ?? "-"}${voice}${known}`);
}
