import {relatives} from "../grammar.ts";
import {roleOfNoun} from "../role-beside.ts";
import type {FeatureSink} from "../scoring/feature-sink.ts";
import {judge, type LinearModel} from "../scoring/linear-model.ts";
import type {Named, Sentence} from "../sentence.ts";
import type {EventFrame} from "./side-features.ts";

/** How many phrases may join the first: "the mayor of Lviv and his deputy". */
const mostJoints = 3;

/** A phrase behind another, and what parts them. */
export interface NextPhrase {
  readonly joint: string;
  readonly next: Named;
}

/** The phrase that stands behind this one with only a small word, or a comma, between them. */
export function nextPhrase({words, named, nameAt}: Sentence, last: number): NextPhrase | null {
  // A comma before the last of a list says nothing more.
  const from =
    words[last]?.text === "," && listed.has(words[last + 1]?.lower ?? "") ? last + 1 : last;
  const one = words[from];
  if (one === undefined) return null;
  const pair = `${one.lower} ${words[from + 1]?.lower}`;
  const joint = longJoints.has(pair) ? pair : one.lower;
  const small = joint === pair || one.pos === "ADP" || smallJoints.has(joint);
  const next = named[nameAt[from + joint.split(" ").length] ?? -1];
  return small && !relatives.has(joint) && next !== undefined ? {joint, next} : null;
}

const listed = new Set(["and", "or", "such", "including", "along"]);
const smallJoints = new Set(["and", "&", ",", "to", "or", "including"]);
const longJoints = new Set(["such as", "along with"]);

/** What speaks for a side's going on over a joint. */
export function jointFeatures(
  frame: EventFrame,
  first: number,
  last: number,
  {joint, next}: NextPhrase,
  to: FeatureSink,
): void {
  const {sentence, match, mentioned, voice} = frame;
  const {words} = sentence;
  const head = words[last - 1];
  const after = words[next.last];
  const before = first < match.at;
  const kindOf = (from: number, to: number) =>
    mentioned.slice(from, to).find((one) => one !== "") ??
    roleOfNoun(words[to - 1]?.lower ?? "") ??
    "thing";
  const own = kindOf(first, last);
  const other = kindOf(next.first, next.last);
  to.add("j:", `${joint}`);
  to.add("jb:", `${joint}${before}${voice}`);
  to.add("jh:", `${joint}${head?.pos}`);
  to.add("jw:", `${joint} ${head?.lower}`);
  to.add("jk:", `${joint}${own}>${other}`);
  to.add("jo:", `${joint}${other}`);
  to.add("jn:", `${joint}${own}`);
  to.add("ja:", `${joint}${after?.pos ?? "$"}${before}`);
  to.add("jl:", `${joint}${Math.min(5, last - first)}`);
  to.add("jx:", `${joint}${match.last === first}${before}`);
  to.add("jp:", `${joint}${words[next.last - 1]?.pos}${head?.pos}`);
  to.add("jv:", `${joint}${before && next.last === match.first}`);
}

/** One past the last word of a side that begins with a phrase. @param other the other side, which it does not take in. */
export function reachOf(
  model: LinearModel,
  frame: EventFrame,
  {first, last}: Named,
  other: Named | null = null,
): number {
  let end = last;
  for (let joints = 0; joints < mostJoints; joints++) {
    const behind = nextPhrase(frame.sentence, end);
    if (behind === null) break;
    const {next} = behind;
    if (next === other || (next.first <= frame.match.at && frame.match.at < next.last)) break;
    const [, joins = 0] = judge(model, (to) => jointFeatures(frame, first, end, behind, to));
    if (joins < 0.5) break;
    end = next.last;
  }
  return end;
}
