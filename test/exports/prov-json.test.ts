import {Ajv} from "ajv";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Matter} from "../../src/exports/index.ts";
import {day, gap, type PledgeStep} from "../../src/world/index.ts";
import {hostileWords} from "./hostile-words.ts";
import {madeText} from "./make-export.ts";
import {smallMatter} from "./matters.ts";
import {provJsonSchema} from "./prov-json.schema.ts";

type Stated = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
interface Records {
  readonly entity: Stated;
  readonly activity: Stated;
  readonly agent: Stated;
  readonly wasDerivedFrom: Stated;
  readonly wasInformedBy: Stated;
  readonly wasAttributedTo: Stated;
  readonly used: Stated;
}

const valid = new Ajv({strict: true, allowUnionTypes: true, formats: {uri: URL.canParse}}).compile(
  provJsonSchema,
);

async function documentOf(matter: Matter): Promise<{document: Records; bundle: Records}> {
  const document = JSON.parse(await madeText("moves.prov.json", matter));
  return {document, bundle: Object.values(document.bundle)[0] as Records};
}

const kindOfEnd: Readonly<Record<string, "entity" | "activity" | "agent">> = {
  "prov:entity": "entity",
  "prov:generatedEntity": "entity",
  "prov:usedEntity": "entity",
  "prov:activity": "activity",
  "prov:informed": "activity",
  "prov:informant": "activity",
  "prov:agent": "agent",
};

/** Ends of relations that are declared nowhere, or as something else than the relation takes. */
function loose(records: Records): readonly string[] {
  return Object.entries<Stated>({...records})
    .filter(([kind]) => /^(was|used)/.test(kind))
    .flatMap(([kind, relations]) =>
      Object.values(relations).flatMap((relation) =>
        Object.entries(relation)
          .filter(([end, id]) => records[kindOfEnd[end] ?? "entity"]?.[String(id)] === undefined)
          .map(([end, id]) => `${kind} ${end} ${id}`),
      ),
    );
}

/** Everything that an entity was derived from, however far back. */
function originsOf(id: string, records: Records): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const derived of Object.values(records.wasDerivedFrom))
      if (derived["prov:generatedEntity"] === next) {
        const used = String(derived["prov:usedEntity"]);
        if (!seen.has(used)) open.push(used);
        seen.add(used);
      }
  return seen;
}

describe("PROV-JSON", () => {
  it("keeps the rules of the submission, and every end of a relation is declared, whatever the texts say", async () => {
    await fc.assert(
      fc.asyncProperty(hostileWords, async (words) => {
        const {document, bundle} = await documentOf(smallMatter(words));
        valid(document);
        expect(valid.errors ?? []).toEqual([]);
        expect(loose(bundle)).toEqual([]);
        expect(loose(document)).toEqual([]);
      }),
      {numRuns: 50},
    );
  });

  it("leads from a move to its coded event, to the article, to the bytes as they came", async () => {
    const {bundle} = await documentOf(smallMatter());
    const kinds = [...originsOf("demarche:move/linked", bundle)].map(
      (id) => bundle.entity[id]?.["prov:type"],
    );
    expect(kinds).toEqual(["coded event", "article", "capture"]);
  });

  it("derives nothing from itself", async () => {
    const {bundle} = await documentOf(smallMatter());
    for (const id of Object.keys(bundle.entity)) expect(originsOf(id, bundle)).not.toContain(id);
  });

  it("names reading, coding and linking with the version that did them, and each informs the next", async () => {
    const {bundle} = await documentOf(smallMatter());
    const activities = Object.values(bundle.activity);
    expect(activities).toContainEqual({"prov:type": "reading", "demarche:method": "reader@7"});
    expect(activities).toContainEqual({"prov:type": "coding", "demarche:method": "test@1"});
    expect(activities).toContainEqual({
      "prov:type": "linking",
      "demarche:method": "link-reports@2",
    });
    const informed = Object.values(bundle.wasInformedBy).map((one) => [
      bundle.activity[String(one["prov:informant"])]?.["prov:type"],
      bundle.activity[String(one["prov:informed"])]?.["prov:type"],
    ]);
    expect(informed).toContainEqual(["reading", "coding"]);
    expect(informed).toContainEqual(["coding", "linking"]);
    const agents = Object.values(bundle.agent).map((agent) => agent["prov:label"]);
    expect(agents).toContain("Demarche 0.1.0");
  });

  it("keeps whatever a judged pledge's source says, and a step set aside makes no pledge", async () => {
    await fc.assert(
      fc.asyncProperty(hostileWords, async (words) => {
        const [read] = smallMatter().articles;
        const step = (name: string): PledgeStep => ({
          id: `p:${name}`,
          stage: "said",
          when: gap("when", words, "a date"),
          precision: "unknown",
          part: null,
          text: words,
          because: [],
          evidence: [
            {
              kind: "reference",
              table: "tracks",
              key: words,
              quote: words,
              source: words,
              reaches: [],
            },
            {
              kind: "passage",
              articleId: read?.id ?? "",
              start: 0,
              end: 1,
              quote: words,
              reaches: [],
              specimen: false,
            },
          ],
          knownOn: day("2026-01-01"),
          told: null,
          disputedBy: [],
        });
        const judgedPledges = [
          {id: "p", text: words, steps: [step("one")], setAside: [step("two")]},
        ];
        const {document, bundle} = await documentOf({...smallMatter(words), judgedPledges});
        valid(document);
        expect(valid.errors ?? []).toEqual([]);
        expect(loose(bundle)).toEqual([]);
        const origins = originsOf("demarche:pledge/p", bundle);
        expect(origins).toContain("demarche:step/p%3Aone");
        expect(origins).not.toContain("demarche:step/p%3Atwo");
      }),
      {numRuns: 20},
    );
  });

  it("keeps a person's judgement as that person's act about the move", async () => {
    const {bundle} = await documentOf(smallMatter("Ana Reader"));
    const person = "demarche:person/Ana%20Reader";
    expect(bundle.agent[person]).toMatchObject({
      "prov:type": {$: "prov:Person", type: "prov:QUALIFIED_NAME"},
    });
    expect(Object.values(bundle.wasAttributedTo)).toContainEqual({
      "prov:entity": "demarche:judgement/judged",
      "prov:agent": person,
    });
    expect(Object.values(bundle.used)).toContainEqual({
      "prov:activity": "demarche:judging/judged",
      "prov:entity": "demarche:move/linked",
    });
  });

  it("gives no path of the machine away", async () => {
    expect(await madeText("moves.prov.json", smallMatter())).not.toContain("someone");
  });
});
