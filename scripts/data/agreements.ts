import type {Kitchen, Recipe} from "./recipe.ts";

const card = {
  source:
    "DESTA and HUGGO trade agreements, as compiled by github.com/globalgov/manytrade @87803225",
  citation:
    "Hollway, James, et al., manytrade: Trade Agreements for 'many' packages; Dür, Andreas, Leonardo Baccini and Manfred Elsig. 2014. The Design of International Trade Agreements (DESTA).",
  licence: "CC BY 4.0",
  commercialUse: true,
} as const;

/** HUGGO codes that are not ISO. */
const codes: Readonly<Record<string, string>> = {
  ALG: "DZA",
  BUL: "BGR",
  FIJ: "FJI",
  KOS: "XKX",
  EC: "EU",
};

interface PartialDay {
  readonly day: string;
  readonly precision: "day" | "month" | "year";
}

/** "1998" → first day of 1998, known to the year; 9999 means "has not ended". */
function partialDay(text: string | undefined): PartialDay | null {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text ?? "");
  if (found === null || found[1] === "9999") return null;
  // 99 stands for a month or a day that HUGGO does not know.
  const [year, month, dayOfMonth] = found
    .slice(1)
    .map((part) => (part === "99" ? undefined : part));
  return {
    day: `${year}-${month ?? "01"}-${dayOfMonth ?? "01"}`,
    precision: dayOfMonth !== undefined ? "day" : month !== undefined ? "month" : "year",
  };
}

/** DESTA keeps years; its agreements file writes them as 1 January. */
function yearOnly(text: string | undefined): PartialDay | null {
  return partialDay(text?.slice(0, 4));
}

interface Party {
  id: string;
  state: string;
  title: string;
  signed: PartialDay | null;
  inForce: PartialDay | null;
  ended: PartialDay | null;
  treatySigned: PartialDay | null;
  treatyInForce: PartialDay | null;
  treatyEnded: PartialDay | null;
  from: "DESTA" | "HUGGO";
}

function readParties({records}: Kitchen): readonly Party[] {
  const huggo = records("memberships/manytrade_memberships_HUGGO_MEM.csv.gz", [
    "treatyID",
    "stateID",
    "Title",
    "Signature",
    "Force",
    "End",
    "StateSignature",
    "StateForce",
    "StateEnd",
  ]).map(
    (raw): Party => ({
      id: raw.treatyID,
      state: codes[raw.stateID] ?? raw.stateID,
      title: raw.Title,
      signed: partialDay(raw.StateSignature) ?? partialDay(raw.Signature),
      inForce: partialDay(raw.StateForce) ?? partialDay(raw.Force),
      ended: partialDay(raw.StateEnd) ?? partialDay(raw.End),
      treatySigned: partialDay(raw.Signature),
      treatyInForce: partialDay(raw.Force),
      treatyEnded: partialDay(raw.End),
      from: "HUGGO",
    }),
  );
  const desta = records("memberships/manytrade_memberships_DESTA_MEM.csv.gz", [
    "treatyID",
    "stateID",
    "Title",
    "Signature",
    "Force",
  ]).map((raw): Party => {
    const signed = yearOnly(raw.Signature);
    const inForce = yearOnly(raw.Force);
    return {
      id: raw.treatyID,
      state: raw.stateID,
      title: raw.Title,
      signed,
      inForce,
      ended: null,
      treatySigned: signed,
      treatyInForce: inForce,
      treatyEnded: null,
      from: "DESTA",
    };
  });
  return [...huggo, ...desta].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function earliest(days: readonly (PartialDay | null)[]): PartialDay | null {
  const known = days.filter((entry) => entry !== null);
  return known.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0] ?? null;
}

const dates = (whose: string) =>
  (
    [
      ["signed", "signature"],
      ["in_force", "entry into force"],
      ["ended", "end"],
    ] as const
  ).flatMap(([name, what]) => [
    {
      name,
      type: "DATE" as const,
      description: `Day of ${what} ${whose}; first day of the month or year where no more is known`,
    },
    {
      name: `${name}_precision`,
      type: "VARCHAR" as const,
      description: `How exactly ${name} is known: day, month or year`,
    },
  ]);

const names = (entry: PartialDay | null) => [entry?.day ?? null, entry?.precision ?? null];
const recordedOn = "last day of 2023, the year of the newest agreement in the compilation";
const sourceColumn = {
  name: "source_dataset",
  type: "VARCHAR" as const,
  description: "DESTA, HUGGO or DESTA+HUGGO; HUGGO's dates go first, as DESTA has years only",
};
const recordedNote =
  "recorded_on is the last day of 2023, the year of the newest agreement in it, as the compilation's own day is not known.";

