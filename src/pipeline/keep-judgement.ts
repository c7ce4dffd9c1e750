import {answersOf} from "../ledger/index.ts";
import {type GivenJudgement, InputError, judgementOf} from "../sources/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Answer, Day, Judgement, Reference} from "../world/index.ts";
import {findJudged, type Judgeable} from "./find-judged.ts";
import {recordKnownMoves} from "./record-known-moves.ts";

/** A judgement as it stands in the ledger; `kept: false` where its author had said the same before. */
export interface KeptJudgement {
  readonly judgement: Judgement;
  readonly kept: boolean;
}

/**
 * Keeps a person's judgement, with the ids that it names written out, and the versions of moves that it makes.
 * @param answer what was known on the day, to find what it names.
 * @throws InputError when an id names nothing, or nothing that can be judged so; StoreError when it cannot be kept.
 */
export async function keepJudgement({
  ledger,
  reference,
  answer,
  given,
  on,
}: {
  readonly ledger: Ledger;
  readonly reference: Reference;
  readonly answer: Answer;
  readonly given: GivenJudgement;
  readonly on: Day;
}): Promise<KeptJudgement> {
  const judgements = await ledger.judgements(on);
  const whole = writtenOut(given, {
    moves: answer.ledgerMoves,
    events: await ledger.events(on),
    articles: await ledger.articles(on),
    judgements,
  });
  const done = await addOnce(ledger, whole, judgements, on);
  if (done.kept) await recordKnownMoves(ledger, reference, on);
  return done;
}

/** Keeps a judgement whose ids are written out, unless its author had said the same before. */
export async function addOnce(
  ledger: Pick<Ledger, "addJudgement">,
  given: GivenJudgement,
  judgements: readonly Judgement[],
  on: Day,
): Promise<KeptJudgement> {
  const before = judgements.filter(({author}) => author === given.author);
  const judgement = judgementOf(given, on, before.at(-1)?.id ?? null);
  const same = standingTwin(judgement, before);
  if (same !== undefined) return {judgement: same, kept: false};
  await ledger.addJudgement(judgement);
  return {judgement, kept: true};
}

function writtenOut(given: GivenJudgement, judgeable: Judgeable): GivenJudgement {
  if (given.kind === "source-grade") return given;
  const found = findJudged(given.about, judgeable);
  const about = [...new Set(found.map(({id}) => id))];
  const article = found.find(({kind}) => kind === "article");
  if (article !== undefined && given.kind !== "accept" && given.kind !== "reject")
    throw new InputError(
      `${article.id} is an article, which can only be accepted or rejected`,
      "name a move or a coded event",
    );
  const move = found.find(({kind}) => kind === "move");
  if (given.kind === "recode" && given.change.field === "stage")
    throw new InputError(
      "stage is a field of steps of pledges",
      "name a step: `demarche pledges --history <id>` lists them",
    );
  if (given.kind === "recode" && given.change.field === "symmetric" && move !== undefined)
    throw new InputError(
      `${move.id} is a move, and symmetric is a field of coded events`,
      "name the coded event: `demarche moves --json` lists them under reports",
    );
  if (about.length < 2 && (given.kind === "same-move" || given.kind === "not-same"))
    throw new InputError("the ids name one and the same", "name two different moves");
  return {...given, about};
}

/** The author's judgement that already says all of this, for the same reason, and stands. */
function standingTwin(judgement: Judgement, before: readonly Judgement[]): Judgement | undefined {
  const said = new Map<string, {value: string; by: Judgement}>();
  for (const one of before)
    for (const {question, value} of answersOf(one))
      said.set(JSON.stringify(question), {value, by: one});
  const answers = answersOf(judgement).map(({question, value}) => {
    const standing = said.get(JSON.stringify(question));
    return standing?.value === value && standing.by.reason === judgement.reason
      ? standing.by
      : undefined;
  });
  return answers.every((one) => one !== undefined) ? answers[0] : undefined;
}
