import {
  type ArmsOutcome,
  armsOutcome,
  armsSupplyMethod,
  buyersOfRussianArms,
  designatedBuyers,
  serviceLives,
} from "../models/index.ts";
import {
  type Bounded,
  type Cell,
  type DatasetId,
  type Evidence,
  type FactBook,
  isGap,
  type Measured,
  membersOf,
  nameInText,
  type Reach,
  type Reference,
  type ReferenceEvidence,
  sentence,
} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import type {Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {supplyBounds} from "./supply-rules.ts";
import {tellError, tellValue} from "./tell-figure.ts";

/** What each cell of a supplier of arms tells. */
export type ArmsPart = "dependence" | "ageing" | "designation" | "spares" | "loss";

export interface ArmsCell {
  readonly part: ArmsPart;
  readonly cell: Cell;
}

/** How a state hangs on a supplier of arms, in sentences with figure, bounds, evidence and gaps. */
export function armsCells(outcome: ArmsOutcome, book: FactBook, reference: Reference): ArmsCell[] {
  const told = {
    outcome,
    book,
    reference,
    of: nameInText(reference, outcome.recipient),
    from: nameInText(reference, outcome.supplier),
  };
  const cells: readonly (readonly [ArmsPart, Cell])[] = [
    ["dependence", dependenceCell(told)],
    ["ageing", ageingCell(told)],
    ["designation", designationCell(told)],
    ["spares", gapCell(told, outcome.spares)],
    ["loss", gapCell(told, outcome.loss)],
  ];
  return cells.map(([part, cell]) => ({part, cell: {...cell, text: sentence(cell.text)}}));
}

interface Told {
  readonly outcome: ArmsOutcome;
  readonly book: FactBook;
  readonly reference: Reference;
  readonly of: string;
  readonly from: string;
}

function dependenceCell(told: Told): Cell {
  const {outcome, book, of, from} = told;
  const {dependence, recipient, supplier} = outcome;
  if (isGap(dependence)) return gapCell(told, dependence);
  const figure = measured(told, "share", dependence, [
    ordersEvidence(told),
    ...lifeReferences(told),
  ]);
  const text = `${from} supplied ${tellValue(dependence.value, "share")}${tellError(figure, book.asOf)} of the aircraft, ships and vehicles that may serve in ${of}`;
  return figureCell(text, [recipient, supplier], figure);
}

function ageingCell(told: Told): Cell {
  const {outcome, book, of, from} = told;
  const {recipient, supplier, medianAgeYears} = outcome;
  const [now, , inTen] = outcome.ageing;
  if (now === undefined || inTen === undefined || isGap(medianAgeYears))
    return gapCell(told, isGap(medianAgeYears) ? medianAgeYears : outcome.spares);
  const figure = measured(told, "count", rounded(inTen), [
    ordersEvidence(told),
    ...lifeReferences(told),
  ]);
  const text = `Of ${Math.round(now.value)} aircraft, ships and vehicles from ${from} that may serve in ${of}, half ${medianAgeYears} years old or more, ${Math.round(inTen.value)} will in ${inTen.year}${tellError(figure, book.asOf)} if no more come`;
  return figureCell(text, [recipient, supplier], figure);
}

function designationCell(told: Told): Cell {
  const {outcome, book, of, from} = told;
  const {designation, recipient, supplier} = outcome;
  if (isGap(designation)) return gapCell(told, designation);
  const {buyers, since} = designatedBuyers;
  const evidence: ReferenceEvidence = {
    kind: "reference",
    table: "src/models/arms-supply/parameters.ts",
    key: "designatedBuyers",
    quote: `${buyers.length} of ${buyersOfRussianArms.count} states to which ${from} delivered arms in ${buyersOfRussianArms.from}-${buyersOfRussianArms.to} were put under sanctions for it: ${buyers.join(", ")}`,
    source:
      "US Department of State, 20 September 2018 and 14 December 2020 (section 231 of CAATSA); SIPRI Arms Transfers Database, register of 18 May 2026",
    reaches: [
      {party: supplier, how: "column", by: `supplier: ${supplier}`},
      {party: recipient, how: "dataset", by: `${of} would be a buyer`},
    ],
  };
  const figure: Measured = {
    ...measured(told, "share", designation, [evidence]),
    interval: {low: designation.low, high: designation.high, level: 0.9},
    intervalNote: "Wilson interval of a count of states; what was done, no forecast",
  };
  const text = `${buyers.length} of ${buyersOfRussianArms.count} buyers of arms from ${from} since ${since} were put under sanctions for it${tellError(figure, book.asOf)}: a risk to any new order of ${of}`;
  return figureCell(text, [recipient, supplier], figure);
}

function rounded({value, low, high}: Bounded): Bounded {
  return {value: Math.round(value), low: Math.round(low), high: Math.round(high)};
}

function measured(
  {outcome, book}: Told,
  unit: string,
  {value, low, high}: Bounded,
  evidence: readonly Evidence[],
): Measured {
  return {
    kind: "measured",
    value,
    unit,
    interval: {low, high, level: 1},
    intervalNote: "bounds: a short and a long service life of each kind; value: the middle one",
    method: armsSupplyMethod,
    coverage: `${outcome.orders.length} orders in SIPRI's register of major arms, by number and not by worth`,
    vintage: book.asOf,
    evidence,
  };
}

function supplierReach({outcome, book, reference}: Told): Reach {
  const {supplier} = outcome;
  const states = membersOf(reference, supplier, book.asOf);
  return states.includes(supplier)
    ? {party: supplier, how: "column", by: `supplier: ${supplier}`}
    : {
        party: supplier,
        how: "member-of",
        by: `supplier: ${states.join(", ")}, members on ${book.asOf}`,
      };
}

/** All orders of the state: a share needs those of others, too. */
function ordersEvidence(told: Told): Evidence {
  const {outcome, book, of, from} = told;
  const {recipient, orders} = outcome;
  return {
    kind: "rows",
    dataset: "arms-orders",
    where: [{column: "recipient", in: [recipient]}],
    count: book.armsOrders.filter((order) => order.recipient === recipient).length,
    quote: `orders of ${of}; ${orders.length} of them with ${from} are of platforms that may serve`,
    reaches: [
      {party: recipient, how: "column", by: `recipient: ${recipient}`},
      supplierReach(told),
    ],
    vintage: book.asOf,
  };
}

function lifeReferences({outcome, of}: Told): ReferenceEvidence[] {
  return outcome.kinds.map(({kind}) => {
    const {low, high, source} = serviceLives[kind];
    return {
      kind: "reference",
      table: "src/models/arms-supply/parameters.ts",
      key: `serviceLives/${kind}`,
      quote: `${kind}: in service for ${low} to ${high} years`,
      source,
      reaches: [{party: outcome.recipient, how: "dataset", by: `applied to what serves in ${of}`}],
    };
  });
}

function gapCell(told: Told, missing: ArmsOutcome["spares"]): Cell {
  const {recipient, supplier} = told.outcome;
  const about = [recipient, supplier];
  return {
    text: `${missing.what}: not known, ${missing.why}`,
    about,
    evidence: [
      {
        kind: "searched",
        datasets: ["arms-orders"],
        where: [],
        quote: `${missing.what}: ${missing.why}`,
        reaches: about.map((party) => ({party, how: "dataset", by: `searched for ${party}`})),
      },
    ],
    figure: null,
    gap: missing,
    grade: null,
  };
}

const datasets: readonly DatasetId[] = ["arms-orders"];

function cellsOf(
  {state, partner, book, reference}: Scene,
  part: ArmsPart,
  counts: (outcome: ArmsOutcome) => boolean,
): Cell[] {
  const outcome = armsOutcome(state, partner, book, reference);
  if (!counts(outcome)) return [];
  return armsCells(outcome, book, reference)
    .filter((one) => one.part === part)
    .map(({cell}) => cell);
}

/** How far the state hangs on what the partner delivered, how that ages, and what befell other buyers. */
export const armsSupplyRules: readonly StakeRule[] = [
  {
    id: "arms-dependence",
    version: 1,
    side: "risks",
    looksAt: "the partner's share of the platforms that may serve in the state, by number",
    speaksWhen: "at 25 % and more (our choice) at any service life",
    datasets,
    find: (scene) =>
      cellsOf(
        scene,
        "dependence",
        ({dependence}) => !isGap(dependence) && dependence.low >= supplyBounds.reliant,
      ),
  },
  {
    id: "arms-ageing",
    version: 1,
    side: "risks",
    looksAt: "how many platforms of the partner serve in ten years if no more come",
    speaksWhen: "at least half are gone at the middle of their service life (our choice)",
    datasets,
    find: (scene) =>
      cellsOf(scene, "ageing", ({ageing: [now, , inTen]}) =>
        now === undefined || inTen === undefined
          ? false
          : now.value > 0 && inTen.value <= now.value / 2,
      ),
  },
  {
    id: "arms-designation",
    version: 1,
    side: "risks",
    looksAt: "how many buyers of the partner's arms were put under sanctions for buying",
    speaksWhen: "a law threatens its buyers and any was",
    datasets,
    find: (scene) =>
      cellsOf(
        scene,
        "designation",
        ({designation}) => !isGap(designation) && designation.value > 0,
      ),
  },
];
