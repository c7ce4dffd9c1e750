import type {FactBook, PartyId, Reference, Series, Watch} from "../world/index.ts";
import {agreementsInForce} from "./agreements-in-force.ts";
import {armsStockShare} from "./arms-stock-share.ts";
import {armsSupplierHhi} from "./arms-supplier-hhi.ts";
import {dependence} from "./dependence.ts";
import {energy2020Share} from "./energy-2020-share.ts";
import {exportExposure} from "./export-exposure.ts";
import {fdiPosition} from "./fdi-position.ts";
import {gatherKnown, knownAmong} from "./gather-known.ts";
import {gdeltAttention} from "./gdelt-attention.ts";
import {icewsAttention} from "./icews-attention.ts";
import {icewsBalance} from "./icews-balance.ts";
import {icewsChange} from "./icews-change.ts";
import {icewsCooperativeShare} from "./icews-cooperative-share.ts";
import {militarySpending} from "./military-spending.ts";
import {postureRecipes} from "./postures.ts";
import type {Measure, Recipe} from "./recipe.ts";
import {russianFuel} from "./russian-fuel.ts";
import {sanctionsBy} from "./sanctions-by.ts";
import {sectorRecipes} from "./sectors/index.ts";
import {sharedBodies} from "./shared-bodies.ts";
import {topPartnerShare} from "./top-partner-share.ts";
import {tradePartnerHhi, tradeSectionHhi} from "./trade-hhi.ts";
import {tradeMirrorGap} from "./trade-mirror-gap.ts";
import {tradeSectionShare} from "./trade-section-share.ts";
import {tradeShare} from "./trade-share.ts";
import {unAgreement} from "./un-agreement.ts";
import {unAgreementByIssue} from "./un-agreement-by-issue.ts";
import {unSideTaking} from "./un-side-taking.ts";

/** Every measure, in the order in which their series are listed. */
const measures: readonly Measure[] = [
  unAgreement,
  unAgreementByIssue,
  unSideTaking,
  tradeShare,
  topPartnerShare,
  tradePartnerHhi,
  tradeSectionShare,
  tradeSectionHhi,
  tradeMirrorGap,
  exportExposure,
  dependence,
  agreementsInForce,
  sharedBodies,
  fdiPosition,
  armsStockShare,
  armsSupplierHhi,
  militarySpending,
  sanctionsBy,
  icewsAttention,
  icewsBalance,
  icewsCooperativeShare,
  icewsChange,
  gdeltAttention,
  russianFuel,
  energy2020Share,
];

/**
 * Where each watched state stands towards each partner, in figures with interval, coverage, vintage and evidence.
 * What cannot be measured is a series with a gap. With `only`, measures that make none of these ids are not worked out;
 * with `among`, nothing of other parties is.
 */
export function measure(
  book: FactBook,
  watch: Watch,
  reference: Reference,
  only?: readonly string[],
  among?: ReadonlySet<PartyId>,
): Series[] {
  const all = gatherKnown(book, watch, reference);
  const known = among === undefined ? all : knownAmong(all, among);
  return measures
    .filter(({recipes}) => only === undefined || recipes.some(({id}) => only.includes(id)))
    .flatMap(({series}) => series(known));
}

/** Every recipe by which a figure is made, in the order in which their series are listed; those of the plane and of sector-months last. */
export const recipes: readonly Recipe[] = [
  ...measures.flatMap((one) => one.recipes),
  ...postureRecipes,
  ...sectorRecipes,
];
