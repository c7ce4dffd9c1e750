import {
  energySupplyMethod,
  type FuelTrade,
  fuelWords,
  oilElasticities,
  type SupplyOutcome,
  spareLngMt,
  worldOilMt,
} from "../models/index.ts";
import {
  type Bounds,
  type Cell,
  type Evidence,
  type FactBook,
  inDigits,
  isGap,
  listWords,
  type Measured,
  membersOf,
  nameInText,
  type Reach,
  type Reference,
  type ReferenceEvidence,
  type RowsEvidence,
  type SearchedEvidence,
  sentence,
  type TradedFuel,
} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {possessive} from "./possessive.ts";
import {tellError, tellValue} from "./tell-figure.ts";

/** What each cell of a change of supplier tells. */
export type SupplyPart =
  | "sellers"
  | "price"
  | "shortfall"
  | "crude-fit"
  | "transshipment"
  | "contract";

export interface SupplyCell {
  readonly part: SupplyPart;
  readonly cell: Cell;
}

/** The outcome of losing or gaining a seller of a fuel, in sentences with figure, bounds, evidence and gaps. */
export function supplyCells(
  outcome: SupplyOutcome,
  book: FactBook,
  reference: Reference,
): SupplyCell[] {
  const told = {outcome, book, reference, ...wordsFor(outcome, reference)};
  return [
    {part: "sellers", cell: sellersCell(told)},
    {part: "price", cell: priceCell(told)},
    {part: "shortfall", cell: shortfallCell(told)},
    ...crudeCells(told),
    ...transshipmentCells(told),
    {part: "contract", cell: gapCell(told, outcome.contract.what, outcome.contract)},
  ].map(({part, cell}) => ({part, cell: {...cell, text: sentence(cell.text)}})) as SupplyCell[];
}

interface Told {
  readonly outcome: SupplyOutcome;
  readonly book: FactBook;
  readonly reference: Reference;
  readonly buyer: string;
  readonly seller: string;
  readonly fuel: string;
}

function wordsFor({question}: SupplyOutcome, reference: Reference) {
  return {
    buyer: nameInText(reference, question.buyer),
    seller: nameInText(reference, question.seller),
    fuel: question.fuel === "all-fuels" ? "fuel" : fuelWords(question.fuel),
  };
}

function sellersCell(told: Told): Cell {
  const {outcome, book, buyer, seller, fuel} = told;
  const {sellers, trade, question} = outcome;
  if (isGap(trade)) return gapCell(told, `sellers of ${fuel} to ${buyer} without ${seller}`, trade);
  if (isGap(sellers)) return gapCell(told, `${buyer} without ${seller} in ${fuel}`, sellers);
  const {shareBefore, shareAfter, concentrationBefore, concentrationAfter} = sellers;
  const share = (value: number) => tellValue(value, "share");
  const had = `${share(shareBefore)} of ${possessive(buyer)} ${fuel} imports in ${trade.year}`;
  const then =
    question.change.kind === "lost" && question.change.share === 1
      ? `Without ${seller} (${had})`
      : `With ${share(shareAfter)} from ${seller} (${had})`;
  const rows = tradeRows(told, trade);
  if (concentrationAfter === null)
    return {
      ...gapCell(
        told,
        `${seller} (${had}), the only seller`,
        {
          kind: "gap",
          what: `sellers of ${fuel} to ${buyer} without ${seller}`,
          why: "no other seller is in the data",
          wouldFill: "customs figures of a newer year",
        },
        [rows],
      ),
    };
  const figure: Measured = {
    ...measured(concentrationAfter.value, "index", concentrationAfter, rows.vintage, [rows]),
    intervalNote:
      "bounds: the others share its place in proportion, or the largest of them takes it; no other uncertainty",
    coverage: `${trade.bySeller.size} sellers, areas of the publisher counted as one each`,
  };
  const text = `${then} HHI over sellers goes from ${tellValue(concentrationBefore, "index")} to ${tellValue(concentrationAfter.value, "index")}${tellError(figure, book.asOf)}`;
  return figureCell(text, [question.buyer, question.seller], figure);
}

