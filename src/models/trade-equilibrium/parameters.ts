import {standardDraws} from "../../math/index.ts";
import {outputToGdp} from "./trade-matrix.ts";

/**
 * θ, the elasticity of a flow with respect to trade cost (σ − 1 in Armington's letters). Median 4, as in the
 * published table that the solver reproduces (Baier, Yotov & Zylkin 2019); Simonovska & Waugh 2014 estimate 4.1;
 * Head & Mayer 2014 find a median of 5.0 among tariff-based estimates. Draws are log-normal: 90 % lie in 2.7-6.0.
 */
export const tradeElasticity = {median: 4, logSd: 0.25} as const;

/**
 * Partial effect of deep integration on the log of flows: accession to the European Union, estimated by PPML with
 * exporter-year, importer-year and pair effects (data of Baier, Yotov & Zylkin 2019: 44 regions, 2000-2014). The
 * estimate is the published one; the standard error, clustered on pairs, is from `fitPpml` on the same data.
 */
export const integrationEffect = {estimate: 0.224249, standardError: 0.0713} as const;

/**
 * Partial effect of a trade sanction on the log of trade between sender and target, both ways: sanctions of one of the G7,
 * partial and complete together as the Global Sanctions Data Base's panel has them, by PPML with exporter-year, importer-
 * year and pair effects on trade of every fourth year 1964-2016 (bench/sanction-effect.ts, 287,163 observations, 1,584 of
 * them sanctioned; standard error clustered on pairs).
 */
export const sanctionEffect = {estimate: -0.1268, standardError: 0.0375} as const;

/** One draw of everything that is not known exactly. */
export interface TradeParameters {
  readonly elasticity: number;
  readonly integration: number;
  readonly outputToGdp: number;
}

export const centralParameters: TradeParameters = {
  elasticity: tradeElasticity.median,
  integration: integrationEffect.estimate,
  outputToGdp: outputToGdp.central,
};

/** The same seed gives the same draws, so that scenarios differ by what is asked and not by luck. */
export function drawParameters(count: number, seed = 1): TradeParameters[] {
  const draws = standardDraws(seed);
  return Array.from({length: count}, () => ({
    elasticity: tradeElasticity.median * Math.exp(tradeElasticity.logSd * draws.normal()),
    integration: integrationEffect.estimate + integrationEffect.standardError * draws.normal(),
    outputToGdp: outputToGdp.low + (outputToGdp.high - outputToGdp.low) * draws.uniform(),
  }));
}
