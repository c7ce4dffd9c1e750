import {isOnUkraine} from "../ledger/index.ts";
import type {Cell, DatasetId, Measured, RollCall, VoteChoice} from "../world/index.ts";
import {yearOf} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {newestCell} from "./newest-cell.ts";
import {partnerReach, stateReach} from "./partner-reach.ts";
import {detailOf, type Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {tellError} from "./tell-figure.ts";
import {yearSpan} from "./year-span.ts";

const datasets: readonly DatasetId[] = ["un-votes"];

/** From this share on two states are said to agree, or one to side with a power: more often than not. */
const half = 0.5;

function agreementCells(scene: Scene, speaks: (share: number) => boolean, meaning: string): Cell[] {
  const {state, partner, name} = scene;
  return newestCell(
    scene,
    scene.series("un-agreement", state, partner),
    [state, partner],
    speaks,
    ({value, when}) =>
      `${name(state)} voted as ${name(partner)} did in ${value} of Assembly votes ${when}: ${meaning}`,
  );
}

/** What most of the partner's states that voted chose; `null` where no choice is ahead or none voted. */
function choiceOfPartner({partnerStates}: Scene, {votes}: RollCall): VoteChoice | null {
  const counts = new Map<VoteChoice, number>();
  for (const state of partnerStates) {
    const choice = votes.get(state);
    if (choice !== undefined && choice !== "absent")
      counts.set(choice, (counts.get(choice) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

/** Votes on Ukraine: in how many the state chose what the partner chose. */
function ukraineCells(scene: Scene, speaks: (share: number) => boolean): Cell[] {
  const {state, partner, name, book, partnerStates} = scene;
  const both = book.rollCalls.filter((one) => {
    const own = one.votes.get(state);
    return (
      isOnUkraine(one) &&
      own !== undefined &&
      own !== "absent" &&
      choiceOfPartner(scene, one) !== null
    );
  });
  if (both.length === 0) return [];
  const same = both.filter((one) => one.votes.get(state) === choiceOfPartner(scene, one)).length;
  if (!speaks(same / both.length)) return [];
  const newest =
    both
      .map(({date}) => date)
      .sort()
      .at(-1) ?? "";
  const others = [...partnerStates].filter((one) => both.some(({votes}) => votes.has(one))).sort();
  const states = [state, ...others];
  const told = `${name(state)} chose as ${name(partner)} did in ${same} of ${both.length} ${both.length === 1 ? "vote" : "votes"} on Ukraine, ${yearSpan(both.map(({date}) => yearOf(date)))}`;
  const figure: Measured = {
    kind: "measured",
    value: same,
    unit: "count",
    interval: null,
    intervalNote: "a complete count of recorded votes",
    method: {id: "same-choice-on-ukraine", version: 1},
    coverage: `${both.length} votes in which both cast a vote; a bloc stands as most of its members`,
    vintage: newest,
    evidence: [
      {
        kind: "rows",
        dataset: "un-votes",
        where: [
          {column: "record_id", in: both.map(({recordId}) => recordId)},
          {column: "state", in: states},
        ],
        count: both.reduce(
          (sum, {votes}) => sum + states.filter((one) => votes.has(one)).length,
          0,
        ),
        quote: told,
        reaches: [stateReach(scene, "state"), partnerReach(scene, "state", others)],
        vintage: newest,
      },
    ],
  };
  return [figureCell(`${told}${tellError(figure, book.asOf)}`, [state, partner], figure)];
}

/** Votes on which the partner and another power opposed one another: siding with one is a risk with the other. */
function sideCells(scene: Scene): Cell[] {
  const {state, partner, rivals, name} = scene;
  return rivals.flatMap((rival) =>
    newestCell(
      scene,
      scene
        .series("un-side-taking", state, partner)
        .filter((series) => detailOf(series) === `against-${rival}`),
      [state, partner, rival],
      (share) => share >= half,
      ({value, when}) =>
        `${name(state)} voted with ${name(partner)} in ${value} of votes ${when} where ${name(rival)} opposed it: may alienate ${name(rival)}`,
    ),
  );
}

/** How the two vote in the General Assembly. A vote is on a text: it shows common positions, not loyalty. */
export const voteRules: readonly StakeRule[] = [
  {
    id: "votes-alike",
    version: 1,
    side: "benefits",
    looksAt: "how often the two cast the same vote in the General Assembly, newest period",
    speaksWhen: "in half of the votes or more",
    datasets,
    find: (scene) => agreementCells(scene, (share) => share >= half, "positions in common"),
  },
  {
    id: "ukraine-alike",
    version: 1,
    side: "benefits",
    looksAt: "votes on Ukraine since 2014",
    speaksWhen: "the two chose alike in half of them or more",
    datasets,
    find: (scene) => ukraineCells(scene, (share) => share >= half),
  },
  {
    id: "sided-against",
    version: 1,
    side: "risks",
    looksAt: "votes on which the partner and another power of the watch opposed one another",
    speaksWhen: "the state voted with the partner in half of them or more",
    datasets,
    find: sideCells,
  },
  {
    id: "votes-apart",
    version: 1,
    side: "risks",
    looksAt: "how often the two cast the same vote in the General Assembly, newest period",
    speaksWhen: "in fewer than half of the votes",
    datasets,
    find: (scene) => agreementCells(scene, (share) => share < half, "positions apart"),
  },
  {
    id: "ukraine-apart",
    version: 1,
    side: "risks",
    looksAt: "votes on Ukraine since 2014",
    speaksWhen: "the two chose alike in fewer than half of them",
    datasets,
    find: (scene) => ukraineCells(scene, (share) => share < half),
  },
];