function priceCell(told: Told): Cell {
  const {outcome, book, buyer, seller, fuel} = told;
  const {priceRise, question} = outcome;
  const what = `price of ${fuel} for ${buyer} without ${seller}`;
  if (isGap(priceRise)) return gapCell(told, what, priceRise);
  const rows = soldRows(told);
  const percent = {
    value: 100 * priceRise.value,
    low: 100 * priceRise.low,
    high: 100 * priceRise.high,
  };
  const figure: Measured = {
    ...measured(percent.value, "percent", percent, "2020", [rows, ...oilReferences(told)]),
    intervalNote: "bounds: three published pairs of short-run elasticities of the world's oil",
    coverage: `what ${seller} sold in 2020 over what the world burnt`,
  };
  const text = !question.everywhere
    ? `${fuel} is one market of the world: if ${buyer} alone turns from ${seller} the cargoes change places and no price moves; what the detour costs is not known`
    : priceRise.value === 0
      ? `${seller} bought as much ${fuel} as it sold in 2020: without its sales the market would miss nothing`
      : `Without ${possessive(seller)} ${fuel} on the market its price would first rise by ${tellValue(percent.value, "percent")}${tellError(figure, book.asOf)}, for ${buyer} as for all, whoever it buys from`;
  return figureCell(text, [question.buyer, question.seller], figure);
}

/** Where what is lost may come from, if nothing need be missing. */
const whereFrom: Readonly<Record<TradedFuel, string>> = {
  "crude-oil": "the market has it at its price",
  "oil-products": "the market has it at its price",
  "pipeline-gas": "terminals had room for it",
  lng: "cargoes can come from others",
  coal: "cargoes can come from others",
  "all-fuels": "cargoes can come from others",
};

function shortfallCell(told: Told): Cell {
  const {outcome, book, buyer, seller, fuel} = told;
  const {shortfall, trade, sellers, question} = outcome;
  const what = `what ${buyer} could not make good of ${fuel} from ${seller}`;
  if (isGap(shortfall)) return gapCell(told, what, shortfall);
  if (isGap(trade) || isGap(sellers)) throw new Error("a shortfall of a trade that is not known");
  const rows = tradeRows(told, trade);
  const figure: Measured = {
    ...measured(shortfall.high, trade.unit, shortfall, rows.vintage, [
      rows,
      ...(question.fuel === "lng" && question.everywhere ? [spareReference(told)] : []),
      ...(question.fuel === "pipeline-gas" ? terminalReference(told) : []),
    ]),
    intervalNote: "bounds of what plants and terminals that stand could do; no storage, no savings",
    coverage: "capacity as published; contracts not known",
  };
  const unit = trade.unit;
  const text =
    shortfall.high === 0
      ? `Nothing of the ${inDigits(sellers.quantity)} ${unit} of ${fuel} that ${seller} sold to ${buyer} need be missing: ${whereFrom[question.fuel]}`
      : `Of the ${inDigits(sellers.quantity)} ${unit} of ${fuel} a year that ${seller} sold to ${buyer}, ${inDigits(shortfall.low)} to ${inDigits(shortfall.high)} could not be made good`;
  return figureCell(`${text}${tellAge(figure, book)}`, [question.buyer, question.seller], figure);
}

