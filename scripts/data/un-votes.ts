import {type Column, literal, type Recipe} from "./recipe.ts";

const matrix = "unga/un_votes_matrix.csv.gz";
const resolutions = "unga/un_resolutions.csv.gz";

const source =
  "UN Digital Library, as kept by github.com/lefthand67/un_votes @38cae077 (item dumps of 2024-03-14 to 2025-11-08)";
const citation =
  "United Nations, Dag Hammarskjöld Library: UN Digital Library, voting data, 1946-2025. https://digitallibrary.un.org";
const licence =
  "UN copyright: non-commercial use with attribution (UN Digital Library terms); the carrying repository is GPL-3";
const recordedOn =
  "the day of the dump in which the vote first stands (base dump 2024-03-14), never before the vote";

/** The base dump is dated "2024-03-14 base"; one later dump is dated before a vote it holds. */
const recorded = `greatest(CAST(left(r.scraped, 10) AS DATE), CAST(r.date AS DATE))`;

const shared: readonly Column[] = [
  {name: "record_id", type: "INTEGER", description: "Record number in the UN Digital Library"},
  {name: "symbol", type: "VARCHAR", description: "Resolution symbol"},
  {name: "date", type: "DATE", description: "Day of the vote or adoption"},
];

export const unVotes: Recipe = {
  id: "un-votes",
  card: {
    title: "Recorded votes of the UN General Assembly, one row per vote and state",
    source,
    citation,
    licence,
    commercialUse: false,
    coverage: {
      from: "1946-01-26",
      to: "2025-10-29",
      note: "Adopted resolutions with a recorded vote only: no paragraph votes, amendments or failed drafts; the autumn 2025 session is not in. 'absent' is the publisher's X: listed but not voting, which does not tell absent from declining. The USSR stands as RUS, Serbia and Montenegro as SRB. recorded_on is the day of the dump.",
    },
  },
  recordedOn,
  columns: [
    ...shared,
    {name: "state", type: "VARCHAR", description: "ISO 3166-1 alpha-3, or CSK, DDR, YMD, YUG"},
    {name: "vote", type: "VARCHAR", description: "yes, no, abstain or absent"},
  ],
  orderBy: ["date", "record_id", "state"],
  select: ({csv, text}) => {
    const header = text(matrix).split("\n", 1)[0] ?? "";
    const column = header.slice(header.indexOf("votes:"));
    const states = column.slice("votes:".length).trim().split(" ");
    return `
      SELECT ${recorded} AS recorded_on, m.record_id, m.symbol, m.date, [${states.map(literal).join(", ")}][i] AS state,
        CASE substr(m.votes, i, 1) WHEN 'Y' THEN 'yes' WHEN 'N' THEN 'no' WHEN 'A' THEN 'abstain' WHEN 'X' THEN 'absent' END AS vote
      FROM (SELECT record_id, symbol, date, "${column.trim()}" AS votes, unnest(range(1, ${states.length + 1})) AS i
            FROM ${csv(matrix)} WHERE symbol LIKE 'A/%') m
      JOIN ${csv(resolutions)} r USING (record_id)
      WHERE substr(m.votes, i, 1) IN ('Y', 'N', 'A', 'X')`;
  },
};

export const unResolutions: Recipe = {
  id: "un-resolutions",
  card: {
    title: "Resolutions of the UN General Assembly and Security Council",
    source,
    citation,
    licence,
    commercialUse: false,
    coverage: {
      from: "1946-01-24",
      to: "2025-10-31",
      note: "Counts are empty where the resolution was adopted without a recorded vote. One record without symbol or date is left out.",
    },
  },
  recordedOn,
  columns: [
    shared[0] as Column,
    {name: "body", type: "VARCHAR", description: "A: General Assembly, S: Security Council"},
    ...shared.slice(1),
    {name: "title", type: "VARCHAR", description: "Title of the resolution"},
    {name: "agenda", type: "VARCHAR", description: "Agenda item, where given"},
    {name: "recorded_vote", type: "BOOLEAN", description: "Whether the vote was recorded by state"},
    {name: "yes", type: "INTEGER", description: "States in favour", unit: "states"},
    {name: "no", type: "INTEGER", description: "States against", unit: "states"},
    {name: "abstain", type: "INTEGER", description: "States abstaining", unit: "states"},
    {name: "nonvoting", type: "INTEGER", description: "States listed, not voting", unit: "states"},
  ],
  orderBy: ["date", "record_id"],
  select: ({csv}) => `
    SELECT ${recorded} AS recorded_on, r.record_id, r.body, r.symbol, r.date, r.title,
      nullif(r.agenda, 'N/A') AS agenda, m.record_id IS NOT NULL AS recorded_vote,
      CASE WHEN m.record_id IS NOT NULL THEN r.yes END AS yes,
      CASE WHEN m.record_id IS NOT NULL THEN r.no END AS no,
      CASE WHEN m.record_id IS NOT NULL THEN r.abstain END AS abstain,
      CASE WHEN m.record_id IS NOT NULL THEN r.nonvoting END AS nonvoting
    FROM ${csv(resolutions)} r LEFT JOIN ${csv(matrix)} m USING (record_id)
    WHERE r.body IN ('A', 'S')`,
};
