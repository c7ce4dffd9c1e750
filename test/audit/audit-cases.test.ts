import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {basename} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {ArticleAudit} from "../../src/audit/index.ts";
import {auditOne, readArticle} from "../../src/pipeline/index.ts";
import {captureOf} from "../../src/sources/index.ts";
import {day, type Evidence, type Verdict, yearOf} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";

/** Articles that we wrote, each with the verdicts that a person read and kept; a new one writes its output beside. */
const inputs = "test/input/audit";
const outputs = "test/output/audit";
const seed = "../shared/seed";

let house: Awaited<ReturnType<typeof foundingLedger>>;
beforeAll(async () => {
  house = await foundingLedger();
}, 120_000);
afterAll(() => house.ledger.close());

async function auditFile(path: string): Promise<ArticleAudit> {
  const {ledger, reference, watch} = house;
  const asOf = day("2026-11-24");
  const reading = await readArticle(captureOf(readFileSync(path), path, asOf, false), reference);
  return auditOne({ledger, reference, watch, asOf, version: "test", ...reading});
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
      const told = tell(audit);
      const kept = `${outputs}/${file}`;
      if (!existsSync(kept)) writeFileSync(kept, told);
      expect(told).toBe(readFileSync(kept, "utf8"));
    }, 60_000);

  it.skipIf(!existsSync(seed))(
    "the founding text",
    async () => {
      const [name] = readdirSync(seed);
      const audit = await auditFile(`${seed}/${name}`);
      const words = new Set(audit.verdicts.map(({verdict}) => verdict));
      expect([...words].sort()).toEqual(["not tested", "stale", null].sort());
      expect(audit.repairs).toHaveLength(2);
      expect(audit.chain[0]).toMatchObject({who: "Nikkei Asia", kind: "outlet", seen: false});
      expect(audit.marks.map(({kind}) => kind)).toContain("machine-residue");
      expect(audit.missing.map(({what}) => what)).toContain("day of publication");
    },
    60_000,
  );
});
