import type {Day, Move, PledgeStage, ToldStep} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import type {Thread} from "./thread.ts";
import {matterWords, toldStage} from "./told-stage.ts";

/** Words that two reports must share, beside the parties and a sector, to be of one commitment. */
const leastShared = 2;

/** Stages by which a report opens a commitment that nobody told of before. */
const opening: ReadonlySet<PledgeStage | null> = new Set([
  "said",
  "memorandum",
  "contract",
  "financed",
] as const);

interface Open {
  readonly thread: Thread & {readonly steps: ToldStep[]};
  readonly parties: string;
  readonly move: Move;
  readonly words: ReadonlySet<string>;
}

/**
 * Commitments told by articles. A move that is announced, planned or proposed, or a signature, opens one. A later one
 * moves it on where both are between the same parties, in a sector that both have, of a later or the same day, and share at
 * least two words that say what it is about; where it fits two commitments alike it moves neither. Each step says why it is there.
 */
export function pledgesFromMoves(
  moves: readonly Move[],
  asOf: Day,
  nameOf: (party: string) => string,
): Thread[] {
  const open: Open[] = [];
  for (const move of [...moves].filter(({from}) => from === "article").sort(oldestFirst)) {
    const stage = toldStage(move);
    const parties = [...new Set([...move.sources, ...move.targets])].sort();
    if (stage === null || parties.length < 2) continue;
    const names = [...parties, ...parties.map(nameOf)];
    const words = matterWords(move.summary, names);
    const one = {move, parties: parties.join(" "), words};
    const shared = theOneItMoves(one, open);
    if (shared !== null) shared.of.thread.steps.push(stepOf(move, stage, shared.because));
    else if (opening.has(stage)) open.push({...one, thread: threadOf(move, stage, asOf)});
  }
  return open.map(({thread}) => thread);
}

function theOneItMoves(
  one: Omit<Open, "thread">,
  open: readonly Open[],
): {of: Open; because: readonly string[]} | null {
  const fits = open
    .filter(({parties, move}) => parties === one.parties && sharesSector(move, one.move))
    .filter(({move}) => move.specimen === one.move.specimen && isLater(one.move, move))
    .map((of) => ({of, words: [...one.words].filter((word) => of.words.has(word))}))
    .filter(({words}) => words.length >= leastShared)
    .sort((a, b) => b.words.length - a.words.length);
  const [best, next] = fits;
  if (best === undefined || best.words.length === next?.words.length) return null;
  return {
    of: best.of,
    because: [
      "the same parties",
      `the same sector: ${best.of.move.sectors.filter((sector) => one.move.sectors.includes(sector)).join(", ")}`,
      `the same matter: ${best.words.map((word) => `${word}…`).join(", ")}`,
    ],
  };
}

const sharesSector = (a: Move, b: Move) =>
  a.sectors.some((sector) => sector !== "other" && b.sectors.includes(sector));

/** An undated report moves nothing on: it may be the older one. */
function isLater(later: Move, earlier: Move): boolean {
  if (isGap(later.when) || isGap(earlier.when)) return false;
  return later.when >= earlier.when;
}

function threadOf(
  move: Move,
  stage: PledgeStage,
  asOf: Day,
): Thread & {readonly steps: ToldStep[]} {
  return {
    key: JSON.stringify(["moves", move.id]),
    kind: "word",
    text: move.summary,
    by: move.sources,
    to: move.targets,
    sectors: move.sectors,
    steps: [stepOf(move, stage, [`told as ${move.mode}`])],
    knownUntil: asOf,
    specimen: move.specimen,
  };
}

function stepOf(
  {when, precision, summary, evidence, recordedOn}: Move,
  stage: PledgeStage,
  because: readonly string[],
): ToldStep {
  return {
    stage,
    when,
    precision,
    part: stage === "delivered" ? 1 : null,
    text: summary,
    because,
    evidence,
    knownOn: recordedOn,
  };
}

function oldestFirst(a: Move, b: Move): number {
  const [left, right] = [a, b].map(({when}) => (isGap(when) ? "9999" : when)) as [string, string];
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