function crudeCells(told: Told): {part: SupplyPart; cell: Cell}[] {
  const {outcome, buyer, seller} = told;
  const {crudeFit, trade, question} = outcome;
  if (crudeFit === null) return [];
  const part = "crude-fit";
  if (isGap(crudeFit) || isGap(trade))
    return [
      {
        part,
        cell: gapCell(told, crudeFitWords(told), isGap(crudeFit) ? crudeFit : outcome.contract),
      },
    ];
  const {grade, same, other, unknown} = crudeFit;
  const rows = tradeRows(told, trade);
  const figure: Measured = {
    ...measured(same, "share", {low: same, high: same + unknown}, rows.vintage, [
      rows,
      {
        kind: "reference",
        table: "crude-grades",
        key: `${grade.exporter}/${grade.grade}`,
        quote: `${grade.grade}: ${grade.sulphur}`,
        source: grade.source,
        reaches: [{party: question.seller, how: "column", by: `exporter: ${grade.exporter}`}],
      },
    ]),
    intervalNote: "bounds: none, or all, of the crude whose grade is not known is of this kind",
    coverage: `${tellValue(1 - unknown, "share")} of the other crude is from sellers whose grade is known`,
  };
  const text = `${possessive(seller)} ${grade.grade} is ${grade.sulphur}; of the other crude that ${buyer} bought ${tellValue(same, "share")} is known to be as ${grade.sulphur}, ${tellValue(other, "share")} not, ${tellValue(unknown, "share")} of unknown grade`;
  return [{part, cell: figureCell(text, [question.buyer, question.seller], figure)}];
}

function crudeFitWords({buyer, seller}: Told): string {
  return `whether ${possessive(buyer)} refineries are used to the crude of ${seller}`;
}

function transshipmentCells(told: Told): {part: SupplyPart; cell: Cell}[] {
  const {outcome, reference, buyer, fuel} = told;
  const {trade, transshippers, question} = outcome;
  const [first] = transshippers;
  if (isGap(trade) || first === undefined) return [];
  const rows = tradeRows(told, trade);
  const names = transshippers.map(({seller}) => nameInText(reference, seller));
  const figure: Measured = {
    ...measured(transshippers.length, "count", null, rows.vintage, [rows]),
    intervalNote: "a complete count of the matrix",
    coverage: "states that bought at least half of what they sold of the fuel (our choice)",
  };
  const text = `Of those that sold ${fuel} to ${buyer}, ${listWords(names)} bought much of it first: its origin may be another's`;
  return [{part: "transshipment", cell: figureCell(text, [question.buyer], figure)}];
}

function measured(
  value: number,
  unit: string,
  bounds: Bounds | null,
  vintage: string,
  evidence: readonly Evidence[],
): Measured {
  return {
    kind: "measured",
    value,
    unit,
    interval: bounds === null ? null : {low: bounds.low, high: bounds.high, level: 1},
    intervalNote: "",
    method: energySupplyMethod,
    coverage: "",
    vintage,
    evidence,
  };
}

/** The age of a figure whose bounds the sentence has told already. */
function tellAge(figure: Measured, book: FactBook): string {
  return tellError({...figure, interval: null}, book.asOf);
}

function gapCell(
  {outcome, buyer, seller, fuel}: Told,
  what: string,
  missing: Extract<SupplyOutcome["contract"], {kind: "gap"}>,
  evidence: readonly Evidence[] = [],
): Cell {
  const {question} = outcome;
  const about = [question.buyer, question.seller];
  const searched: SearchedEvidence = {
    kind: "searched",
    datasets: [question.fuel === "all-fuels" ? "trade-sections" : "energy-2020"],
    where: [],
    quote: `${fuel} from ${seller} to ${buyer}: ${missing.why}`,
    reaches: about.map((party) => ({party, how: "dataset", by: `searched for ${party}`})),
  };
  return {
    text: `${what}: not known, ${missing.why}`,
    about,
    evidence: [...evidence, searched],
    figure: null,
    gap: missing,
    grade: null,
  };
}

