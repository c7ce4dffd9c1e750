import type {Grade, GradePart, Method} from "../../world/index.ts";
import {uncompared} from "../../world/index.ts";
import type {Witness} from "./witness.ts";

export const credibilityRecipe: Method = {id: "credibility", version: 1};

/** Who tells of a thing: one witness for each independent origin, copies and reports passed on left out. */
export interface Testimony {
  readonly for: readonly Witness[];
  /** Origins that deny it. */
  readonly against: readonly Witness[];
}

export type Credibility = Required<Pick<Grade, "credibility" | "recipe" | "parts">>;

/** Steps make a thing no worse than this: only a denial makes it improbable. */
const doubtful = 4;
/** As many origins for a thing as this for each against it, and it is possible; with fewer it is doubtful. */
const outweigh = 3;
const residue = "machine-residue";

/**
 * How credible a thing is that texts tell, from who tells it (`credibility@1`; the scale is STANAG 2511's).
 *
 * | part | rule |
 * | --- | --- |
 * | corroboration | n independent origins tell it, machine-written texts not counted. Two and more: 2. None or one: 6, for there is nothing to compare it with. A 1 is kept for a record of the act itself |
 * | contradiction | others deny it, machine-written texts not counted. Three and more origins for each against: 3. Two and more against, and more than for: 5. Else 4. It takes the place of what corroboration set |
 * | dating | no origin says when: one step worse |
 * | directness | every origin gives an opinion: one step worse |
 * | marks | every origin looks taken from elsewhere: one step worse |
 * | specificity | never anything: a figure is as easily invented as a rumour |
 *
 * Steps end at 4, and leave a 6 alone: what cannot be judged is not made worse by being undated.
 */
export function judgeCredibility({for: all, against}: Testimony): Credibility {
  const sound = all.filter(isSound);
  const denied = against.filter(isSound).length;
  const parts: GradePart[] = [corroboration(sound.length, all.length)];
  if (denied > 0)
    parts.push({
      name: "contradiction",
      effect: `sets ${contradicted(sound.length, denied)}`,
      because: `denied by ${origins(denied)}, told by ${sound.length}`,
    });
  const every = (holds: (one: Witness) => boolean) => sound.length > 0 && sound.every(holds);
  return stepped(
    denied > 0 ? contradicted(sound.length, denied) : sound.length >= 2 ? 2 : 6,
    parts,
    [
      ["dating", every(({dated}) => !dated) ? "nobody says when" : null],
      ["directness", every(isOpinion) ? "every origin gives an opinion" : null],
      ["marks", every(isTaken) ? `every origin is marked: ${marksOf(sound)}` : null],
    ],
    all.some(({specific}) => specific),
  );
}

/**
 * How credible a text is as a whole (`credibility@1`), from the things that it tells, each judged beside what others tell.
 *
 * | part | rule |
 * | --- | --- |
 * | claims | half and more of what it tells can be judged: the middle of those, the worse of two. Else 6 |
 * | directness | it passes on another's report, or gives an opinion: one step worse |
 * | marks | it looks taken from elsewhere: one step worse |
 * | residue | it is machine-written: no better than 4 |
 * | specificity | never anything |
 */
export function judgeItem(item: Witness, told: readonly Grade["credibility"][]): Credibility {
  const judged = told.filter((one) => one !== 6).sort((a, b) => a - b);
  const enough = judged.length > 0 && 2 * judged.length >= told.length;
  const middle = enough ? (judged[Math.floor(judged.length / 2)] as number) : 6;
  const claims = {
    name: "claims",
    effect: `sets ${middle}`,
    because: enough
      ? `${judged.length} of ${told.length} things that it tells can be judged beside what others tell`
      : judged.length === 0
        ? uncompared
        : `only ${judged.length} of ${told.length} things that it tells can be judged`,
  };
  const judgement = stepped(
    middle,
    [claims],
    [
      ["directness", indirect(item)],
      ["marks", isTaken(item) ? `it is marked: ${marksOf([item])}` : null],
    ],
    item.specific,
  );
  if (isSound(item)) return judgement;
  const capped = judgement.credibility < doubtful;
  return {
    ...judgement,
    credibility: capped ? doubtful : judgement.credibility,
    parts: [
      ...judgement.parts,
      {
        name: "residue",
        effect: capped ? `no better than ${doubtful}` : "none",
        because: "a chatbot's leftover stands in it",
      },
    ],
  };
}

/** Steps down from a start, each told with its effect; what specificity would say is told and has none. */
function stepped(
  start: number,
  before: readonly GradePart[],
  steps: readonly (readonly [name: string, because: string | null])[],
  specific: boolean,
): Credibility {
  let credibility = start;
  const parts = [...before];
  for (const [name, because] of steps) {
    const worse = because !== null && credibility < doubtful;
    if (worse) credibility++;
    parts.push({
      name,
      effect: worse ? "one step worse" : "none",
      because: because ?? "nothing against it",
    });
  }
  parts.push({
    name: "specificity",
    effect: "none",
    because: specific ? "figures or days make nothing more credible" : "no figures or days",
  });
  return {credibility: credibility as Grade["credibility"], recipe: credibilityRecipe, parts};
}

function isSound({marks}: Witness): boolean {
  return !marks.includes(residue);
}

function isTaken({marks}: Witness): boolean {
  return marks.some((mark) => mark !== residue);
}

function isOpinion({directness}: Witness): boolean {
  return directness === "opinion";
}

function indirect(item: Witness): string | null {
  if (item.directness === "passed-on") return "it passes on another's report";
  return isOpinion(item) ? "it gives an opinion" : null;
}

function corroboration(sound: number, all: number): GradePart {
  const machine = all === sound ? "" : ` (${all - sound} machine-written, not counted)`;
  const [effect, because] =
    sound >= 2
      ? ["sets 2", `reported by ${sound} independent origins`]
      : ["sets 6", sound === 1 ? uncompared : `${uncompared}: no independent origin`];
  return {name: "corroboration", effect, because: `${because}${machine}`};
}

function contradicted(told: number, denied: number): Grade["credibility"] {
  if (told >= outweigh * denied) return 3;
  return denied >= 2 && denied > told ? 5 : 4;
}

function origins(count: number): string {
  return `${count} independent ${count === 1 ? "origin" : "origins"}`;
}

function marksOf(witnesses: readonly Witness[]): string {
  const marks = new Set(witnesses.flatMap((one) => one.marks));
  marks.delete(residue);
  return [...marks].sort().join(", ");
}

/** Reasons of a grade with those parts of the working that did something, in place of "nothing to compare it with yet". */
export function withWorking(grade: Grade, judged: Credibility): Grade {
  const told = judged.parts.filter(({effect}) => effect !== "none").map(({because}) => because);
  return {
    reliability: grade.reliability,
    reasons: [...new Set([...grade.reasons.filter((one) => one !== uncompared), ...told])],
    ...judged,
  };
}
