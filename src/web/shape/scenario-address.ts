import {fieldsOf, freshDraft, kindOf, type ShockDraft, withValue} from "./scenario-kinds.ts";

/** What the reader set up: scenarios side by side, and how they are worked out and looked at. */
export interface Desk {
  readonly scenarios: readonly (readonly ShockDraft[])[];
  readonly base: "ledger" | "own";
  readonly draws: number;
  /** Id of the figure that bars and map show. */
  readonly figure: string;
}

export const plainDesk: Omit<Desk, "scenarios"> = {
  base: "ledger",
  draws: 200,
  figure: "real-income",
};

/** Draws that the page offers. */
export const drawChoices: readonly number[] = [0, 50, 200, 1000];

/** As many scenarios stand side by side, of as many shocks. */
export const mostScenarios = 4;
export const mostShocks = 20;
const longest = 8000;

/*
 * A desk in the address: segments parted by "*", first its settings where they are not the plain ones, then each
 * scenario; shocks parted by "!", what is set of a shock by "~", a key from its values by "-", values by ".". A value is
 * percent-encoded until none of these stands in it.
 *
 *     desk~draws-1000*tariff~by-USA~on-IDN.MYS~points-10!undone~embargo~a-USA~b-CHN
 */
const marks = /[*!~.\-_']/g;
const escaped = (value: string) =>
  encodeURIComponent(value).replace(
    marks,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );

export function writeDesk(desk: Desk): string {
  const settings = [
    ...(desk.base === plainDesk.base ? [] : [`base-${desk.base}`]),
    ...(desk.draws === plainDesk.draws ? [] : [`draws-${desk.draws}`]),
    ...(desk.figure === plainDesk.figure ? [] : [`figure-${escaped(desk.figure)}`]),
  ];
  const scenarios = desk.scenarios.map((drafts) => drafts.map(writeDraft).join("!"));
  return [...(settings.length === 0 ? [] : [["desk", ...settings].join("~")]), ...scenarios].join(
    "*",
  );
}

function writeDraft({kind, values, undone}: ShockDraft): string {
  const set = fieldsOf(kind).flatMap(({key}) => {
    const found = values[key];
    return found === undefined ? [] : [`${key}-${found.map(escaped).join(".")}`];
  });
  return [...(undone ? ["undone"] : []), kind, ...set].join("~");
}

/** Reads a desk back. What is not understood is left out; null where no scenario is left. */
export function readDesk(text: string | null): Desk | null {
  if (text === null || text.length > longest) return null;
  const tariff = readTariff(text);
  if (tariff !== null) return {...plainDesk, scenarios: [[tariff]]};
  const segments = text.split("*");
  const [first = ""] = segments;
  const hasSettings = first.split("~")[0] === "desk";
  const scenarios = segments
    .slice(hasSettings ? 1 : 0, mostScenarios + (hasSettings ? 1 : 0))
    .map((segment) => segment.split("!").slice(0, mostShocks).flatMap(readDraft))
    .filter((drafts) => drafts.length > 0);
  if (scenarios.length === 0) return null;
  return {...plainDesk, ...(hasSettings ? readSettings(first) : {}), scenarios};
}

function readSettings(segment: string): Partial<Omit<Desk, "scenarios">> {
  const set = new Map(segment.split("~").slice(1).map(readField));
  const draws = Number(set.get("draws")?.[0]);
  const figure = set.get("figure")?.[0];
  return {
    ...(set.get("base")?.[0] === "own" ? {base: "own" as const} : {}),
    ...(drawChoices.includes(draws) ? {draws} : {}),
    ...(figure === undefined || figure === "" ? {} : {figure}),
  };
}

function readDraft(text: string): ShockDraft[] {
  const parts = text.split("~");
  const undone = parts[0] === "undone";
  const [id = "", ...set] = undone ? parts.slice(1) : parts;
  const kind = kindOf(id);
  if (kind === null) return [];
  const fields = new Map(set.map(readField));
  let draft: ShockDraft = {kind, undone, values: {}};
  for (const field of fieldsOf(kind)) {
    const found = fields.get(field.key)?.filter((value) => value !== "") ?? [];
    // A point in a number that was written by hand parts nothing.
    const values = field.kind === "number" && found.length > 0 ? [found.join(".")] : found;
    draft = withValue(draft, field.key, values);
  }
  return [draft];
}

function readField(text: string): readonly [string, readonly string[]] {
  const at = text.indexOf("-");
  if (at < 0) return [text, []];
  return [
    text.slice(0, at),
    text
      .slice(at + 1)
      .split(".")
      .map(decoded),
  ];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** A lone tariff in short, as links of older pages have it: importer-exporter-points. */
function readTariff(text: string): ShockDraft | null {
  const found = /^([A-Z][A-Z0-9_]{0,15})-([A-Z][A-Z0-9_]{0,15})-(\d{1,3}(?:\.\d+)?)$/.exec(text);
  if (found === null || Number(found[3]) > 100) return null;
  const [, by = "", on = "", points = ""] = found;
  return tariffDraft(by, on, points);
}

/** A tariff by one party on another. */
export function tariffDraft(by: string, on: string, points: string): ShockDraft {
  return {...freshDraft("tariff"), values: {by: [by], on: [on], points: [points]}};
}
