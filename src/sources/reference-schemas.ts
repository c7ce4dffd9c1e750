import {z} from "zod";
import {
  actorRoles,
  codedLanguages,
  day,
  eases,
  eventTypes,
  isDay,
  modeWords,
  type OtherName,
  type Person,
  type Phrase,
  pledgeAdvances,
  pledgeEnds,
  pledgeKinds,
  pledgeStages,
  sectors,
  tradeScenarios,
} from "../world/index.ts";

/** Shapes of the files under `reference/`. Strict: a column that is not named here is a fault of ours. */

const words = z.string().min(1);
const optionalText = z.string().transform((text) => (text === "" ? null : text));
const wordList = z.string().transform((text) =>
  text
    .split(";")
    .map((word) => word.trim())
    .filter((word) => word !== ""),
);
const someDay = z.string().refine(isDay, {error: "is no day (YYYY-MM-DD)"});
const optionalDay = z
  .string()
  .refine((text) => text === "" || isDay(text), {error: "is no day (YYYY-MM-DD) and not empty"})
  .transform((text) => (isDay(text) ? text : null));
const optionalYear = z.string().regex(/^(?:\d{4})?$/, {error: "is no year and not empty"});
const code = z.string().regex(/^[A-Z]{3}$/, {error: "is no three-letter code"});
const blocId = z.string().regex(/^[A-Z][A-Z0-9_]*$/, {error: "is no bloc id"});
const sector = z.enum(sectors);
const eventType = z.enum(eventTypes);

export const stateRow = z.strictObject({
  code,
  name: words,
  iso2: optionalText,
  fips: optionalText,
  cow: z
    .string()
    .regex(/^\d*$/)
    .transform((text) => (text === "" ? null : Number(text))),
  region: words,
  capital: optionalText,
  demonyms: wordList,
  aliases: wordList,
  existed_from: someDay,
  existed_to: optionalDay,
  successor: wordList,
  standing: z.enum(["un-member", "un-observer", "territory", "disputed", "dissolved"]),
  source: words,
});

export const stateCodeRow = z.strictObject({
  scheme: z.enum(["iso3", "iso2", "iso-numeric", "cow", "gw", "fips", "cameo", "name"]),
  code: words,
  state: optionalText,
  from: optionalDay,
  to: optionalDay,
  source: words,
});

const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d+\.\d{2}$/, {error: "is no number of degrees with two decimals"})
    .transform(Number)
    .refine((value) => Math.abs(value) <= most, {error: `is beyond ${most} degrees`});

export const capitalRow = z.strictObject({
  state: code,
  capital: words,
  longitude: degrees(180),
  latitude: degrees(90),
  source: words,
});

export const membershipRow = z.strictObject({
  bloc: blocId,
  state: code,
  role: z.enum(["member", "partner", "observer", "applicant"]),
  from: someDay,
  to: optionalDay,
  source: words,
});

export const officeRow = z.strictObject({
  person: words,
  state: z.union([code, blocId]),
  office: words,
  from: someDay,
  to: optionalDay,
  source: words,
});

export const nameRow = z.strictObject({
  name: words,
  state: code,
  kind: z.enum(["former", "city", "seat", "acronym", "demonym", "spelling"]),
  from: optionalDay,
  to: optionalDay,
  source: words,
});

export const bodyRow = z.strictObject({
  name: words,
  party: z.union([code, blocId]),
  role: z.enum(actorRoles),
  office: words,
  read: z.enum(["", "context"]),
  from: optionalDay,
  to: optionalDay,
  source: words,
});

/** @param known ids that a person may belong to. */
export const personRow = (known: {
  readonly states: ReadonlySet<string>;
  readonly blocs: ReadonlySet<string>;
}) =>
  z
    .strictObject({
      name: words.regex(/\s/),
      party: words.refine((id) => known.states.has(id) || known.blocs.has(id), {
        error: "is no state or bloc",
      }),
      role: z.enum(actorRoles),
      alone: optionalText,
      from: optionalYear,
      to: optionalYear,
    })
    .transform(
      ({from, to, ...row}): Person => ({
        ...row,
        from: from === "" ? null : day(`${from}-01-01`),
        to: to === "" ? null : day(`${to}-12-31`),
      }),
    );

export const outletRow = z.strictObject({
  name: words,
  hosts: wordList,
  aliases: wordList,
  owner: words,
  control: z.enum(["state", "party", "public", "cooperative", "private"]),
  country: code,
  from: optionalDay,
  to: optionalDay,
  source: words,
});

export const crosswalkRow = z.strictObject({
  cameo: z.string().regex(/^\d{2,4}$/, {error: "is no CAMEO code"}),
  plover: z.union([eventType, z.literal("")]),
});

export const blocEntry = z.strictObject({
  id: blocId,
  name: words,
  kind: z.enum(["organisation", "aggregate", "body"]),
  aliases: z.array(words),
  definition: z.string().optional(),
  source: words,
});

export const aggregateEntry = z.strictObject({
  id: blocId,
  components: z.strictObject({blocs: z.array(blocId), states: z.array(code)}),
  from: someDay,
  note: words,
  source: words,
});

export const sectorEntry = z.strictObject({
  id: sector,
  name: words,
  sitcSections: z.array(z.int().min(0).max(9)),
  hsChapters: z.array(z.string().regex(/^\d{2}$/)),
  words: z.array(words),
  source: words,
});

