import {integrationEffect, tradeElasticity} from "../../models/index.ts";
import type {ShockFile} from "../../sources/index.ts";

/** What the figures of a scenario take for granted, in sentences for the reader. */
export function shockAssumptions(
  file: ShockFile,
  how: {
    readonly manySectors: boolean;
    readonly hasInputs: boolean;
    readonly draws: number;
    readonly domesticDrawn: boolean;
  },
): string[] {
  const {deficits = "additive", theta, sigma, incomes, supplyElasticity} = file.model;
  const has = (key: keyof ShockFile["shocks"][number]) =>
    file.shocks.some((shock) => shock[key] !== undefined);
  return [
    how.manySectors
      ? "Trade equilibrium with many sectors in changes (Caliendo & Parro 2015): the long run; labour moves between sectors and not between states."
      : "One-sector trade equilibrium in changes (Baier, Yotov & Zylkin 2019): the long run, once wages and prices have settled.",
    ...(how.manySectors && !how.hasInputs
      ? [
          "No input table was given: what is made is made of labour alone, so supply chains are left out.",
        ]
      : []),
    theta === undefined && sigma === undefined
      ? `θ is ${tradeElasticity.median}, since none was given (Baier, Yotov & Zylkin 2019; Simonovska & Waugh 2014 estimate 4.1).`
      : "θ is as the scenario gives it: one per cent more trade cost lowers a flow by θ per cent (σ − 1).",
    {
      additive: "Trade deficits keep their value in units of world output.",
      multiplicative: "Spending stays in proportion to income, as in GE_GRAVITY.",
      balanced:
        "Spending stays in proportion to income, with one factor so that the world spends what it earns.",
      closed: "After the change every state spends what it earns.",
    }[deficits],
    ...(file.base.closeDeficits === true
      ? ["Before the change all trade deficits are closed; outcomes are held against that base."]
      : []),
    ...(file.base.fit === undefined
      ? []
      : [
          "The base is what structural gravity expects of output, spending and trade costs, not the flows observed.",
        ]),
    ...(incomes === "held"
      ? [
          "Conditional equilibrium: prices clear while output and spending keep their value; what is earned is then valued at the new prices once.",
        ]
      : []),
    ...((supplyElasticity ?? 0) > 0
      ? ["Output answers its real price (Allen, Arkolakis & Takahashi 2020)."]
      : []),
    ...(has("tariffPoints") || has("tariffPercent")
      ? [
          how.manySectors
            ? "Tariff revenue is spent by the importer; revenue lost as trade moves is counted for the tariffs that the base holds."
            : "Tariff revenue is spent by the importer; tariffs that stand already are not in the base.",
        ]
      : []),
    ...(has("agreement")
      ? [
          `An agreement changes flows by exp(±β) both ways; β = ${integrationEffect.estimate} (standard error ${integrationEffect.standardError}, accession to the European Union) where no depth is given.`,
        ]
      : []),
    ...(has("embargo")
      ? ["An embargo acts on flows once: to 0 where complete, by exp(β) where partial."]
      : []),
    ...(has("discountPercent")
      ? [
          "A price cap is a transfer on the trade of the base year: what the seller loses, whoever keeps the rents gains; quantities move only with incomes.",
        ]
      : []),
    ...(has("sanction")
      ? [
          "A payment or secondary sanction is a cost of its probability times its loss, collected by no one.",
        ]
      : []),
    ...(has("supplier")
      ? [
          "A seller of fuel: oil is one market, so others take the place of what is lost and only its price moves, for all who buy (short run, short-run elasticities, while the rest of the answer is the long run: the price fades as supply and demand adapt); of gas, coal and all fuels together nothing takes the place of what is lost but whom the scenario names and what prices draw. Contracts are not known.",
          ...(how.manySectors
            ? []
            : [
                "Fuels are the part that SITC section 3 had of each flow (UNCTAD 2015); single fuels are not told apart, so the part of oil in each seller's fuels is half at the centre and drawn from none to all.",
              ]),
        ]
      : []),
    ...(how.draws > 0
      ? [
          `Intervals: 90 % of ${how.draws} draws of θ (log-normal, standard deviation of the logarithm ${file.model.thetaLogSd ?? tradeElasticity.logSd}) ${how.domesticDrawn ? ", of gross output over GDP" : ""} and of effects that have a standard error: parameter uncertainty only.`,
        ]
      : []),
    "Reliance on a power is its share of all that a state buys or sells, before anything is replaced: dependence is this or less.",
    "No migration, no finance, no path in time, no firms.",
  ];
}
