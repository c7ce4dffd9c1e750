/**
 * Writes `docs/forecasts.md`, the record of questions that could be lost: `node --import tsx scripts/write-forecasts.ts`.
 * Everything in it is printed from the questions themselves.
 */
import {writeFileSync} from "node:fs";
import {askAll, recordedAsOf} from "../bench/questions.ts";
import {readReference} from "../src/cli/house.ts";
import {
  baseRates,
  isAboutVotes,
  likelihoodTerm,
  type QuestionRecord,
  type ScoredMean,
  type SettledQuestion,
  scoreQuestions,
  tellingQuestions,
} from "../src/models/index.ts";
import {isGap} from "../src/world/index.ts";

const {likelihood} = readReference();
const told = await askAll("data");
const {events, votes} = told;
if (isGap(events) || isGap(votes)) throw new Error("the carried data settle no question");

const digits = (value: number) => value.toFixed(3);
const mean = ({value, low, high}: ScoredMean) =>
  `${digits(value)} [${digits(low)}, ${digits(high)}]`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const scores = (record: QuestionRecord) =>
  table(
    ["forecast", "Brier (90 %)", "log score (90 %)"],
    (
      [
        ["ours", record.ours],
        ["base rate", record.baseRate],
        ["last value", record.lastValue],
      ] as const
    ).map(([who, one]) => [who, mean(one.brier), mean(one.logScore)]),
  );

const calibration = (record: QuestionRecord) =>
  table(
    ["said", "questions", "mean probability", "happened (90 %)"],
    record.calibration.map((band) => [
      `${band.term} (${band.low}-${band.high})`,
      String(band.questions),
      band.questions === 0 ? "–" : digits(band.meanProbability),
      band.questions === 0
        ? "–"
        : `${digits(band.happened)} [${digits(band.interval.low)}, ${digits(band.interval.high)}]`,
    ]),
  );

function by(
  questions: readonly SettledQuestion[],
  name: string,
  of: (q: SettledQuestion) => string,
) {
  const groups = new Map<string, SettledQuestion[]>();
  for (const question of questions)
    groups.set(of(question), [...(groups.get(of(question)) ?? []), question]);
  return table(
    [
      name,
      "questions",
      "came out yes",
      "Brier",
      "base rate's",
      "last value's",
      "nearer",
      "further",
    ],
    [...groups].sort().map(([key, group]) => {
      const record = scoreQuestions(group, likelihood);
      const yes = group.filter(({outcome}) => outcome === true).length / group.length;
      return [
        key,
        String(group.length),
        digits(yes),
        digits(record.ours.brier.value),
        digits(record.baseRate.brier.value),
        digits(record.lastValue.brier.value),
        String(record.wins),
        String(record.losses),
      ];
    }),
  );
}

/** Those on which we were furthest from the base rate, for better or for worse. */
function extremes(questions: readonly SettledQuestion[], way: "won" | "lost"): string {
  const chosen = tellingQuestions(questions, way, 8);
  return table(
    ["question", "said", "base rate", "came out"],
    chosen.map((one) => [
      one.text,
      `${one.probability.toFixed(2)} (${likelihoodTerm(one.probability, likelihood)})`,
      one.baseRate.toFixed(2),
      `${one.outcome ? "yes" : "no"} (${one.measure === "votes_alike" ? digits(one.value ?? 0) : one.value})`,
    ]),
  );
}

function family(
  title: string,
  record: QuestionRecord,
  questions: readonly SettledQuestion[],
): string {
  const years = questions.map(({year}) => year);
  return `## ${title}

${record.questions} questions on ${record.pairs} pairs of states, ${Math.min(...years)}-${Math.max(...years)}; ${record.voids} void (${digits(record.voidShare)}).
On ${record.wins} our probability was nearer to what happened than the base rate, on ${record.losses} further, on ${record.even} as near.
Our Brier score is better than the base rate's by ${mean(record.gainOnBaseRate)}, than the last value's by ${mean(record.gainOnLastValue)};
with whole years drawn instead of pairs, the first is ${mean(record.gainOnBaseRateByYear)}.
With every void as we said it is ${digits(record.brierWithVoids.best)}, with every void against us ${digits(record.brierWithVoids.worst)}.

${scores(record)}

${calibration(record)}

${by(questions, "year", ({year}) => String(year))}

${by(questions, "asked about", ({measure, form}) => `${measure}, ${form}`)}

What we got right against the base rate:

${extremes(questions, "won")}

What we got wrong against it:

${extremes(questions, "lost")}
`;
}

const settled = (ofVotes: boolean) => told.settled.filter((one) => isAboutVotes(one) === ofVotes);

writeFileSync(
  "docs/forecasts.md",
  `# The record of questions

Printed by \`node --import tsx scripts/write-forecasts.ts\` from the carried data as known on ${recordedAsOf}; \`demarche forecast --json\` gives
every question of a watch with what was said of it, what settles it and how it came out.

- **A question** says who, what, towards whom and by when, and names the rows that settle it before it opens.
- **How they were chosen** (\`${told.choiceRule.id}\`, version ${told.choiceRule.version}): every pair of a state of \`watches/asean.yaml\` and a member of a power, every year of which the five
  years before are known; reported acts of four kinds in both directions ("any?", "more than the median of those five years?"), and the share
  of votes cast alike ("more than that median?"). Left out, from what was known before: base rates below ${baseRates.low} or above ${baseRates.high}.
- **Who settles them:** ICEWS for acts, the United Nations for votes. Our own coder has no part in it.
- **What we say:** a ridge logistic regression (\`question-ridge\`) over the years before, fitted anew each year on what was settled by then.
- **What it is held against:** the base rate of the same question (drawn to that of its kind), and how often a last value like this one's was followed by yes.
- **Intervals** draw whole pairs of states (90 %). All pairs share a year's news and a year's agenda: what a single year does to all
  of them is not in these intervals, so the gain on the base rate is told with whole years drawn as well.
- **What this is not:** it was asked afterwards, in the order of the years. The method was put together with these years at hand, and the
  publishers' later revisions are in the data. Questions that are open now are the only test that owes nothing to hindsight.

${family("Reported acts", events, settled(false))}
${family("Votes in the General Assembly", votes, settled(true))}
## Open

${told.open.length} questions are open (${[...new Set(told.open.map(({year, measure}) => `${measure === "votes_alike" ? "votes" : "acts"} of ${year}`))].join(", ")}): each is settled when its dataset holds the year in full.
`,
);
