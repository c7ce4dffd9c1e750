import type {Recipe} from "./recipe.ts";
import {stateByName} from "./states.ts";

const licence =
  "SIPRI terms: free for non-commercial use with citation; the carrying repository states none";
const register =
  "SIPRI Arms Transfers Database, trade register generated 2026-05-18, as carried by github.com/alexarui/network-analysis @bc16e959";
const party =
  "ISO 3166-1 alpha-3 (the USSR as RUS), or SIPRI's own name where it is no state (rebels, organisations, unknown)";

/**
 * A party by code. The carried form of the register writes South Vietnam with North Vietnam's code: its suppliers from
 * 1951 to 1972 are France and the USA, and SIPRI's own register says "South Vietnam". North Vietnam stands as VNM there.
 */
const byCode = (column: string) =>
  `CASE ${column} WHEN 'VDR' THEN 'RVN' ELSE ${column} END AS ${column}`;

export const armsOrders: Recipe = {
  id: "arms-orders",
  card: {
    title: "Orders of major arms, 1950-2025 (SIPRI trade register)",
    source: register,
    citation:
      "Stockholm International Peace Research Institute, SIPRI Arms Transfers Database, 2026.",
    licence,
    commercialUse: false,
    coverage: {
      from: "1950",
      to: "2025",
      note: "Deals whose orders or deliveries fall in 1950-2025, major conventional arms only. recorded_on is the day on which the register was generated; SIPRI revises past years.",
    },
  },
  recordedOn: "day on which SIPRI's register was generated",
  columns: [
    {name: "recipient", type: "VARCHAR", description: `Recipient: ${party}`},
    {name: "supplier", type: "VARCHAR", description: `Supplier: ${party}`},
    {name: "order_year", type: "INTEGER", description: "Year of the order", unit: "year"},
    {
      name: "order_year_uncertain",
      type: "BOOLEAN",
      description: "Whether SIPRI marks the year of order as an estimate",
    },
    {name: "ordered", type: "INTEGER", description: "Number ordered", unit: "items"},
    {
      name: "ordered_uncertain",
      type: "BOOLEAN",
      description: "Whether SIPRI marks the number ordered as an estimate",
    },
    {name: "delivered", type: "INTEGER", description: "Number delivered or made", unit: "items"},
    {name: "designation", type: "VARCHAR", description: "Weapon designation"},
    {name: "description", type: "VARCHAR", description: "Weapon description"},
    {
      name: "delivery_years",
      type: "VARCHAR",
      description: "Years of delivery, joined by ';'; empty before any delivery",
    },
    {name: "status", type: "VARCHAR", description: "New, second hand, modernised"},
    {name: "comments", type: "VARCHAR", description: "SIPRI's comments on the deal"},
    {
      name: "tiv_ordered",
      type: "DOUBLE",
      description: "Trend-indicator value ordered",
      unit: "million TIV",
    },
    {
      name: "tiv_delivered",
      type: "DOUBLE",
      description: "Trend-indicator value delivered",
      unit: "million TIV",
    },
  ],
  orderBy: ["recipient", "supplier", "order_year", "designation"],
  select: ({csv}) => `
    SELECT DATE '2026-05-18' AS recorded_on, ${byCode("recipient")}, ${byCode("supplier")},
      nullif(year_order, '') AS order_year,
      coalesce(year_order_uncertain, '') = '?' AS order_year_uncertain, TRY_CAST(n_ordered AS DOUBLE) AS ordered,
      coalesce(n_ordered_uncertain, '') = '?' AS ordered_uncertain, TRY_CAST(n_delivered AS DOUBLE) AS delivered,
      designation, coalesce(description, '') AS description, coalesce(years_delivery, '') AS delivery_years,
      coalesce(status, '') AS status, coalesce(comments, '') AS comments,
      nullif(tiv_order, '') AS tiv_ordered, nullif(tiv_delivered, '') AS tiv_delivered
    FROM ${csv("arms/sipri_deals_1950-2025.csv.gz")}`,
};

