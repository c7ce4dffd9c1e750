/** A number that stands in the model, and who says so. */
export interface CitedNumber {
  readonly value: number;
  readonly source: string;
}

/**
 * Short-run price elasticities of the world's oil: how much is pumped and how much is burnt when the price moves by one
 * per cent. Three estimates that disagree; an answer spans them. Compared side by side by Bilgin and Ellwanger, Bank of
 * Canada, 14 August 2017 (The simple economics of global fuel consumption).
 */
export const oilElasticities = [
  {
    supply: 0.015,
    demand: -0.26,
    source: "Kilian and Murphy 2014, Journal of Applied Econometrics 29(3)",
  },
  {
    supply: 0.15,
    demand: -0.35,
    source: "Baumeister and Hamilton 2019, American Economic Review 109(5)",
  },
  {
    supply: 0.11,
    demand: -0.13,
    source:
      "Caldara, Cavallo and Iacoviello 2019, Journal of Monetary Economics 103 (draft of 2017)",
  },
] as const;

/** Days of 2020, the year of the carried flows. */
const daysOf2020 = 366;
/** Barrels in a tonne of crude oil of average gravity: BP Statistical Review 2021, approximate conversion factors. */
const barrelsPerTonne = 7.33;

/** What the world burnt in 2020, million tonnes of crude: 98.3 million barrels a day in 2019 less 9.1 million. */
export const worldOilMt: CitedNumber = {
  value: ((98.3 - 9.1) * daysOf2020) / barrelsPerTonne,
  source:
    "BP Statistical Review of World Energy 2020 (98.3 million barrels a day in 2019) and 2021 (9.1 million fewer in 2020), 7.33 barrels a tonne",
};

/** Gas in a million tonnes of LNG, billion cubic metres. */
export const bcmPerMtLng: CitedNumber = {
  value: 1.36,
  source: "BP Statistical Review of World Energy 2021, approximate conversion factors",
};

/**
 * What the world's liquefaction plants could make beyond what was traded, million tonnes a year. Nameplate: plants that
 * stand still or lack gas are in it, so it is the most that could be spare.
 */
export const spareLngMt: CitedNumber = {
  value: 494 - 410.12,
  source:
    "International Gas Union, World LNG Report 2025: capacity of 494 million tonnes a year, 410.12 traded in 2024",
};

/** An exporter that buys at least this share of what it sells of the same fuel is told as a possible transshipper: our choice. */
export const transshipsFrom = 0.5;
