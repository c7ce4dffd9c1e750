import {tellValue} from "../stakes/index.ts";
import type {Evidence, Measured, Sector, Series} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import type {Claim, Known} from "./claim.ts";
import {namesMatter} from "./names-matter.ts";

export interface PastFigure {
  readonly words: string;
  /** Newest year in the data behind the figure. */
  readonly until: number;
  readonly evidence: readonly Evidence[];
}

/** What a sector's figures are titled, where a series carries no sector of its own. */
const titled: Readonly<Partial<Record<Sector, RegExp>>> = {
  trade: /\btrade|\bexport|\bimport/i,
  energy: /\benergy|\bfuel|\boil\b|\bgas\b/i,
  defence: /\barms|\bweapon|\bmilitary/i,
  agriculture: /\bfood|\bagricultur/i,
  technology: /\btechnolog|\bmachinery|\binvestment/i,
};

/** Single goods that a figure may be of: it stands beside a claim only where the claim names the good. */
const goods: readonly RegExp[] = [
  /\bpipeline/i,
  /\blng\b|liquefied/i,
  /\bcoal\b/i,
  /\bcrude\b/i,
  /\boil products?\b/i,
  /\bnatural gas\b/i,
];

function isOfOtherGoods({title}: Series, {text}: Claim): boolean {
  return goods.some((good) => good.test(title) && !good.test(text));
}

/**
 * The newest figures that the past has for the claim's pairs in its sector, one a pair, at most three. Only
 * sectors that figures can speak of are looked up: talks have none.
 */
export function nearestFigures(claim: Claim, {figuresAmong, watch}: Known): PastFigure[] {
  const sectors = claim.sectors.filter(
    (sector) => titled[sector] !== undefined && namesMatter(claim, sector),
  );
  if (sectors.length === 0) return [];
  const speaksOf = (one: Series) =>
    sectors.some(
      (sector) =>
        one.sector === sector || (one.sector === null && titled[sector]?.test(one.title) === true),
    );
  const about = new Set(claim.about);
  const byPair = new Map<string, {series: Series; period: string; figure: Measured}>();
  for (const one of figuresAmong(claim.about)) {
    if (!about.has(one.state) || one.partner === null || !about.has(one.partner)) continue;
    if (one.state === one.partner || !watch.states.includes(one.state) || !speaksOf(one)) continue;
    if (isOfOtherGoods(one, claim)) continue;
    const point = one.points.findLast(({figure}) => !isGap(figure));
    if (point === undefined || isGap(point.figure)) continue;
    const key = `${one.state}|${one.partner}`;
    const rank = (s: Series) => (s.unit === "share" || s.unit === "percent" ? 0 : 1);
    const held = byPair.get(key);
    const better =
      held === undefined ||
      rank(one) < rank(held.series) ||
      (rank(one) === rank(held.series) && point.period > held.period);
    if (better) byPair.set(key, {series: one, period: point.period, figure: point.figure});
  }
  return [...byPair.values()].slice(0, 3).map(({series: one, period, figure}) => {
    const peak = figure.value === 0 ? peakOf(one) : null;
    const before = peak === null ? "" : `, after ${tell(peak.figure)} in ${peak.period}`;
    return {
      until: Math.max(...(figure.vintage.match(/\d{4}/g) ?? ["0"]).map(Number)),
      words: `${one.title}, ${period}: ${tell(figure)}${before}`,
      evidence: [...figure.evidence, ...(peak?.figure.evidence ?? [])],
    };
  });
}

/** A point that comes this near to the highest is as high as it: our choice, about what two editions of one dataset differ by. */
const asHigh = 0.9;

/**
 * The newest of the highest points of a series that has come down to nothing: "0 %" alone would hide that there was
 * something, and how long ago.
 */
function peakOf({points}: Series): {period: string; figure: Measured} | null {
  const known = points.flatMap(({period, figure}) => (isGap(figure) ? [] : [{period, figure}]));
  const highest = Math.max(0, ...known.map(({figure}) => figure.value));
  if (highest === 0) return null;
  return known.findLast(({figure}) => figure.value >= asHigh * highest) ?? null;
}

function tell({value, unit}: Measured): string {
  return tellValue(value, unit);
}
