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
import {tellShare} from "./tell-amount.ts";

/** What our figures say of a claim of the founding text about one state. */
export interface ClaimOnFigures {
  readonly state: StateCode;
  /** The claim in our words. */
  readonly claim: string;
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

interface Of {
  readonly series: readonly Series[];
  readonly reference: Reference;
  readonly state: StateCode;
  readonly asOf: Day;
}

type Found = Pick<ClaimOnFigures, "verdict" | "because" | "evidence">;

/** The claims that a figure can speak to, each with what tests it; forecasts and advice are none. */
const claims: readonly {readonly claim: string; readonly test: (of: Of) => Found}[] = [
  {claim: "It moves closer to Russia.", test: closerTies},
  {claim: "It keeps a line between Russia and the West and takes no side.", test: noSide},
  {claim: "Russia supplies it with military equipment.", test: suppliesArms},
  {claim: "Russia's oil, gas and coal help to supply it.", test: suppliesFuel},
  {claim: "Its exports move beyond Western markets.", test: beyondTheWest},
  {claim: "It trades farm goods with Russia.", test: (of) => tradesGoods(of, "agriculture")},
  {claim: "It trades technology with Russia.", test: (of) => tradesGoods(of, "technology")},
  {claim: "It works through ASEAN and the Non-Aligned Movement.", test: platforms},
];

/**
 * A verdict in words on each claim of the founding text that our figures can speak to, state by state: supported or
 * contradicted by a figure of now, stale where all figures are older, not tested where there is none.
 */
export function foundingClaims(
  series: readonly Series[],
  {states, reference, asOf}: {states: readonly StateCode[]; reference: Reference; asOf: Day},
): ClaimOnFigures[] {
  return states.flatMap((state) =>
    claims.map(({claim, test}) => ({state, claim, ...test({series, reference, state, asOf})})),
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

const notTested = (what: string): Found => ({
  verdict: "not tested",
  because: `No figure of ${what} is known.`,
  evidence: [],
});

function isOld({asOf}: Of, {figure}: Newest): boolean {
  return Number(figure.vintage.slice(0, 4)) < yearOf(asOf) - freshYears;
}

/** A verdict from one figure: stale where it is old, else by whether the claim holds on it. */
function judge(of: Of, found: Newest, holds: boolean, told: string): Found {
  const {evidence, vintage} = found.figure;
  if (isOld(of, found))
    return {
      verdict: "stale",
      because: `${told} No figure of ours on it is newer than ${vintage.slice(0, 4)}.`,
      evidence,
    };
  return {verdict: holds ? "supported" : "contradicted", because: told, evidence};
}

function closerTies(of: Of): Found {
  const trend = newest(of, `icews-cooperation-trend/${of.state}/${power}`);
  if (trend === null) return notTested("co-operation with Russia over the years");
  const {value, interval} = trend.figure;
  const told = `Co-operative events changed by ${value.toFixed(1)} % a year in ${trend.period} (90 %: ${interval?.low.toFixed(1)} to ${interval?.high.toFixed(1)}).`;
  return judge(of, trend, (interval?.low ?? 0) > 0, told);
}

function noSide(of: Of): Found {
  const [withRussia, withEurope] = [
    newest(of, `un-side-taking/${of.state}/${power}/against-EU-on-ukraine`),
    newest(of, `un-side-taking/${of.state}/EU/against-${power}-on-ukraine`),
  ];
  if (withRussia === null || withEurope === null) return notTested("votes on the war in Ukraine");
  // Votes that were cast are counted whole: the interval would speak of votes that might have been.
  const sides = [withRussia, withEurope].map(({figure}) => figure.value);
  return judge(
    of,
    withRussia,
    sides.every((share) => share < 0.5),
    `Of the votes on Ukraine on which Russia and the European Union opposed one another it cast ${tellShare(withRussia.figure.value)} with Russia and ${tellShare(withEurope.figure.value)} with the Union in ${withRussia.period}; elsewhere it votes with Russia oftener, as its region does.`,
  );
}

function suppliesArms(of: Of): Found {
  const share = newest(of, `arms-stock-share/${of.state}/${power}`);
  if (share === null) return notTested("arms delivered");
  const before = share.points.flatMap(({period, figure}) =>
    isGap(figure) || figure.value === 0 ? [] : [`${tellShare(figure.value)} in ${period}`],
  );
  return judge(
    of,
    share,
    share.figure.value > 0,
    `${tellShare(share.figure.value)} of the arms delivered in ${share.period} came from Russia${before.length === 0 ? "" : ` (${before.join(", ")})`}. Deliveries, not holdings; what is planned is not counted.`,
  );
}

function suppliesFuel(of: Of): Found {
  const fuel = newest(of, `russian-fuel/${of.state}/${power}`);
  if (fuel === null) return notTested("fuel bought from Russia");
  return judge(
    of,
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
  if (share === null || then === null) return notTested("exports to the West ten years apart");
  return judge(
    of,
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
  if (found == null) return notTested(`trade in ${sector} with Russia`);
  const told = [imports, exports]
    .flatMap((one, at) =>
      one == null
        ? []
        : [
            `${tellShare(one.figure.value)} of its ${at === 0 ? "imports" : "exports"} in ${one.period}`,
          ],
    )
    .join(", ");
  return judge(of, found, found.figure.value > 0, `Russia's share in the sector: ${told}.`);
}

function platforms({reference, state, asOf}: Of): Found {
  const paths = accessionPaths(reference, [state], asOf).filter(({organisation}) =>
    ["ASEAN", "NONALIGNED"].includes(organisation),
  );
  const inside = paths.filter(({standing}) => standing === "member");
  return {
    verdict: inside.length === 2 ? "supported" : "contradicted",
    because: `It belongs to ${inside.map(({organisation}) => nameInText(reference, organisation)).join(" and ") || "neither"}; what is done there no figure tells.`,
    evidence: inside.flatMap(({steps}) => steps.slice(-1).map(({evidence}) => evidence)),
  };
}
