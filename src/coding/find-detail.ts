import type {
  Amount,
  EventPart,
  EventPlace,
  Gap,
  Reference,
  Stretch,
  SureField,
} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import {findAmounts} from "./find-amounts.ts";
import type {Candidate} from "./find-candidates.ts";
import type {Mention} from "./find-mentions.ts";
import {findPlace} from "./find-place.ts";
import {findSubMode} from "./find-sub-mode.ts";
import {type Named, type Sentence, stretchOf} from "./sentence.ts";

/** What a sentence tells beside who did what to whom; places are offsets into the sentence. */
export interface SentenceDetail {
  readonly subMode: string | Gap;
  readonly where: EventPlace | Gap;
  readonly amounts: readonly Amount[];
  readonly parts: readonly EventPart[];
  /** The words speak of what is still to come, so that "in March" is the next one. */
  readonly ahead: boolean;
  /** The words that told the sub-mode, for "why". */
  readonly because: readonly string[];
  readonly sure: Readonly<Partial<Record<SureField, number>>>;
}

/** Looks for the parts of an event in its sentence, once it is known which words carry it and who its sides are. */
export function findDetail(
  {match, sides, type, mode, future}: Candidate,
  sentence: Sentence,
  mentions: readonly Mention[],
  reference: Reference,
): Omit<SentenceDetail, "sure"> {
  const {text} = sentence;
  const event = stretchOf(sentence, match);
  const named = (part: "source" | "target", group: Named | null): EventPart[] =>
    group === null ? [] : [{part, ...stretchOf(sentence, group)}];
  const parties = [...named("source", sides.sources), ...named("target", sides.targets)];
  const where = findPlace(text, event, parties, mentions);
  const amounts = findAmounts(text);
  const sub = findSubMode(sentence, match, type, reference);
  const at = (part: EventPart["part"], {start, end}: Stretch): EventPart => ({part, start, end});
  return {
    subMode: isGap(sub) ? sub : sub.id,
    where,
    amounts,
    parts: [
      at("event", event),
      ...parties,
      ...(isGap(where) ? [] : [at("where", where)]),
      ...amounts.map((one) => at("amount", one)),
    ],
    ahead: future || (mode !== "done" && mode !== "denied"),
    because: isGap(sub) ? [] : [`sub-mode ${sub.id}: “${sub.by}”`],
  };
}
