import type {Matter} from "../exports/index.ts";
import type {Ledger} from "../store/index.ts";
import {type Answer, judgesSteps, type Reference, stepsJudged} from "../world/index.ts";
import {pledgesKeeper} from "./pledges-known.ts";

type MatterLedger = Pick<
  Ledger,
  "articles" | "readings" | "events" | "imports" | "retractions" | "judgements" | "commitments"
>;

/** What exports are made of: an answer, with the articles and coded events that were known on its day. */
export async function gatherMatter(
  answer: Answer,
  {
    ledger,
    reference,
  }: {
    readonly ledger: MatterLedger;
    readonly reference: Reference;
  },
): Promise<Matter> {
  const {asOf} = answer;
  return {
    answer,
    articles: await ledger.articles(asOf),
    readings: await ledger.readings(asOf),
    events: await ledger.events(asOf),
    imports: await ledger.imports(asOf),
    ...(await judgedPledges(answer, {ledger, reference})),
    reference,
  };
}

/** People's judgements of steps, and their pledges: settled only where there is such a judgement. */
async function judgedPledges(
  answer: Answer,
  {ledger, reference}: {readonly ledger: MatterLedger; readonly reference: Reference},
): Promise<Pick<Matter, "stepJudgements" | "judgedPledges">> {
  if (!(await ledger.judgements(answer.asOf)).some(judgesSteps))
    return {stepJudgements: [], judgedPledges: []};
  const {pledges, rejected, judgements} = await pledgesKeeper(ledger, reference)(answer);
  const judged = new Set(judgements.flatMap(({judgement}) => stepsJudged(judgement)));
  const isJudged = ({id}: {readonly id: string}) => judged.has(id);
  return {
    stepJudgements: judgements,
    judgedPledges: [...pledges, ...rejected].filter(
      ({steps, setAside}) => steps.some(isJudged) || setAside.some(isJudged),
    ),
  };
}