export const agreements: Recipe = {
  id: "agreements",
  card: {
    ...card,
    title: "Trade agreements, 1948-2023",
    coverage: {
      from: "1948",
      to: "2023-10-10",
      note: `DESTA to 2020, HUGGO to 2023; titles are DESTA's where it has one. ${recordedNote}`,
    },
  },
  recordedOn,
  columns: [
    {name: "id", type: "VARCHAR", description: "Treaty code of manytrade"},
    {name: "title", type: "VARCHAR", description: "Title, often only the names of the parties"},
    ...dates("of the agreement"),
    sourceColumn,
  ],
  orderBy: ["id"],
  prepare: async (kitchen) => {
    const byId = new Map<string, {title: string; parties: Party[]; sources: Set<string>}>();
    for (const party of readParties(kitchen)) {
      const kept = byId.get(party.id) ?? {title: party.title, parties: [], sources: new Set()};
      if (party.from === "DESTA") kept.title = party.title;
      kept.parties.push(party);
      kept.sources.add(party.from);
      byId.set(party.id, kept);
    }
    const listed = new Map(
      kitchen
        .records("memberships/manytrade_agreements_DESTA.csv.gz", [
          "treatyID",
          "Title",
          "Signature",
          "Force",
        ])
        .map((raw) => [raw.treatyID, raw]),
    );
    for (const [id, raw] of listed) {
      const kept = byId.get(id) ?? {title: "", parties: [], sources: new Set()};
      kept.title = raw.Title;
      kept.sources.add("DESTA");
      byId.set(id, kept);
    }
    await kitchen.fill(
      "treaties",
      ["recorded_on", "id", "title", ...dates("").map((column) => column.name), "source_dataset"],
      [...byId].map(([id, {title, parties, sources}]) => {
        const exact = parties.filter((party) => party.from === "HUGGO");
        const best = (pick: (party: Party) => PartialDay | null, of: string | undefined) =>
          earliest(exact.map(pick)) ?? yearOnly(of) ?? earliest(parties.map(pick));
        return [
          "2023-12-31",
          id,
          title,
          ...names(best((party) => party.treatySigned, listed.get(id)?.Signature)),
          ...names(best((party) => party.treatyInForce, listed.get(id)?.Force)),
          ...names(earliest(exact.map((party) => party.treatyEnded))),
          [...sources].sort().join("+"),
        ];
      }),
    );
  },
  select: () => "SELECT * FROM treaties",
};

export const agreementMembers: Recipe = {
  id: "agreement-members",
  card: {
    ...card,
    title: "States that are party to trade agreements, 1948-2023",
    coverage: {
      from: "1948",
      to: "2023-10-10",
      note: `A party's own day where HUGGO has one, else the agreement's. DESTA knows years only and no ends. ${recordedNote}`,
    },
  },
  recordedOn,
  columns: [
    {name: "id", type: "VARCHAR", description: "Treaty code of manytrade"},
    {name: "state", type: "VARCHAR", description: "Party, ISO 3166-1 alpha-3, or EU, EFTA"},
    ...dates("for this party"),
    sourceColumn,
  ],
  orderBy: ["id", "state"],
  prepare: async (kitchen) => {
    const byParty = new Map<string, {party: Party; sources: Set<string>}>();
    let unnamed = 0;
    for (const party of readParties(kitchen)) {
      if (party.state === "") {
        unnamed += 1;
        continue;
      }
      const key = `${party.id}|${party.state}`;
      const kept = byParty.get(key) ?? {party, sources: new Set()};
      if (party.from === "HUGGO" && kept.party.from === "DESTA") kept.party = party;
      kept.sources.add(party.from);
      byParty.set(key, kept);
    }
    kitchen.note(`left out, no code of a state: ${unnamed} parties`);
    await kitchen.fill(
      "parties",
      ["recorded_on", "id", "state", ...dates("").map((column) => column.name), "source_dataset"],
      [...byParty.values()].map(({party, sources}) => [
        "2023-12-31",
        party.id,
        party.state,
        ...names(party.signed),
        ...names(party.inForce),
        ...names(party.ended),
        [...sources].sort().join("+"),
      ]),
    );
  },
  select: () => "SELECT * FROM parties",
};
