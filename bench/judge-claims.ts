import {readFileSync} from "node:fs";
import {z} from "zod";
import {auditArticle} from "../src/audit/index.ts";
import {readWatch} from "../src/cli/house.ts";
import {findMentionsIn} from "../src/coding/index.ts";
import {measure} from "../src/measures/index.ts";
import {readArticle} from "../src/pipeline/index.ts";
import {captureOf} from "../src/sources/index.ts";
import type {Ledger} from "../src/store/index.ts";
import {
  day,
  type FactBook,
  type ListedParty,
  type Reference,
  type Series,
  type Verdict,
  type Watch,
} from "../src/world/index.ts";

/** The day on which the labelled claims are read back. */
export const asOf = day("2026-11-24");

export const claimsSchema = z.strictObject({
  about: z.string(),
  claims: z.array(
    z.strictObject({
      kind: z.string(),
      /** How it is right or wrong: "accurate", "wrong period", "trap"; not every batch says. */
      manner: z.string().optional(),
      text: z.string(),
      expected: z.enum([
        "supported",
        "contradicted",
        "stale",
        "not tested",
        "opinion",
        "prediction",
        "recommendation",
      ]),
      from: z.string(),
      language: z.string().optional(),
      part: z.enum(["tuning", "held-out"]),
    }),
  ),
});
type Labelled = z.infer<typeof claimsSchema>["claims"][number];
type Word = Labelled["expected"] | "none";

/** One word for all that was found in a claim: what is contradicted decides, then what is supported. */
function wordOf(verdicts: readonly Verdict[]): Word {
  const words = verdicts.map(({verdict, kind}) => (verdict ?? kind) as Word);
  const [first = "none"] = words;
  return (
    words.find((word) => word === "contradicted") ??
    words.find((word) => word === "supported") ??
    first
  );
}

/** Claims and what the ledger knows of every state that they name. */
export interface Labelling {
  readonly claims: readonly Labelled[];
  readonly book: FactBook;
  readonly watch: Watch;
  readonly listed: readonly ListedParty[];
}

async function auditClaim(
  {text, language}: Labelled,
  series: readonly Series[],
  {book, watch, listed}: Labelling,
  reference: Reference,
): Promise<Verdict[]> {
  const capture = captureOf(Buffer.from(`${text}\n`), "bench:claim.txt", asOf, false);
  const read = await readArticle(capture, reference);
  const article = language === undefined ? read.article : {...read.article, language};
  return auditArticle({...read, article, moves: [], series, book, watch, listed, reference});
}

export interface JudgedClaim {
  readonly claim: Labelled;
  readonly expected: Word;
  readonly found: Word;
  readonly floor: Word;
}

/** Each labelled claim with the auditor's word and the floor's. */
export async function judgeClaims(
  labelling: Labelling,
  reference: Reference,
): Promise<JudgedClaim[]> {
  const rows: JudgedClaim[] = [];
  const {claims, book, watch} = labelling;
  const series = measure(book, watch, reference);
  for (const claim of claims) {
    const found = wordOf(await auditClaim(claim, series, labelling, reference));
    const floor = anyEvidence(claim, book, reference);
    rows.push({claim, expected: claim.expected, found, floor});
  }
  return rows;
}

/** The labelled claims of a file, and a book that has the facts of every state that they name. */
export async function readClaims(
  file: string,
  ledger: Ledger,
  reference: Reference,
): Promise<Labelling> {
  const {claims} = claimsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const states = new Set(reference.states.map(({code}) => code));
  const named = claims.flatMap(({text, language}) =>
    findMentionsIn(language ?? "en", text, reference).map(({party}) => party),
  );
  const watch = readWatch(undefined, reference);
  const wide = {...watch, states: [...new Set(named.filter((one) => states.has(one)))].sort()};
  return {
    claims,
    book: await ledger.readFacts(wide, reference, asOf),
    watch,
    listed: await ledger.listedParties(asOf),
  };
}

/** The floor: any row of ours on the same pair, or on the one state named, supports what is said of it. */
function anyEvidence({text, language}: Labelled, book: FactBook, reference: Reference): Word {
  const parties = [
    ...new Set(findMentionsIn(language ?? "en", text, reference).map(({party}) => party)),
  ];
  const [a, b] = parties;
  if (a === undefined) return "none";
  const pair = (x: string, y: string) => [x, y].every((one) => parties.includes(one));
  const known =
    (b === undefined && book.militarySpending.some(({state}) => state === a)) ||
    book.trade.some(({exporter, importer}) => pair(exporter, importer)) ||
    book.armsDeliveries.some(({supplier, recipient}) => pair(supplier, recipient)) ||
    book.sanctions.some(({sender, target}) => pair(sender, target)) ||
    reference.memberships.some(({bloc, state}) => pair(bloc, state));
  return known ? "supported" : "not tested";
}

const share = (hits: number, all: number) => (all === 0 ? 0 : hits / all);

/** Of what was said to be so, how much was. */
export function precision(rows: readonly {expected: Word; found: Word}[], word: Word): number {
  const said = rows.filter(({found}) => found === word);
  return share(said.filter(({expected}) => expected === word).length, said.length);
}

/** Claims that the data settle and that were given their verdict. */
export function coverage(rows: readonly {expected: Word; found: Word}[]): number {
  const settled = rows.filter(
    ({expected}) => expected === "supported" || expected === "contradicted",
  );
  return share(settled.filter(({expected, found}) => expected === found).length, settled.length);
}
