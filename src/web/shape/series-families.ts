import type {Answer, PartyId, Series} from "../../api/index.ts";
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
  readonly partner: PartyId | null;
  readonly name: string;
  readonly runs: readonly (readonly LinePoint[])[];
}

export interface Panel {
  readonly state: string;
  /** Lines of the powers; optional powers and aggregates stand in the table alone. */
  readonly lines: readonly Line[];
  readonly series: readonly Series[];
}

/** Small multiples that share unit, axes and method: a panel for each state, in it a line for each power. */
export interface Family {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly sector: string | null;
  readonly unit: string;
  readonly panels: readonly Panel[];
  readonly years: readonly [number, number];
  readonly values: readonly [number, number];
  /** Periods with a figure in the longest line. */
  readonly longest: number;
}

type Names = Readonly<Record<PartyId, string>>;

/** Families of the answer's series that the reader's choice leaves, in the order of the answer. */
export function seriesFamilies(
  answer: Answer,
  names: Names,
  {country, partner, sector}: Pick<View, "country" | "partner" | "sector">,
): readonly Family[] {
  const groups = new Map<string, Series[]>();
  for (const series of answer.series) {
    if (country !== null && series.state !== country) continue;
    if (partner !== null && series.partner !== null && series.partner !== partner) continue;
    if (sector !== null && series.sector !== sector) continue;
    const key = familyKey(series);
    const held = groups.get(key);
    if (held) held.push(series);
    else groups.set(key, [series]);
  }
  return [...groups].map(([key, members]) => familyOf(key, members, answer, names));
}

function familyOf(key: string, members: readonly Series[], answer: Answer, names: Names): Family {
  const head = members[0] as Series;
  const states = [...new Set(members.map((one) => one.state))];
  const drawn = ({partner}: Series) => partner === null || answer.watch.powers.includes(partner);
  const panels = states.map((state): Panel => {
    const series = members.filter((one) => one.state === state);
    return {state, series, lines: series.filter(drawn).map((one) => lineOf(one, names))};
  });
  const lines = panels.flatMap((panel) => panel.lines);
  const points = lines.flatMap((line) => line.runs.flat());
  const [low, high] = extent(points.flatMap((point) => [point.low, point.high]));
  return {
    key,
    title: familyTitle(head, names),
    note: head.note,
    sector: head.sector,
    unit: head.unit,
    panels,
    years: extent(points.map((point) => point.at)),
    values: low >= 0 ? [0, high] : [low, high],
    longest: Math.max(0, ...lines.map((line) => line.runs.flat().length)),
  };
}

/** Series of a family differ only by state and partner: an id with both taken out names the family. */
function familyKey({id, state, partner, unit, sector, method}: Series): string {
  const parts = id.split("/").filter((part) => part !== state && part !== partner);
  return [method.id, sector ?? "", unit, ...parts].join(" ");
}

/** A title that speaks of "the country" and "each power" where one of the family names its own. */
function familyTitle({title, state, partner}: Series, names: Names): string {
  const plain = inPlaceOf(
    inPlaceOf(title, names[state] ?? state, "the country"),
    partner && (names[partner] ?? partner),
    "each power",
  );
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Puts words in place of a name where it stands as a word: "Russia's", but not "Russian". */
function inPlaceOf(text: string, name: string | null, words: string): string {
  if (name === null) return text;
  const plain = name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replaceAll(new RegExp(`(?:[Tt]he )?${plain}(?!\\p{L})`, "gu"), words);
}

function lineOf(series: Series, names: Names): Line {
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
    name: series.partner === null ? "" : (names[series.partner] ?? series.partner),
    runs,
  };
}
