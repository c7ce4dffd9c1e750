import type {
  Day,
  Evidence,
  Measured,
  Reference,
  Series,
  StateCode,
  VerdictWord,
} from "../world/index.ts";
import {isGap, nameInText, yearOf} from "../world/index.ts";
import {accessionPaths} from "./accession-paths.ts";
import {searchedFor} from "./reaches.ts";
import {tellShare} from "./tell-amount.ts";

/**
 * How the text says a claim: as something that is, or as something that could be. What is not so today speaks against the
 * first alone.
 */
export type ClaimMode = "stated" | "held possible";

/** What our figures say of a claim of the founding text about one state. */
export interface ClaimOnFigures {
  readonly state: StateCode;
  /** The claim in our words. */
  readonly claim: string;
  /** The text's own words. */
  readonly said: string;
  readonly mode: ClaimMode;
  readonly verdict: VerdictWord;
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

/** The power of which the text speaks, and who stands for the West in it. */
const power = "RUS";
const west = "WEST";

/**
 * A figure older than so many years does not speak of now: statistics of a year come out within two, and the text, which has
 * no date, speaks of now.
 */
const freshYears = 2;

interface Claim extends Pick<ClaimOnFigures, "claim" | "said" | "mode"> {
  readonly test: (of: Of) => Found;
}

interface Of {
  readonly series: readonly Series[];
  readonly reference: Reference;
  readonly state: StateCode;
  readonly asOf: Day;
}

/** What a figure that was found says of a claim. */
interface OnFigure {
  readonly kind: "figure";
  /** Null where the figure leaves it open: its interval reaches to both sides. */
  readonly holds: boolean | null;
  readonly told: string;
  /** Of what the claim speaks and the figure does not count; null where it counts the whole. */
  readonly uncounted: string | null;
  readonly vintage: string | null;
  readonly evidence: readonly Evidence[];
}

type Found = OnFigure | {readonly kind: "none"; readonly of: string};

/** The claims that a figure can speak to, each with what tests it; forecasts and advice are none. */
const claims: readonly Claim[] = [
  {
    claim: "It moves closer to Russia.",
    said: "actively pursuing closer engagement with Russia",
    mode: "stated",
    test: closerTies,
  },
  {
    claim: "It keeps a line between Russia and the West and takes no side.",
    said: "Navigating a fine line between Russia and Western powers",
    mode: "stated",
    test: noSide,
  },
  {
    claim: "Russia supplies it with military equipment.",
    said: "Supply of military equipment and joint exercises could enhance Southeast Asian defense capabilities",
    mode: "held possible",
    test: suppliesArms,
  },
  {
    claim: "Russia's oil, gas and coal help to supply it.",
    said: "oil and gas potential could help mitigate energy shortfalls in Indonesia and Malaysia",
    mode: "held possible",
    test: suppliesFuel,
  },
  {
    claim: "Its exports move beyond Western markets.",
    said: "Expanding import-export channels beyond traditional Western markets",
    mode: "stated",
    test: beyondTheWest,
  },
  {
    claim: "It trades farm goods with Russia.",
    said: "Exploring potential cooperation in energy, agriculture, and technology sectors",
    mode: "held possible",
    test: (of) => tradesGoods(of, "agriculture"),
  },
  {
    claim: "It trades technology with Russia.",
    said: "Exploring potential cooperation in energy, agriculture, and technology sectors",
    mode: "held possible",
    test: (of) => tradesGoods(of, "technology"),
  },
  {
    claim: "ASEAN and the Non-Aligned Movement are forums of its own.",
    said: "Leveraging forums such as ASEAN and the Non-Aligned Movement to mediate interactions",
    mode: "stated",
    test: platforms,
  },
];

/**
 * A verdict in words on each claim of the founding text that our figures can speak to, state by state. Supported by a figure
 * of now; contradicted only by one that counts the whole of what the text states to be so; stale where all figures are older;
 * not tested where there is none, or where what there is leaves the claim open.
 */
export function foundingClaims(
  series: readonly Series[],
  {states, reference, asOf}: {states: readonly StateCode[]; reference: Reference; asOf: Day},
): ClaimOnFigures[] {
  return states.flatMap((state) =>
    claims.map(({test, ...claim}) => ({
      state,
      ...claim,
      ...judge(test({series, reference, state, asOf}), claim, asOf),
    })),
  );
}

interface Newest {
  readonly period: string;
  readonly figure: Measured;
  readonly points: Series["points"];
}

/** The newest figure of the series whose id begins so, of whichever has the newest. */
function newest({series}: Of, begins: string): Newest | null {
  let found: Newest | null = null;
  for (const {id, points} of series) {
    if (id !== begins && !id.startsWith(`${begins}/`)) continue;
    for (const {period, figure} of points)
      if (!isGap(figure) && period > (found?.period ?? "")) found = {period, figure, points};
  }
  return found;
}

const none = (of: string): Found => ({kind: "none", of});

/** What a figure says; it counts the whole of what the claim speaks of, unless `uncounted` names what it does not. */
function onFigure(
  {figure}: Newest,
  holds: boolean | null,
  told: string,
  uncounted: string | null = null,
): OnFigure {
  const {evidence, vintage} = figure;
  return {kind: "figure", holds, told, uncounted, vintage, evidence};
}

type Judged = Pick<ClaimOnFigures, "verdict" | "because" | "evidence">;

function judge(found: Found, {mode}: Pick<Claim, "mode">, asOf: Day): Judged {
  if (found.kind === "none")
    return {
      verdict: "not tested",
      because: `No figure of ${found.of} is known.`,
      evidence: [],
    };
  const {holds, told, uncounted, vintage, evidence} = found;
  const verdict = (word: VerdictWord, more = ""): Judged => ({
    verdict: word,
    because: more === "" ? told : `${told} ${more}`,
    evidence,
  });
  if (vintage !== null && Number(vintage.slice(0, 4)) < yearOf(asOf) - freshYears)
    return verdict("stale", `No figure of ours on it is newer than ${vintage.slice(0, 4)}.`);
  if (holds === true) return verdict("supported");
  if (holds === null) return verdict("not tested", "The interval leaves it open.");
  const spared = [
    ...(mode === "held possible" ? ["the text says only that it could be"] : []),
    ...(uncounted === null ? [] : [`${uncounted} are not counted`]),
  ].join(", and ");
  return spared === ""
    ? verdict("contradicted")
    : verdict("not tested", `That does not speak against it: ${spared}.`);
}

function closerTies(of: Of): Found {
  const trend = newest(of, `icews-cooperation-trend/${of.state}/${power}`);
  if (trend === null) return none("co-operation with Russia over the years");
  const {value, interval} = trend.figure;
  const told = `Co-operative events changed by ${value.toFixed(1)} % a year in ${trend.period} (90 %: ${interval?.low.toFixed(1)} to ${interval?.high.toFixed(1)}).`;
  const [low, high] = [interval?.low ?? value, interval?.high ?? value];
  return onFigure(trend, low > 0 ? true : high < 0 ? false : null, told);
}

function noSide(of: Of): Found {
  const [withRussia, withEurope] = [
    newest(of, `un-side-taking/${of.state}/${power}/against-EU-on-ukraine`),
    newest(of, `un-side-taking/${of.state}/EU/against-${power}-on-ukraine`),
  ];
  if (withRussia === null || withEurope === null) return none("votes on the war in Ukraine");
  // Votes that were cast are counted whole: the interval would speak of votes that might have been.
  const sides = [withRussia, withEurope].map(({figure}) => figure.value);
  return onFigure(
    withRussia,
    sides.every((share) => share < 0.5),
    `Of the votes on Ukraine on which Russia and the European Union opposed one another it cast ${tellShare(withRussia.figure.value)} with Russia and ${tellShare(withEurope.figure.value)} with the Union in ${withRussia.period}; elsewhere it votes with Russia oftener, as its region does.`,
  );
}

function suppliesArms(of: Of): Found {
  const share = newest(of, `arms-stock-share/${of.state}/${power}`);
  if (share === null) return none("arms delivered");
  const before = share.points.flatMap(({period, figure}) =>
    isGap(figure) || figure.value === 0 ? [] : [`${tellShare(figure.value)} in ${period}`],
  );
  return onFigure(
    share,
    share.figure.value > 0,
    `${tellShare(share.figure.value)} of the major arms delivered in ${share.period} came from Russia${before.length === 0 ? "" : ` (${before.join(", ")})`}.`,
    "what is on order, upkeep of what was delivered before, and all but major arms",
  );
}

function suppliesFuel(of: Of): Found {
  const fuel = newest(of, `russian-fuel/${of.state}/${power}`);
  if (fuel === null) return none("fuel bought from Russia");
  return onFigure(
    fuel,
    fuel.figure.value > 0,
    `It bought fuel of Russia for ${Math.round(fuel.figure.value / 1e6)} million ${fuel.figure.unit === "eur" ? "euro" : fuel.figure.unit} in ${fuel.period}.`,
  );
}

/** Two figures of one compilation lie at least so many years apart. */
const apartYears = 10;

function beyondTheWest(of: Of): Found {
  const [share, then] = of.series
    .filter(({id}) => id.startsWith(`trade-export-share/${of.state}/${west}/`))
    .flatMap(({id}): [Newest, {period: string; figure: Measured}][] => {
      const last = newest(of, id);
      const first = last?.points.findLast(
        ({period, figure}) => !isGap(figure) && Number(period) <= Number(last.period) - apartYears,
      );
      return last === null || first === undefined || isGap(first.figure)
        ? []
        : [[last, {period: first.period, figure: first.figure}]];
    })
    .sort(([a], [b]) => (a.period < b.period ? 1 : -1))[0] ?? [null, null];
  if (share === null || then === null) return none("exports to the West ten years apart");
  return onFigure(
    share,
    share.figure.value < then.figure.value,
    `${tellShare(share.figure.value)} of its exports went to the West in ${share.period}, ${tellShare(then.figure.value)} in ${then.period}.`,
  );
}

function tradesGoods(of: Of, sector: "agriculture" | "technology"): Found {
  const [imports, exports] = ["import", "export"].map((way) =>
    newest(of, `trade-section-${way}-share/${of.state}/${power}/${sector}`),
  );
  const found = imports ?? exports;
  if (found == null) return none(`trade in ${sector} with Russia`);
  const told = [imports, exports]
    .flatMap((one, at) =>
      one == null
        ? []
        : [
            `${tellShare(one.figure.value)} of its ${at === 0 ? "imports" : "exports"} in ${one.period}`,
          ],
    )
    .join(", ");
  const traded = [imports, exports].some((one) => (one?.figure.value ?? 0) > 0);
  return onFigure(found, traded, `Russia's share in the sector: ${told}.`);
}

function platforms({reference, state, asOf}: Of): Found {
  const forums = ["ASEAN", "NONALIGNED"];
  const paths = accessionPaths(reference, [state], asOf).filter(({organisation}) =>
    forums.includes(organisation),
  );
  const inside = paths.filter(({standing}) => standing === "member");
  return {
    kind: "figure",
    holds: inside.length === 2,
    told: `It belongs to ${inside.map(({organisation}) => nameInText(reference, organisation)).join(" and ") || "neither"}; what is done there no figure tells.`,
    uncounted: null,
    vintage: null,
    evidence: [
      ...paths.flatMap(({steps}) => steps.slice(-1).map(({evidence}) => evidence)),
      ...forums
        .filter((forum) => !paths.some(({organisation}) => organisation === forum))
        .map(
          (forum): Evidence => ({
            kind: "searched",
            datasets: [],
            where: [{column: "state", in: [state]}],
            quote: `memberships.csv has no row of ${nameInText(reference, state)} in ${nameInText(reference, forum)} by ${asOf}.`,
            reaches: [searchedFor(state, "state"), searchedFor(forum, "bloc")],
          }),
        ),
    ],
  };
}