export const codebookEntry = z.strictObject({
  type: eventType,
  quad: z.enum([
    "verbal co-operation",
    "material co-operation",
    "verbal conflict",
    "material conflict",
  ]),
  meaning: words,
  cameoRoots: z.array(z.string().regex(/^\d{2,4}$/)),
  verbs: z.array(words).min(1),
  nouns: z.array(words),
  subModes: z.array(z.strictObject({id: words, meaning: words, words: z.array(words).min(1)})),
  symmetric: z.boolean(),
});

/** A town or region that the news names without its state, as one more name of it. */
export const placeRow = z.strictObject({name: words, state: code}).transform(
  (row): OtherName => ({
    ...row,
    kind: "city",
    from: null,
    to: null,
    source:
      "Cities, provinces and regions of one state alone in the news; the states' own gazetteers",
  }),
);

export const phraseRow = z
  .strictObject({
    type: z.union([eventType, z.literal("NONE")]),
    part: z.enum(["verb", "noun"]),
    words: z.string().regex(/^(?:not )?[a-z][a-z0-9'’/-]*(?:[ |][a-z0-9][a-z0-9'’/-]*)*$/),
    turned: z.enum(["", "~"]),
  })
  .transform(({turned, ...row}): Phrase => ({...row, turned: turned === "~"}));

const actionBase = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  focus: words,
  action: words,
  whoseChoice: z.array(words).min(1),
  sectors: z.array(sector).min(1),
  assumes: z.array(words).min(1),
  expected: words,
  mechanism: words,
  gains: words,
  loses: words,
  cost: z.strictObject({text: words, source: words}).nullable(),
  reversibility: z.strictObject({ease: z.enum(eases), because: words}),
  source: words,
};

export const actionEntry = z.discriminatedUnion("basis", [
  z.strictObject({
    ...actionBase,
    basis: z.literal("trade-equilibrium"),
    scenario: z.enum(tradeScenarios),
  }),
  z.strictObject({
    ...actionBase,
    basis: z.literal("judgement"),
    precedentTypes: z.array(eventType).min(1),
    precedentWords: z.array(z.string().regex(/^[a-z][a-z -]*$/)).min(1),
    model: z
      .discriminatedUnion("id", [
        z.strictObject({id: z.literal("energy-supply"), change: z.enum(["lost", "gained"])}),
        z.strictObject({id: z.literal("arms-supply"), change: z.literal("kept")}),
      ])
      .optional(),
  }),
]);

export const likelihoodEntry = z.strictObject({
  term: words,
  low: z.number().min(0).max(1),
  high: z.number().min(0).max(1),
});

export const gradeEntry = z.strictObject({
  scale: z.enum(["reliability", "credibility"]),
  mark: z.string().regex(/^[A-F1-6]$/),
  meaning: words,
});

export const pledgeRuleEntry = z.strictObject({
  kind: z.enum(pledgeKinds),
  title: words,
  path: z.array(z.strictObject({stage: z.enum(pledgeAdvances), means: words})).min(1),
  ends: z.array(z.strictObject({stage: z.enum(pledgeEnds), means: words})),
  keptAt: z.enum(pledgeAdvances),
  overdueAfter: z
    .strictObject({
      from: z.enum(pledgeAdvances),
      years: z.number().positive().max(100),
      because: words,
    })
    .nullable(),
  unmeasured: words.nullable(),
  source: words,
});

export const trackEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: words,
  note: words,
  also: z
    .array(z.strictObject({kind: z.enum(pledgeKinds), words: z.array(words).min(1)}))
    .default([]),
  votes: z.boolean().default(false),
});

/** A day, a month ("2019-10") or a year, with how far it is known; empty where nobody knows. */
const partialDay = z
  .string()
  .regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/, {error: "is no day, month or year"})
  .refine((text) => text === "" || isDay(`${text}-01-01`.slice(0, 10)), {
    error: "is no day of the calendar",
  });

export const trackRow = z
  .strictObject({
    pledge: z.string().regex(/^[a-z]+(\/[A-Za-z0-9-]+)+$/, {error: "is no name of a pledge"}),
    kind: z.enum(pledgeKinds),
    by: wordList,
    to: wordList,
    sector,
    stage: z.union([z.enum(pledgeStages), z.literal("").transform(() => null)]),
    when: partialDay,
    text: words,
    source: z.string(),
    gap_why: z.string(),
    gap_would_fill: z.string(),
  })
  .refine(({by}) => by.length > 0, {error: "names nobody who has to act"})
  .refine(({source, gap_why}) => (source === "") !== (gap_why === ""), {
    error: "has a source or says why there is none, never both",
  })
  .refine(({gap_why, gap_would_fill}) => (gap_why === "") === (gap_would_fill === ""), {
    error: "a gap says why it is one and what would fill it",
  })
  .refine(({source, when}) => (source === "") === (when === ""), {
    error: "a row with a source has a date, a gap has none",
  })
  .refine(({gap_why, stage}) => gap_why === "" || stage === null, {
    error: "a gap moves nothing to a stage",
  });

const cueWords = z.array(z.string().regex(/^[\p{Ll}\p{N}*|' -]+$/u, {error: "is no row of words"}));

export const languageBook = z.strictObject({
  language: z.enum(codedLanguages),
  home: code,
  cues: z.record(z.enum([...eventTypes, "NONE"]), cueWords),
  modes: z.record(z.enum(modeWords), cueWords),
  sectors: z.record(sector, cueWords),
  actors: cueWords,
});

export const languageNameRow = z.strictObject({
  name: words,
  party: z.union([code, blocId]),
  kind: z.enum([
    "state",
    "demonym",
    "capital",
    "seat",
    "ministry",
    "military",
    "organisation",
    "company",
    "bloc",
    "leader",
    "place",
  ]),
});
