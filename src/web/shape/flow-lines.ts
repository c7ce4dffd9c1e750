import type {Answer, DatasetId, Measured, PartyId, Series, StateCode} from "../../api/index.ts";
import type {FlowKind} from "../view.ts";

/** A line of the map: from a watched state to a power, as wide as its figure. */
export interface Flow {
  readonly state: StateCode;
  readonly power: PartyId;
  readonly period: string;
  readonly figure: Measured;
  readonly seriesId: string;
}

export interface Flows {
  readonly title: string;
  readonly lines: readonly Flow[];
}

/** Datasets that carry each kind of dealing, best first. */
const datasetsOf: Readonly<Record<FlowKind, readonly DatasetId[]>> = {
  trade: ["trade-matrix", "trade-cow"],
  votes: ["un-votes"],
  arms: ["arms-deliveries"],
};

/**
 * The newest share of each watched state's dealings that each power has, from one family of series: the first that
 * rests on the best dataset. A figure that is missing draws no line.
 */
export function flowLines(
  answer: Answer,
  kind: FlowKind,
  country: string | null,
  partner: string | null,
): Flows {
  const shares = answer.series.filter(
    ({unit, partner: power}) =>
      unit === "share" && power !== null && answer.watch.powers.includes(power),
  );
  for (const dataset of datasetsOf[kind]) {
    const all = shares.flatMap((series) => flowOf(series, dataset));
    const method = all[0]?.figure.method.id;
    const lines = all.filter(
      ({figure, state, power}, index) =>
        figure.method.id === method &&
        (country === null || state === country) &&
        (partner === null || power === partner) &&
        all.findIndex((one) => one.state === state && one.power === power) === index,
    );
    const [head] = lines;
    if (head === undefined) continue;
    return {title: flowTitle(answer, kind, lines), lines};
  }
  return {title: `No figure of ${kindWords[kind]} is known`, lines: []};
}

const kindWords = {
  trade: "goods traded",
  votes: "votes in the UN General Assembly",
  arms: "arms delivered",
} as const;

function flowOf(series: Series, dataset: DatasetId): readonly Flow[] {
  const newest = series.points.findLast(({figure}) => figure.kind === "measured");
  if (newest?.figure.kind !== "measured" || series.partner === null) return [];
  const {figure, period} = newest;
  if (!figure.evidence.some((one) => one.kind === "rows" && one.dataset === dataset)) return [];
  return [{state: series.state, power: series.partner, period, figure, seriesId: series.id}];
}

function flowTitle(answer: Answer, kind: FlowKind, lines: readonly Flow[]): string {
  const periods = [...new Set(lines.map((line) => line.period))].sort();
  const span = periods.length === 1 ? periods[0] : `${periods[0]} to ${periods.at(-1)}`;
  const title = answer.series.find(({id}) => id === lines[0]?.seriesId)?.title ?? "";
  const imports = /import/.test(title)
    ? ", share of imports"
    : /export/.test(title)
      ? ", share of exports"
      : "";
  return `${kindWords[kind].charAt(0).toUpperCase()}${kindWords[kind].slice(1)}${imports}, ${span}`;
}
