import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {
  answerWatch,
  changesOf,
  gatherMatter,
  keepStepJudgement,
  type PledgesKnown,
  peopleAgree,
  pledgesOf,
} from "../../src/pipeline/index.ts";
import {parseJudgement} from "../../src/sources/index.ts";
import {type Answer, day, isGap, type PledgeStep} from "../../src/world/index.ts";
import {madeText} from "../exports/make-export.ts";
import {foundingLedger} from "./founding-ledger.ts";

const before = day("2026-12-01");
const on = day("2026-12-02");
const later = day("2026-12-03");

describe("people's judgements of a step of a pledge", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let asItWas: PledgesKnown;
  let pledge: PledgesKnown["pledges"][number];
  let step: PledgeStep;
  let answer: Answer;
  const keep = (author: string, said: object) =>
    keepStepJudgement({
      ledger: house.ledger,
      pledges: asItWas,
      given: parseJudgement(
        {about: [step.id], author, reason: "I read the contract", ...said},
        house.reference,
      ),
      on,
    });
  beforeAll(async () => {
    house = await foundingLedger();
    asItWas = await pledgesOf({...house, asOf: before});
    const found = asItWas.pledges.find(
      ({kind, standing, steps}) =>
        kind === "membership" && standing === "kept" && steps.at(-1)?.precision === "day",
    );
    const last = found?.steps.at(-1);
    if (found === undefined || last === undefined) throw new Error("no membership was kept");
    [pledge, step] = [found, last];
    await keep("Budi", {kind: "accept"});
    await keep("Ana", {kind: "recode", change: {field: "when", value: "2025-06-01"}});
    await keep("Citra", {kind: "recode", change: {field: "when", value: "2025-06-01"}});
    answer = await answerWatch({...house, asOf: on});
  });
  afterAll(() => house.ledger.close());

  it("are told as changes of that pledge, because of them, and of no other", async () => {
    const sameAnswer = async () => answer;
    const changes = (await changesOf({...house, asOf: on}, before, sameAnswer)).filter(
      ({kind}) => kind === "pledge",
    );
    expect(changes.map(({what}) => what)).toEqual([pledge.id]);
    expect(changes[0]?.after).toContain("2025-06-01");
    expect(changes[0]?.before).not.toContain("2025-06-01");
    expect(changes[0]?.because.map(({kind}) => kind)).toEqual([
      "judgement",
      "judgement",
      "judgement",
    ]);
    expect(await changesOf({...house, asOf: later}, on, sameAnswer)).toEqual([]);
  });

  it("agree as far as who accepted it says what its source told", async () => {
    const [when] = (await peopleAgree({...house, asOf: on})).filter(({field}) => field === "when");
    expect(when).toMatchObject({people: 3, things: 1, level: "interval"});
    // Two of three agree on one thing: as far as chance would have it.
    expect(when !== undefined && !isGap(when.alpha) && when.alpha.value).toBeCloseTo(0, 12);
  });

  it("stand in PROV-JSON as acts about the step, from which the pledge derives", async () => {
    const matter = await gatherMatter(answer, house);
    const document = JSON.parse(await madeText("moves.prov.json", matter));
    type Stated = Readonly<Record<string, Readonly<Record<string, string>>>>;
    const [bundle] = Object.values<{entity: Stated; used: Stated; wasDerivedFrom: Stated}>(
      document.bundle,
    );
    const entity = `demarche:step/${encodeURIComponent(step.id)}`;
    expect(Object.keys(bundle?.entity ?? {})).toContain(entity);
    const used = Object.values(bundle?.used ?? {}).filter((one) => one["prov:entity"] === entity);
    const judging = used.filter((one) => one["prov:activity"]?.startsWith("demarche:judging/"));
    expect(judging).toHaveLength(3);
    expect(Object.values(bundle?.wasDerivedFrom ?? {})).toContainEqual({
      "prov:generatedEntity": `demarche:pledge/${pledge.id}`,
      "prov:usedEntity": entity,
    });
  });
});
