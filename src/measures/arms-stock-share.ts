import type {ArmsDelivery, Evidence, Gap, Measured, Series, StateCode} from "../world/index.ts";
import {gap} from "../world/index.ts";
import {concentration} from "./concentration.ts";
import {fiveYearWindows, type Window} from "./five-year-windows.ts";
import {type Known, othersIn, type Partner, pairsOf} from "./known.ts";
import {inColumn, partnerInColumn, searchedFor} from "./reaches.ts";
import {figureOf, type Point, type Recipe, seriesOf} from "./series-of.ts";
import {tellShare, tellSpread} from "./tell-amount.ts";

const shareRecipe: Recipe = {
  id: "arms-stock-share",
  version: 1,
  unit: "share",
  sector: "defence",
  needs: ["arms-deliveries"],
};
const hhiRecipe: Recipe = {...shareRecipe, id: "arms-supplier-hhi", unit: "index"};

/** Windows begin after the Cold War: what was delivered before is seldom in service, and RUS was the Soviet Union. */
const firstDelivery = 1991;

const what =
  "SIPRI trend-indicator values: a measure of capability, not of price. Major conventional arms only";

/** A partner's share of the arms delivered to a state, by five-year window; spans of different policy are not averaged. */
export function armsStockShare(known: Known): Series[] {
  return pairsOf(known).map(({state, partner}) =>
    seriesOf(
      known,
      shareRecipe,
      {
        state,
        partner,
        title: `${partner.name}: share of arms delivered to ${known.name(state)}`,
        note: `${what}. Five-year windows. Deliveries, not holdings: aircraft delivered long ago may still fly while this reads zero.`,
      },
      () => pointsByWindow(known, state, (window) => shareIn(known, state, partner, window)),
    ),
  );
}

/** How far a state's deliveries lie with few suppliers. */
export function armsSupplierHhi(known: Known): Series[] {
  return known.watch.states.map((state) =>
    seriesOf(
      known,
      hhiRecipe,
      {
        state,
        partner: null,
        title: `Concentration of arms delivered to ${known.name(state)} by supplier`,
        note: `Herfindahl-Hirschman index: 1 is a single supplier. ${what}. Five-year windows.`,
      },
      () => pointsByWindow(known, state, (window) => hhiIn(known, state, window)),
    ),
  );
}

function pointsByWindow(
  known: Known,
  state: StateCode,
  figureIn: (window: Window) => Measured | Gap,
): Point[] {
  const own = known.book.armsDeliveries.filter(
    ({recipient, year}) => recipient === state && year >= firstDelivery,
  );
  return fiveYearWindows(own.map(({year}) => year)).map((window) => ({
    period: window.period,
    figure: figureIn(window),
  }));
}

/** What other states delivered to a state in a window, by supplier and year. */
function deliveredTo(known: Known, state: StateCode, {from, to}: Window): ArmsDelivery[] {
  return known.book.armsDeliveries.filter(
    ({recipient, supplier, year}) =>
      recipient === state && supplier !== state && year >= from && year <= to,
  );
}

function nothingDelivered(name: string, {period}: Window): Gap {
  return gap(
    `arms delivered to ${name} in ${period}`,
    "SIPRI knows no delivery of major arms in these years, so there is nothing to share out",
    "a later edition of the SIPRI register",
  );
}

const sum = (rows: readonly ArmsDelivery[]) => rows.reduce((total, {tiv}) => total + tiv, 0);
const tellTiv = (tiv: number) => `${Number(tiv.toPrecision(3))} million TIV`;

/** The newest year in which something was delivered. */
const newest = (rows: readonly ArmsDelivery[]) =>
  String(rows.reduce((year, row) => Math.max(year, row.year), 0));

