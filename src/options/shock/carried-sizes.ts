import {
  buyersOfRussianArms,
  designatedBuyers,
  integrationEffect,
  sanctionEffect,
  tradeElasticity,
} from "../../models/index.ts";
import type {Shock} from "../../sources/index.ts";

/** The size of a shock that its scenario leaves to us, and who says so. */
interface CarriedSize {
  readonly value: number;
  readonly standardError: number;
  readonly source: string;
}

/** Entering or leaving an agreement: β. */
export const carriedAgreement: CarriedSize = {
  value: integrationEffect.estimate,
  standardError: integrationEffect.standardError,
  source:
    "accession to the European Union, by PPML on the data of Baier, Yotov & Zylkin 2019; standard error clustered on pairs",
};

/** A partial embargo: β. */
export const carriedEmbargo: CarriedSize = {
  value: sanctionEffect.estimate,
  standardError: sanctionEffect.standardError,
  source:
    "trade sanctions of one of the G7, partial and complete together, by PPML on the Global Sanctions Data Base (Felbermayr et al. 2020) and bilateral trade 1964-2016 (Larch, Wanner, Yotov & Zylkin's penppml data); standard error clustered on pairs",
};

/** A sanction: the probability of being hit. */
export const carriedOdds: CarriedSize = {
  value: designatedBuyers.buyers.length / buyersOfRussianArms.count,
  standardError: 0,
  source: `a count of what was done: ${designatedBuyers.buyers.length} states designated under section 231 of CAATSA of ${buyersOfRussianArms.count} that Russia delivered arms to from ${buyersOfRussianArms.from} to ${buyersOfRussianArms.to} (US Department of State; SIPRI register of 18 May 2026)`,
};

/** A sanction: the loss when hit, in per cent of the value: the cost that lowers flows as a trade sanction does. */
export const carriedLoss: CarriedSize = {
  value: 100 * Math.expm1(-sanctionEffect.estimate / tradeElasticity.median),
  standardError: 0,
  source: `the cost which at θ ${tradeElasticity.median} lowers trade by what sanctions of one of the G7 did: ${carriedEmbargo.source}`,
};

/** A price cap: the discount in per cent of the price. */
export const carriedDiscount: CarriedSize = {
  value: (100 * 10.28) / (72.84 + 10.28),
  standardError: 0,
  source:
    "Urals at US$72.84 a barrel in November 2023, US$10.28 below North Sea Dated: Russian Ministry of Finance, by TASS on 5 December 2023; it was 20 to 30 % in 2022 (EFG International, 2022) and is one month's figure",
};

/** β of a shock that is an effect on flows, with its standard error; null for another kind. */
export function effectOf(shock: Shock): {value: number; standardError: number} | null {
  const own = shock.standardError ?? 0;
  if (shock.effect !== undefined) return {value: shock.effect, standardError: own};
  if (shock.embargo === "partial") {
    const {value, standardError} = carriedEmbargo;
    return shock.effectOfEmbargo === undefined
      ? {value, standardError: shock.standardError ?? standardError}
      : {value: shock.effectOfEmbargo, standardError: own};
  }
  if (shock.agreement === undefined) return null;
  const sign = shock.agreement === "enter" ? 1 : -1;
  const {value, standardError} = carriedAgreement;
  return shock.depth === undefined
    ? {value: sign * value, standardError: shock.standardError ?? standardError}
    : {value: sign * shock.depth, standardError: own};
}

/** Probability and loss of a sanction, and whether each is the scenario's own. */
export function riskOf({probability, lossPercent}: NonNullable<Shock["sanction"]>) {
  return {
    probability: probability ?? carriedOdds.value,
    lossPercent: lossPercent ?? carriedLoss.value,
    carried: [
      ...(probability === undefined ? [carriedOdds.source] : []),
      ...(lossPercent === undefined ? [carriedLoss.source] : []),
    ],
  };
}

/** Discount under a price cap, in per cent. */
export function discountOf(given: NonNullable<Shock["discountPercent"]>): number {
  return given === "observed" ? carriedDiscount.value : given;
}
