import type {Answer, Change} from "../world/index.ts";
import {answerWatch, type Question} from "./answer-watch.ts";
import {changesBetween, type EntryBetween} from "./changes-between.ts";
import {stepChanges} from "./step-changes.ts";

/**
 * What a watch's answer of one day says otherwise than that of an earlier one, and because of which entries; and what people's
 * judgements of steps changed of pledges.
 */
export async function changesOf(
  question: Question,
  since: Answer["asOf"],
  answerOn: (asOf: Answer["asOf"]) => Promise<Answer> = (asOf) => answerWatch({...question, asOf}),
): Promise<Change[]> {
  const {ledger, asOf} = question;
  const within = ({recordedOn}: {recordedOn: string}) => recordedOn > since && recordedOn <= asOf;
  const between: EntryBetween[] = [
    ...(await ledger.imports(asOf))
      .filter(within)
      .map(({id, datasets}) => ({kind: "import" as const, id, datasets: Object.keys(datasets)})),
    ...(await ledger.retractions(asOf))
      .filter(within)
      .map(({id}) => ({kind: "retraction" as const, id, datasets: []})),
  ];
  return [
    ...changesBetween(await answerOn(since), await answerOn(asOf), between),
    ...(await stepChanges(question, since)),
  ];
}