function allRows(known: Known, state: StateCode, window: Window, rows: readonly ArmsDelivery[]) {
  const suppliers = new Set(rows.map(({supplier}) => supplier));
  const evidence: Evidence = {
    kind: "rows",
    dataset: "arms-deliveries",
    where: [
      {column: "recipient", in: [state]},
      {column: "supplier", in: [...suppliers].sort()},
      {column: "year", from: window.from, to: window.to},
    ],
    count: rows.length,
    quote: `Arms delivered to ${known.name(state)} in ${window.period}: ${tellTiv(sum(rows))} from ${suppliers.size} suppliers.`,
    reaches: [inColumn(state, "recipient")],
    vintage: newest(rows),
  };
  return evidence;
}

function shareIn(known: Known, state: StateCode, partner: Partner, window: Window): Measured | Gap {
  const rows = deliveredTo(known, state, window);
  const total = sum(rows);
  if (!(total > 0)) return nothingDelivered(known.name(state), window);
  // Membership is that of the year of delivery, so a window may hold a state for some of its years.
  const theirs = rows.filter(({supplier, year}) =>
    othersIn(partner, state, year).includes(supplier),
  );
  const value = sum(theirs);
  const suppliers = [...new Set(theirs.map(({supplier}) => supplier))].sort();
  const shares = suppliers.map((supplier) => ({
    state: supplier,
    value: sum(theirs.filter((row) => row.supplier === supplier)) / total,
  }));
  const spread = partner.kind === "state" ? "" : tellSpread(shares, tellShare);
  return figureOf(shareRecipe, {
    value: value / total,
    intervalNote:
      "complete count of the register; its values are SIPRI's estimates, without an error",
    coverage: `${rows.length} supplier-years, ${tellTiv(total)}${spread === "" ? "" : `; of those that delivered, ${spread}`}`,
    vintage: newest(rows),
    evidence: [
      theirRows(known, {state, partner, window, theirs, suppliers, value}),
      allRows(known, state, window, rows),
    ],
  });
}

function theirRows(
  known: Known,
  {
    state,
    partner,
    window,
    theirs,
    suppliers,
    value,
  }: {
    state: StateCode;
    partner: Partner;
    window: Window;
    theirs: readonly ArmsDelivery[];
    suppliers: readonly StateCode[];
    value: number;
  },
): Evidence {
  const {from, to, period} = window;
  const heads = `from ${partner.name} to ${known.name(state)} in ${period}`;
  if (theirs.length === 0)
    return {
      kind: "searched",
      datasets: ["arms-deliveries"],
      where: [
        {column: "recipient", in: [state]},
        {column: "supplier", in: [...othersIn(partner, state, to)]},
        {column: "year", from, to},
      ],
      quote: `No delivery ${heads}.`,
      reaches: [searchedFor(state, "recipient"), searchedFor(partner.id, "supplier")],
    };
  const years = [...new Set(theirs.map(({year}) => year))].sort((a, b) => a - b);
  return {
    kind: "rows",
    dataset: "arms-deliveries",
    where: [
      {column: "recipient", in: [state]},
      {column: "supplier", in: suppliers},
      {column: "year", in: years},
    ],
    count: theirs.length,
    quote: `Arms ${heads}: ${tellTiv(value)}.`,
    reaches: [
      inColumn(state, "recipient"),
      partnerInColumn(partner, "supplier", suppliers, period),
    ],
    vintage: newest(theirs),
  };
}

function hhiIn(known: Known, state: StateCode, window: Window): Measured | Gap {
  const rows = deliveredTo(known, state, window);
  if (!(sum(rows) > 0)) return nothingDelivered(known.name(state), window);
  const bySupplier = new Map<StateCode, number>();
  for (const {supplier, tiv} of rows)
    bySupplier.set(supplier, (bySupplier.get(supplier) ?? 0) + tiv);
  return figureOf(hhiRecipe, {
    value: concentration(bySupplier.values()),
    intervalNote:
      "complete count of the register; its values are SIPRI's estimates, without an error",
    coverage: `${bySupplier.size} suppliers, ${tellTiv(sum(rows))}`,
    vintage: newest(rows),
    evidence: [allRows(known, state, window, rows)],
  });
}
