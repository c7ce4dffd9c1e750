import type {Sector} from "../world/index.ts";
import {isGap, listWords, nameInText} from "../world/index.ts";
import type {Claim, Known} from "./claim.ts";
import {namesMatter} from "./names-matter.ts";

/** The newest year up to which any carried dataset of a sector reaches, so that "what is missing" starts after it. */
function newestYear(sector: Sector, {reference, book}: Known): number | null {
  const of: Readonly<Record<Sector, RegExp>> = {
    energy: /^(energy-|trade-)/,
    defence: /^arms-/,
    trade: /^trade-/,
    agriculture: /^trade-/,
    technology: /^(trade-|fdi)/,
    diplomacy: /^(un-votes|event-rows)/,
    other: /^event-rows/,
  };
  const years = reference.datasets
    .filter(({id}) => book.datasets.has(id) && of[sector].test(id))
    .map(({coverage}) => Number(coverage.to.slice(0, 4)))
    .filter((year) => Number.isInteger(year) && year > 0);
  return years.length === 0 ? null : Math.max(...years);
}

/** A claim on many sectors is told by its first two; a longer list helps nobody to order the right paper. */
const mostSectors = 2;

/** The document, dataset or event that would settle a claim, in words a desk officer can order. */
export function wouldSettle(claim: Claim, known: Known): string {
  const states = claim.about.map((party) => nameInText(known.reference, party));
  const who = states.length === 0 ? "the parties" : listWords(states, states.length);
  const named = claim.sectors.slice(0, mostSectors);
  const whenOf = (sector: Sector): string => {
    if (claim.period?.by === "claim") return `for ${claim.period.words}`;
    const newest = newestYear(sector, known);
    return newest === null ? "for the months the claim speaks of" : `for ${newest + 1} onwards`;
  };
  const statement = `a dated document of ${who} that states it`;
  const bySector: Readonly<Record<Sector, string>> = {
    energy: `customs or cargo-tracking figures of fuels between ${who} ${whenOf("energy")}, or the signed supply contract`,
    defence: !namesMatter(claim, "defence")
      ? `a communiqué of ${who} that names the meeting or exercise and its day`
      : `an entry in the SIPRI arms transfers register ${whenOf("defence")}, or a contract notice or exercise communiqué of ${who}`,
    trade: !namesMatter(claim, "trade")
      ? statement
      : `customs statistics of ${who} by partner ${whenOf("trade")}`,
    agriculture: `customs statistics of ${who} for HS chapters 01-24 ${whenOf("agriculture")}`,
    technology: `the signed memorandum, or investment and HS 84-85 trade figures of ${who} ${whenOf("technology")}`,
    diplomacy: `a joint communiqué or foreign-ministry release of ${who} that names the meeting and its day`,
    other: statement,
  };
  const cited = known.article.cites.map(({name}) => name);
  const outlet =
    cited.length === 0
      ? ""
      : `; first of all the report by ${listWords(cited, cited.length)}, with its date`;
  const undated =
    isGap(known.article.published) && cited.length === 0 ? "; and the day of this article" : "";
  const documents = (named.length === 0 ? (["other"] as const) : named).map(
    (sector) => bySector[sector],
  );
  return documents.join("; or ") + outlet + undated;
}
