import {oilElasticities, tradeElasticity, worldOilMt} from "../../models/index.ts";
import type {Shock, ShockFile} from "../../sources/index.ts";
import {twoFigures} from "../two-figures.ts";
import {carriedAgreement, carriedDiscount, carriedEmbargo, riskOf} from "./carried-sizes.ts";
import type {PlacedShocks} from "./place-shocks.ts";
import type {ShockParameter} from "./shock-outcome.ts";

const elasticitySource =
  "Baier, Yotov & Zylkin 2019 (J. Int. Econ. 116); Simonovska & Waugh 2014 estimate 4.1, Head & Mayer 2014 a median of 5.0";
/** Every number that a scenario rests on, with its source; what has none and is no choice of policy was asked of the user. */
export function shockParameters(
  {model, shocks}: ShockFile,
  draws: number,
  {priceRises}: Pick<PlacedShocks, "priceRises">,
): ShockParameter[] {
  const given = model.theta ?? model.sigma;
  return [
    {
      of: "model",
      what: model.sigma === undefined ? "trade elasticity θ" : "elasticity of substitution σ",
      value:
        given === undefined
          ? String(tradeElasticity.median)
          : typeof given === "number"
            ? String(given)
            : Object.entries(given)
                .map(([sector, value]) => `${sector} ${value}`)
                .join(", "),
      ...(given === undefined ? cited(elasticitySource) : asked),
    },
    ...(draws > 0
      ? [
          {
            of: "model",
            what: "standard deviation of ln θ over the draws",
            value: String(model.thetaLogSd ?? tradeElasticity.logSd),
            ...(model.thetaLogSd === undefined
              ? cited("90 % from 2.7 to 6.0: Simonovska & Waugh 2014, Head & Mayer 2014")
              : asked),
          },
        ]
      : []),
    ...shocks.map((shock, index) => ({
      of: shock.name ?? `shock ${index + 1}`,
      ...parameterOf(shock),
    })),
    ...priceRises.map(({of, rise: {value, low, high}}) => ({
      of,
      what: "rise of the world's price of the oil that is lost, per cent",
      value: `${twoFigures(100 * value)} (${twoFigures(100 * low)} to ${twoFigures(100 * high)})`,
      ...cited(
        `short-run elasticities of ${oilElasticities.map(({source}) => source).join("; ")}; ${worldOilMt.source}`,
      ),
    })),
  ];
}

const cited = (source: string) => ({from: "cited" as const, source});
const asked = {from: "asked" as const, source: null};

type Parameter = Omit<ShockParameter, "of">;

function parameterOf(shock: Shock): Parameter {
  const estimate =
    shock.source === undefined ? asked : {from: "cited" as const, source: shock.source};
  const chosen = {from: "chosen" as const, source: shock.source ?? null};
  const error = shock.standardError === undefined ? "" : ` (standard error ${shock.standardError})`;
  if (shock.tariffPoints !== undefined)
    return {what: "added tariff, points", value: String(shock.tariffPoints), ...chosen};
  if (shock.tariffPercent !== undefined)
    return {
      what: "tariff after the change, per cent",
      value: String(shock.tariffPercent),
      ...chosen,
    };
  if (shock.costPercent !== undefined)
    return {what: "added trade cost, per cent", value: String(shock.costPercent), ...chosen};
  if (shock.productivityPercent !== undefined)
    return {what: "productivity, per cent", value: String(shock.productivityPercent), ...chosen};
  if (shock.embargo === "complete") return {what: "factor on the flows", value: "0", ...chosen};
  if (shock.flowFactor !== undefined)
    return {
      what: "factor on the flows",
      value: String(shock.flowFactor),
      ...(shock.flowFactor === 0 ? chosen : estimate),
    };
  if (shock.supplier !== undefined)
    return {
      what:
        shock.supplier === "lost"
          ? `${shock.fuel}: share of what the seller sold that is lost, per cent`
          : `${shock.fuel}: share of what the buyers buy that the seller sells on top, per cent`,
      value: String(shock.supplyPercent ?? 100),
      ...chosen,
    };
  if (shock.agreement !== undefined)
    return shock.depth === undefined
      ? {
          what: "effect of the agreement on flows, β",
          value: `${carriedAgreement.value} (standard error ${shock.standardError ?? carriedAgreement.standardError})`,
          ...cited(carriedAgreement.source),
        }
      : {what: "effect of the agreement on flows, β", value: `${shock.depth}${error}`, ...estimate};
  if (shock.embargo === "partial" && shock.effectOfEmbargo === undefined)
    return {
      what: "effect of the embargo on flows, β",
      value: `${carriedEmbargo.value} (standard error ${shock.standardError ?? carriedEmbargo.standardError})`,
      ...cited(carriedEmbargo.source),
    };
  if (shock.embargo === "partial")
    return {
      what: "effect of the embargo on flows, β",
      value: `${shock.effectOfEmbargo}${error}`,
      ...estimate,
    };
  if (shock.sanction !== undefined) {
    const {probability, lossPercent, carried} = riskOf(shock.sanction);
    return {
      what: "probability of being hit, and loss in per cent of the value",
      value: `${twoFigures(probability)}, ${twoFigures(lossPercent)}`,
      ...(carried.length === 0
        ? estimate
        : cited([...carried, ...(shock.source === undefined ? [] : [shock.source])].join("; "))),
    };
  }
  if (shock.discountPercent !== undefined)
    return {
      what: "discount under the cap, per cent",
      value:
        shock.discountPercent === "observed"
          ? twoFigures(carriedDiscount.value)
          : String(shock.discountPercent),
      ...(shock.discountPercent === "observed" ? cited(carriedDiscount.source) : estimate),
    };
  return {what: "effect on flows, β", value: `${shock.effect}${error}`, ...estimate};
}