export const armsDeliveries: Recipe = {
  id: "arms-deliveries",
  card: {
    title: "Deliveries of major arms by year, supplier and recipient, 1950-2025",
    source: register,
    citation: armsOrders.card.citation,
    licence,
    commercialUse: false,
    coverage: {
      from: "1950",
      to: "2025",
      note: "Each deal's value is spread evenly over its delivery years: not SIPRI's own yearly figures. Between states only: deals with rebels, organisations and unknown parties (0.5 % of the value) stand in arms-orders alone. recorded_on is the day on which the register was generated.",
    },
  },
  recordedOn: "day on which SIPRI's register was generated",
  columns: [
    {name: "year", type: "INTEGER", description: "Year of delivery", unit: "year"},
    {name: "supplier", type: "VARCHAR", description: `Supplier: ${party}`},
    {name: "recipient", type: "VARCHAR", description: `Recipient: ${party}`},
    {
      name: "tiv",
      type: "DOUBLE",
      description: "Trend-indicator value delivered",
      unit: "million TIV",
    },
  ],
  orderBy: ["year", "supplier", "recipient"],
  select: ({csv}) => `
    SELECT DATE '2026-05-18' AS recorded_on, year, ${byCode("supplier")}, ${byCode("recipient")},
      tiv_musd_even_split AS tiv
    FROM ${csv("arms/sipri_tiv_dyads_1950-2025.csv.gz")}`,
};

export const militarySpending: Recipe = {
  id: "military-spending",
  card: {
    title: "Military expenditure by state, 1949-2024",
    source:
      "SIPRI Military Expenditure Database 1949-2024, as carried by github.com/podsv-fs26-ad24/ad24-6-fancyproject @fa10b3ca",
    citation:
      "Stockholm International Peace Research Institute, SIPRI Military Expenditure Database, 2025.",
    licence:
      "SIPRI terms: free for non-commercial use with citation; CC BY-SA 4.0 on the repository",
    commercialUse: false,
    coverage: {
      from: "1949",
      to: "2024",
      note: "Constant 2023 US dollars. recorded_on is 2025-12-31: the 1949-2024 edition came out in 2025, and this is a revised file of it without a day.",
    },
  },
  recordedOn: "last day of 2025, the year of the 1949-2024 edition",
  columns: [
    {
      name: "state",
      type: "VARCHAR",
      description: "State, ISO 3166-1 alpha-3 (SUN, DDR, CSK, YAR, EU)",
    },
    {name: "year", type: "INTEGER", description: "Calendar year", unit: "year"},
    {
      name: "constant2023_usd",
      type: "DOUBLE",
      description: "Military expenditure in constant 2023 US dollars",
      unit: "USD",
    },
    {
      name: "share_of_gdp",
      type: "DOUBLE",
      description: "Military expenditure over gross domestic product",
      unit: "share",
    },
  ],
  orderBy: ["state", "year"],
  prepare: async ({records, fill, note}) => {
    const rows: (string | null)[][] = [];
    const lost = new Set<string>();
    for (const raw of records("arms/sipri_milex_1949-2024.csv.gz", [
      "country",
      "year",
      "const2023_musd",
      "share_gdp",
    ])) {
      const state = stateByName.get(raw.country);
      if (state === undefined) lost.add(raw.country);
      else rows.push([state, raw.year, raw.const2023_musd || null, raw.share_gdp || null]);
    }
    if (lost.size > 0) note(`left out, no state of that name: ${[...lost].join(", ")}`);
    await fill("milex", ["state", "year", "musd", "share"], rows);
  },
  select: () => `
    SELECT DATE '2025-12-31' AS recorded_on, state, year, round(CAST(musd AS DOUBLE) * 1e6) AS constant2023_usd,
      share AS share_of_gdp FROM milex`,
};
