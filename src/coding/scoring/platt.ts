/** What turns a model's probability into how often it is right: a line in log odds (Platt 1999). */
export interface Platt {
  readonly slope: number;
  readonly shift: number;
}

/** How often an answer that a model holds so likely is right, 0..1. */
export function plattOf({slope, shift}: Platt, probability: number): number {
  return 1 / (1 + Math.exp(-(slope * logOdds(probability) + shift)));
}

const logOdds = (probability: number) => Math.log(probability / (1 - probability + 1e-9) + 1e-9);

/** Steps of Newton's method, and halvings of one, at most: it has settled long before. */
const most = {steps: 50, halvings: 30} as const;
/** Keeps the line from running away where all answers agree: half this times its squared distance from "as it is". */
const ridge = 1e-3;

/** An answer of a model, and how often one like it is to be taken for right. */
interface Aimed {
  readonly probability: number;
  readonly aim: number;
}

/**
 * Fits the line to answers of which it is known whether they were right, by the greatest likelihood (Newton's method with
 * steps that are halved until they help: Lin, Lin & Weng 2007). Right and wrong are drawn a little towards each other, as
 * Platt 1999, section 2.2, has it, so that few answers do not make a model certain.
 */
export function fitPlatt(
  answers: readonly {readonly probability: number; readonly right: boolean}[],
): Platt {
  const right = answers.filter((one) => one.right).length;
  const aims = {right: (right + 1) / (right + 2), wrong: 1 / (answers.length - right + 2)};
  const aimed = answers.map(({probability, right: is}) => ({
    probability,
    aim: is ? aims.right : aims.wrong,
  }));
  let line: Platt = {slope: 1, shift: 0};
  for (let step = 0; step < most.steps; step++) {
    const better = stepFrom(line, aimed);
    if (better === null) return line;
    line = better;
  }
  return line;
}

/** A line that fits better, or `null` where none is found. */
function stepFrom(line: Platt, answers: readonly Aimed[]): Platt | null {
  // The gradient (a, b) and the Hessian (aa, ab; ab, bb) of the loss.
  let [a, b] = [ridge * (line.slope - 1), ridge * line.shift];
  let [aa, ab, bb] = [ridge, 0, ridge];
  for (const {probability, aim} of answers) {
    const odds = logOdds(probability);
    const told = plattOf(line, probability);
    const bend = told * (1 - told);
    a += (told - aim) * odds;
    b += told - aim;
    aa += bend * odds * odds;
    ab += bend * odds;
    bb += bend;
  }
  const area = aa * bb - ab * ab;
  const [down, aside] = [(bb * a - ab * b) / area, (aa * b - ab * a) / area];
  const loss = lossOf(line, answers);
  for (let part = 1, n = 0; n < most.halvings; part /= 2, n++) {
    const next = {slope: line.slope - part * down, shift: line.shift - part * aside};
    if (lossOf(next, answers) < loss) return next;
  }
  return null;
}

function lossOf(line: Platt, answers: readonly Aimed[]): number {
  const far = (line.slope - 1) ** 2 + line.shift ** 2;
  return answers.reduce(
    (sum, {probability, aim}) => {
      const odds = line.slope * logOdds(probability) + line.shift;
      // −aim·log p − (1 − aim)·log(1 − p), safe for large odds.
      return sum + Math.max(odds, 0) - aim * odds + Math.log1p(Math.exp(-Math.abs(odds)));
    },
    (ridge / 2) * far,
  );
}
