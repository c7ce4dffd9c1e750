import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {basename} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {
  type ArticleAudit,
  auditArticle,
  datasetsOfArticle,
  tellArticle,
  watchOfArticle,
} from "../../src/audit/index.ts";
import {measure} from "../../src/measures/index.ts";
import {auditOne, readArticle} from "../../src/pipeline/index.ts";
import {captureOf} from "../../src/sources/index.ts";
import {
  day,
  type Evidence,
  type FactBook,
  type Series,
  type Verdict,
  yearOf,
} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";

/** Articles that we wrote, each with the verdicts that a person read and kept; a new one writes its output beside. */
const inputs = "test/input/audit";
const outputs = "test/output/audit";
const seed = "../shared/seed";

const asOf = day("2026-11-24");

let house: Awaited<ReturnType<typeof foundingLedger>>;
let book: FactBook;
let series: readonly Series[];
beforeAll(async () => {
  house = await foundingLedger();
  const {ledger, reference, watch} = house;
  const texts = await Promise.all(readdirSync(inputs).map((file) => readFile(`${inputs}/${file}`)));
  const states = texts.flatMap(
    ({article}) => watchOfArticle(article, watch, reference).facts.states,
  );
  const wide = {...watch, states: [...new Set(states)].sort()};
  book = await ledger.readFacts(wide, reference, asOf, datasetsOfArticle({text: "resolution"}));
  series = measure({...book, rollCalls: []}, {...watch, states: ["IDN", "MYS"]}, reference);
});
afterAll(() => house.ledger.close());

const readFile = (path: string) =>
  readArticle(captureOf(readFileSync(path), path, asOf, false), house.reference);

/** One book of facts serves all cases, as it holds what each of them needs. */
async function auditFile(path: string): Promise<ArticleAudit> {
  const {reference, watch} = house;
  const reading = await readFile(path);
  const verdicts = auditArticle({...reading, moves: [], series, book, watch, reference});
  return tellArticle(reading.article, verdicts, reading.article.grade, () => false);
}

function placeOf(evidence: Evidence): string {
  if (evidence.kind === "rows") return evidence.dataset;
  return evidence.kind === "reference" ? evidence.table : evidence.kind;
}

function lineOf(verdict: Verdict): string {
  const cited = [...verdict.for, ...verdict.against].map(placeOf);
  const by = cited.length === 0 ? "" : ` [${[...new Set(cited)].join(", ")}]`;
  const {attribution} = verdict.claim;
  const said = attribution === null ? "" : ` (${attribution})`;
  return `${verdict.verdict ?? verdict.kind}: ${verdict.claim.text}${said}${by}`;
}

function tell(audit: ArticleAudit): string {
  const {nothing, verdicts, independent, assertions, chain, missing, repairs, marks} = audit;
  return `${[
    ...(nothing === null ? [] : [nothing]),
    ...verdicts.map(lineOf),
    "",
    `independent: ${independent} of ${assertions}`,
    `chain: ${chain.map(({who, claims}) => `${who} ${claims}`).join(", ")}`,
    `marks: ${marks.map(({kind}) => kind).join(", ")}`,
    `missing: ${missing.map(({what}) => what).join(", ")}`,
    `repairs: ${repairs.length}`,
  ].join("\n")}\n`;
}

/** With KNOWN=write what is said now is kept, to be read by a person in the diff. */
function expectKept(path: string, told: string): void {
  const {KNOWN} = process.env;
  if (KNOWN === "write") writeFileSync(path, told);
  else expect(told).toBe(readFileSync(path, "utf8"));
}

/** A verdict by the place of its claim, without the text, which is not ours; older figures are what it says of the past. */
function placed({claim, verdict, kind, past = []}: Verdict): string {
  const {evidence} = claim;
  const place = evidence.kind === "passage" ? `${evidence.start}-${evidence.end}` : evidence.kind;
  const old = [...new Set(past.map(placeOf))];
  const parties = claim.about.join("+") || "nobody";
  return `${place} ${verdict ?? kind}: ${parties}${old.length === 0 ? "" : ` [${old.join(", ")}]`}`;
}

/** What a contradicted claim cites must be of the claim's own states and lie where its period can reach it. */
function expectSameClaim({claim, against}: Verdict): void {
  expect(against.length).toBeGreaterThan(0);
  for (const evidence of against) {
    expect(evidence.kind).not.toBe("passage");
    const reached = evidence.reaches.map(({party}) => party);
    expect(claim.about.some((party) => reached.includes(party))).toBe(true);
    // Rows of one year or month are of the claim's period; a vote or a term is dated by itself and the period is what is wrong.
    if (
      evidence.kind !== "rows" ||
      evidence.dataset === "un-votes" ||
      evidence.dataset === "agreements"
    )
      continue;
    const {period} = claim;
    if (period === null) throw new Error(`a contradicted claim has no period: ${claim.text}`);
    for (const condition of evidence.where) {
      if (condition.column !== "year") continue;
      const years =
        "in" in condition
          ? condition.in.map(Number)
          : [Number(condition.from), Number(condition.to)];
      expect(Math.min(...years)).toBeLessThanOrEqual(yearOf(period.to));
      expect(Math.max(...years)).toBeGreaterThanOrEqual(yearOf(period.from));
    }
  }
}

describe("articles read back", () => {
  for (const file of readdirSync(inputs).sort())
    it(basename(file, ".txt"), async () => {
      const audit = await auditFile(`${inputs}/${file}`);
      for (const verdict of audit.verdicts)
        if (verdict.verdict === "contradicted") expectSameClaim(verdict);
      expectKept(`${outputs}/${file}`, tell(audit));
    });

  it.skipIf(!existsSync(seed))("the founding text", async () => {
    const [name] = readdirSync(seed);
    const {ledger, reference, watch} = house;
    const reading = await readFile(`${seed}/${name}`);
    const audit = await auditOne({ledger, reference, watch, asOf, version: "test", ...reading});
    const words = new Set(audit.verdicts.map(({verdict}) => verdict));
    expect([...words].sort()).toEqual(["not tested", "stale", null].sort());
    expect(audit.repairs).toHaveLength(2);
    expect(audit.chain[0]).toMatchObject({who: "Nikkei Asia", kind: "outlet", seen: false});
    expect(audit.marks.map(({kind}) => kind)).toContain("machine-residue");
    expect(audit.missing.map(({what}) => what)).toContain("day of publication");
    expectKept(`${outputs}/founding.txt`, `${audit.verdicts.map(placed).join("\n")}\n`);
  });
});
