import type {Recipe} from "./recipe.ts";

export const fdi: Recipe = {
  id: "fdi",
  card: {
    title: "Direct investment positions of China, Germany, Japan, Singapore and the United States",
    source:
      "IMF Direct Investment Positions, as carried by github.com/ZhengXinning/dse3101-tariffied @d8f6abd4",
    citation: "International Monetary Fund, Direct Investment Positions by Counterpart Economy.",
    licence:
      "IMF terms allow use with citation; the repository states no licence, so commercial use is not assumed",
    commercialUse: false,
    coverage: {
      from: "2014",
      to: "2024",
      note: "Positions of five economies only, by counterpart. Undisclosed positions are not rows. Groups and 'not specified' counterparts are left out. recorded_on is the last day of 2025, in which the IMF publishes positions at the end of 2024; the file's own day is not known.",
    },
  },
  recordedOn: "last day of 2025, the year in which positions of 2024 are published",
  columns: [
    {name: "economy", type: "VARCHAR", description: "Reporting economy, ISO 3166-1 alpha-3"},
    {name: "counterpart", type: "VARCHAR", description: "Counterpart economy, ISO 3166-1 alpha-3"},
    {name: "year", type: "INTEGER", description: "End of this year", unit: "year"},
    {name: "direction", type: "VARCHAR", description: "in: into the economy; out: from it"},
    {
      name: "derived",
      type: "BOOLEAN",
      description: "Whether the figure mirrors the counterpart's report instead of being reported",
    },
    {name: "value_usd", type: "DOUBLE", description: "Position, current US dollars", unit: "USD"},
  ],
  orderBy: ["economy", "counterpart", "direction", "year", "derived"],
  select: ({csv}) => `
    SELECT DATE '2025-12-31' AS recorded_on, economy,
      CASE counterpart WHEN 'KOS' THEN 'XKX' WHEN 'WBG' THEN 'PSE' ELSE counterpart END AS counterpart,
      year, direction, dv_type <> 'O' AS derived, round(CAST(value_musd AS DOUBLE) * 1e6) AS value_usd
    FROM ${csv("trade/imf_dip_fdi_5powers_2014-2025.csv.gz")}
    WHERE regexp_full_match(economy, '[A-Z]{3}') AND regexp_full_match(counterpart, '[A-Z]{3}')
      AND coalesce(year, '') <> '' AND coalesce(value_musd, '') <> ''`,
};