/** All purchases of the fuel by the buyer: the rows that its sellers' shares rest on. */
function tradeRows(told: Told, {bySeller, rows, year: ofYear}: FuelTrade): RowsEvidence {
  const {outcome, buyer, fuel} = told;
  const year = String(ofYear);
  const {buyer: state, fuel: traded} = outcome.question;
  const together = traded === "all-fuels";
  return {
    kind: "rows",
    dataset: together ? "trade-sections" : "energy-2020",
    where: [
      ...(together
        ? [
            {column: "sitc_section", in: [3]},
            {column: "year", in: [ofYear]},
          ]
        : [{column: "fuel", in: [traded]}]),
      {column: "importer", in: [state]},
    ],
    count: rows.length,
    quote: `${possessive(buyer)} imports of ${fuel} in ${year}, all sellers`,
    reaches: [
      {party: state, how: "column", by: `importer: ${state}`},
      sellerReach(told, new Set(bySeller.keys())),
    ],
    vintage: year,
  };
}

function soldRows(told: Told): RowsEvidence {
  const {outcome, seller, buyer, fuel, book, reference} = told;
  const {question} = outcome;
  const states = [...membersOf(reference, question.seller, book.asOf)];
  const rows = book.energy2020.filter(
    (flow) => flow.fuel === question.fuel && states.includes(flow.exporter),
  );
  return {
    kind: "rows",
    dataset: "energy-2020",
    where: [
      {column: "fuel", in: [question.fuel]},
      {column: "exporter", in: states},
    ],
    count: rows.length,
    quote: `${fuel} sold by ${seller} in 2020: ${inDigits(
      rows.reduce((sum, {value}) => sum + value, 0),
      3,
    )} Mt`,
    reaches: [
      sellerReach(told, new Set(rows.map(({exporter}) => exporter))),
      {party: question.buyer, how: "dataset", by: `the world's price, which ${buyer} pays too`},
    ],
    vintage: "2020",
  };
}

/** How rows with these exporters come to speak of the seller: it is among them, a member of it is, or none is. */
function sellerReach({outcome, book, reference}: Told, exporters: ReadonlySet<string>): Reach {
  const {seller} = outcome.question;
  const met = membersOf(reference, seller, book.asOf).filter((state) => exporters.has(state));
  if (met.length === 0)
    return {party: seller, how: "dataset", by: `searched for ${seller} among the exporters`};
  return met.includes(seller)
    ? {party: seller, how: "column", by: `exporter: ${seller}`}
    : {party: seller, how: "member-of", by: `exporter: ${met.join(", ")}, members on ${book.asOf}`};
}

/** A parameter of the model, shown with who says so. */
function parameter(
  {outcome, buyer}: Told,
  key: string,
  quote: string,
  source: string,
): ReferenceEvidence {
  return {
    kind: "reference",
    table: "src/models/energy-supply/parameters.ts",
    key,
    quote,
    source,
    reaches: [
      {
        party: outcome.question.buyer,
        how: "dataset",
        by: `a figure of the world's market, ${buyer} in it`,
      },
    ],
  };
}

function oilReferences(told: Told): ReferenceEvidence[] {
  return [
    ...oilElasticities.map(({supply, demand, source}) =>
      parameter(
        told,
        "oilElasticities",
        `short-run elasticity of supply ${supply}, of demand ${demand}`,
        source,
      ),
    ),
    parameter(
      told,
      "worldOilMt",
      `the world burnt ${inDigits(worldOilMt.value, 3)} million tonnes of oil in 2020`,
      worldOilMt.source,
    ),
  ];
}

function spareReference(told: Told): ReferenceEvidence {
  return parameter(
    told,
    "spareLngMt",
    `at most ${inDigits(spareLngMt.value)} million tonnes a year of liquefaction stood unused`,
    spareLngMt.source,
  );
}

function terminalReference({outcome, reference}: Told): ReferenceEvidence[] {
  const {buyer} = outcome.question;
  return reference
    .energyFacts()
    .terminals.filter(({state}) => state === buyer)
    .map(({mtpa, whole, asOf, source}) => ({
      kind: "reference",
      table: "lng-terminals",
      key: buyer,
      quote: `terminals that take ${whole ? "" : "at least "}${mtpa} million tonnes of LNG a year, ${asOf}`,
      source,
      reaches: [{party: buyer, how: "column", by: `state: ${buyer}`}],
    }));
}
