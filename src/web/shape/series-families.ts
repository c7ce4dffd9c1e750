import type {Answer, Series} from "../../api/index.ts";
import type {View} from "../view.ts";
import {periodTime} from "./period-time.ts";
import {extent} from "./scale.ts";

export interface LinePoint {
  readonly period: string;
  /** Decimal year. */
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One series as drawn: stretches without a gap between them. */
export interface Line {
  readonly id: string;
  readonly partner: string | null;
  readonly name: string;
  readonly runs: readonly (readonly LinePoint[])[];
}

export interface Panel {
  readonly state: string;
  readonly lines: readonly Line[];
  readonly series: readonly Series[];
}

/** Small multiples that share unit, axes and method: a panel for each state, in it a line for each partner. */
export interface Family {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly sector: string | null;
  readonly unit: string;
  readonly method: string;
  readonly panels: readonly Panel[];
  readonly years: readonly [number, number];
  readonly values: readonly [number, number];
}

/** Families of the answer's series that the reader's choice leaves, in the order of the answer. */
export function seriesFamilies(
  answer: Answer,
  names: Readonly<Record<string, string>>,
  {country, partner, sector}: Pick<View, "country" | "partner" | "sector">,
): readonly Family[] {
  const groups = new Map<string, Series[]>();
  for (const series of answer.series) {
    if (country !== null && series.state !== country) continue;
    if (partner !== null && series.partner !== null && series.partner !== partner) continue;
    if (sector !== null && series.sector !== null && series.sector !== sector) continue;
    const key = familyKey(series);
    groups.set(key, [...(groups.get(key) ?? []), series]);
  }
  return [...groups].flatMap(([key, members]): Family[] => {
    const [head] = members;
    if (head === undefined) return [];
    const states = [...new Set(members.map((one) => one.state))];
    const panels = states.map((state): Panel => {
      const own = members.filter((one) => one.state === state);
      return {state, series: own, lines: own.map((one) => lineOf(one, names))};
    });
    const points = panels.flatMap((panel) => panel.lines.flatMap((line) => line.runs.flat()));
    if (points.length === 0) return [];
    const [low, high] = extent(points.flatMap((point) => [point.low, point.high]));
    const positive = low >= 0 && (head.unit === "share" || low < high / 2);
    return [
      {
        key,
        title: familyTitle(head, names),
        note: head.note,
        sector: head.sector,
        unit: head.unit,
        method: `${head.method.id} v${head.method.version}`,
        panels,
        years: extent(points.map((point) => point.at)),
        values: positive ? [0, high] : [low, high],
      },
    ];
  });
}

/** Series differ in a family only by state and partner: the id of one, with both taken out, names the family. */
function familyKey({id, state, partner, unit, sector, method}: Series): string {
  const parts = id.split(/[:/|]/).filter((part) => part !== state && part !== partner);
  return [method.id, sector ?? "", unit, ...parts].join(" ");
}

/** A title without the names of its state and partner. */
function familyTitle(
  {title, state, partner}: Series,
  names: Readonly<Record<string, string>>,
): string {
  const stripped = [state, partner]
    .flatMap((party) => (party === null ? [] : [names[party] ?? party, party]))
    .reduce((text, name) => text.replaceAll(`${name}'s `, "").replaceAll(name, "…"), title);
  const plain = stripped.replace(/^…:? /, "").replace(/ …$/, "");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function lineOf(series: Series, names: Readonly<Record<string, string>>): Line {
  const runs: LinePoint[][] = [];
  let run: LinePoint[] = [];
  for (const {period, figure} of series.points) {
    const at = periodTime(period);
    if (at === null) continue;
    if (figure.kind === "gap") {
      run = [];
      continue;
    }
    const {value, interval} = figure;
    if (run.length === 0) runs.push(run);
    run.push({period, at, value, low: interval?.low ?? value, high: interval?.high ?? value});
  }
  return {
    id: series.id,
    partner: series.partner,
    name: series.partner === null ? "all partners" : (names[series.partner] ?? series.partner),
    runs,
  };
}
