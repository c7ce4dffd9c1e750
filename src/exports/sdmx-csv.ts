import type {Gap, Measured, Series} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import {aboutOf} from "./about.ts";
import {licenceOf, sourceFinder} from "./cited-sources.ts";
import type {TableValue} from "./flat-table.ts";
import type {Matter} from "./matter.ts";
import {methodName} from "./method-name.ts";
import {csvLines} from "./to-csv.ts";

/** Our data structure, as SDMX names artefacts: agency, id, version. Raise the version when a column changes. */
export const sdmxStructure = "DEMARCHE:SERIES(1.0.0)";

/** Columns that identify an observation, beside TIME_PERIOD. */
export const sdmxDimensions = ["FREQ", "REF_AREA", "COUNTERPART_AREA", "INDICATOR"] as const;

interface Observation {
  readonly series: Series;
  readonly period: string;
  readonly figure: Measured | Gap;
}

type ColumnOf = (observation: Observation) => TableValue;

/**
 * Every measure as SDMX-CSV 2.0 (SDMX 3.0 Technical Specifications, section 5): one observation a line. A gap is a line
 * with no OBS_VALUE, OBS_STATUS "M" (missing) and the reason in COMMENT_OBS. Frequencies are SDMX's CL_FREQ.
 */
export function sdmxCsv(matter: Matter): string {
  const {demarche, asOf} = aboutOf(matter);
  const sources = sourceFinder(matter);
  const cited = ({figure}: Observation) => (isGap(figure) ? [] : sources(figure.evidence));
  const measured =
    (read: (figure: Measured) => TableValue): ColumnOf =>
    ({figure}) =>
      isGap(figure) ? null : read(figure);
  const columns: readonly (readonly [string, ColumnOf])[] = [
    ["STRUCTURE", () => "datastructure"],
    ["STRUCTURE_ID", () => sdmxStructure],
    ["ACTION", () => "I"],
    ["FREQ", ({period}) => timeOf(period).freq],
    ["REF_AREA", ({series}) => series.state],
    // "_Z": not applicable, in SDMX's cross-domain code lists.
    ["COUNTERPART_AREA", ({series}) => series.partner ?? "_Z"],
    ["INDICATOR", ({series}) => sdmxId(series.id)],
    ["TIME_PERIOD", ({period}) => timeOf(period).period],
    ["OBS_VALUE", measured(({value}) => value)],
    ["OBS_STATUS", ({figure}) => (isGap(figure) ? "M" : "A")],
    ["UNIT_MEASURE", ({series}) => series.unit],
    ["LOWER_BOUND", measured(({interval}) => interval?.low ?? null)],
    ["UPPER_BOUND", measured(({interval}) => interval?.high ?? null)],
    ["CONF_LEVEL", measured(({interval}) => interval?.level ?? null)],
    ["METHOD", ({series}) => methodName(series.method)],
    ["TITLE", ({series}) => series.title],
    ["SECTOR", ({series}) => series.sector],
    ["COVERAGE", measured(({coverage}) => coverage)],
    ["VINTAGE", measured(({vintage}) => vintage)],
    ["DATA_SOURCE", (one) => joined(cited(one).map(({id}) => id))],
    ["LICENCE", (one) => joined(cited(one).flatMap((source) => licenceOf(source) ?? []))],
    ["AS_OF", () => asOf],
    ["DEMARCHE_VERSION", () => demarche],
    ["COMMENT_OBS", ({figure}) => (isGap(figure) ? `${figure.what}: ${figure.why}` : null)],
  ];
  const lines = matter.answer.series.flatMap((series) =>
    series.points.map((point) => columns.map(([, of]) => of({series, ...point}))),
  );
  return csvLines([columns.map(([name]) => name), ...lines]);
}

/** An identifier of SDMX has letters, digits, _ @ $ and - alone: "un-agreement/IDN/RUS" is "un-agreement_IDN_RUS". */
export function sdmxId(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9_@$-]/g, "_");
}

/** Our period in SDMX's words: a year, a month, or a span of years as its first day and its length. */
function timeOf(period: string): {readonly freq: string; readonly period: string} {
  const span = /^(\d{4})-(\d{4})$/.exec(period);
  if (span !== null) {
    const years = Number(span[2]) - Number(span[1]) + 1;
    return {freq: `A${years}`, period: `${span[1]}-01-01/P${years}Y`};
  }
  if (/^\d{4}$/.test(period)) return {freq: "A", period};
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return {freq: "M", period};
  throw new Error(`"${period}" is no period that SDMX-CSV knows here`);
}

function joined(words: readonly string[]): string | null {
  return words.length === 0 ? null : [...new Set(words)].join("; ");
}
