import {defaultModel, type IEntityDatum, Model} from "@opensanctions/followthemoney";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Matter} from "../../src/exports/index.ts";
import {reference} from "../sources/real-reference.ts";
import {hostileWords} from "./hostile-words.ts";
import {madeText} from "./make-export.ts";
import {madeMove, smallMatter} from "./matters.ts";

const model = new Model(defaultModel);

interface Datum extends IEntityDatum {
  readonly properties: Record<string, string[]>;
}

async function entitiesOf(matter: Matter): Promise<readonly Datum[]> {
  return (await madeText("moves.ftm.jsonl", matter))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Datum);
}

const dates = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The schema of what a property leads to, as the model itself has it: the library keeps it to itself. */
function rangeOf(property: string, schema: string): string | undefined {
  const {properties = {}, extends: parents = []} = defaultModel.schemata[schema] ?? {};
  return (
    properties[property]?.range ??
    parents.map((parent) => rangeOf(property, parent)).find((range) => range !== undefined)
  );
}

/** What the model of FollowTheMoney says against an entity. */
function faultsOf(datum: Datum, byId: ReadonlyMap<string, Datum>): readonly string[] {
  // Throws for a schema or a property that the model does not have.
  const entity = model.getEntity(datum);
  const schema = model.getSchema(String(datum.schema));
  const faults: string[] = [];
  for (const name of schema.required ?? [])
    if (!entity.hasProperty(name)) faults.push(`${datum.id} lacks ${name}`);
  for (const [name, values] of Object.entries(datum.properties)) {
    const property = schema.getProperty(name);
    const known = property.type.values;
    for (const value of values) {
      if (typeof value !== "string" || value === "") faults.push(`${name} is empty`);
      if (property.type.name === "date" && !dates.test(value)) faults.push(`${name}: ${value}`);
      if (property.type.name === "url" && !URL.canParse(value)) faults.push(`${name}: ${value}`);
      if (known.size > 0 && !known.has(value)) faults.push(`${name} has no ${value}`);
      if (property.type.isEntity) {
        const other = byId.get(value);
        const range = rangeOf(name, schema.name);
        if (other === undefined) faults.push(`${name} leads to ${value}, which is not there`);
        else if (range !== undefined && !model.getSchema(String(other.schema)).isA(range))
          faults.push(`${name} leads to a ${String(other.schema)}`);
      }
    }
  }
  return faults;
}

async function faultsOfAll(matter: Matter): Promise<readonly string[]> {
  const entities = await entitiesOf(matter);
  const byId = new Map(entities.map((datum) => [datum.id, datum]));
  expect(byId.size).toBe(entities.length);
  return entities.flatMap((datum) => faultsOf(datum, byId));
}

describe("FollowTheMoney", () => {
  it("has nothing that the model does not allow, whatever the texts say", async () => {
    await fc.assert(
      fc.asyncProperty(hostileWords, async (words) => {
        expect(await faultsOfAll(smallMatter(words))).toEqual([]);
      }),
      {numRuns: 50},
    );
  });

  it("names every state of ours by a country that the model knows", async () => {
    const {answer, ...rest} = smallMatter();
    const everyone = reference.states.map(({code}) => code);
    const move = madeMove({id: "everyone", sources: everyone, targets: everyone});
    expect(await faultsOfAll({...rest, answer: {...answer, ledgerMoves: [move]}})).toEqual([]);
  });

  it("makes a move an event that involves its parties and is proved by what it cites", async () => {
    const entities = await entitiesOf(smallMatter());
    const event = entities.find(({id}) => id === "demarche-move-linked");
    expect(event?.schema).toBe("Event");
    expect(event?.properties).toMatchObject({
      date: ["2025-03-04"],
      involved: ["demarche-party-idn", "demarche-party-rus"],
      proof: ["demarche-article-0123456789abcdef"],
      publisher: ["Demarche 0.1.0"],
      retrievedAt: ["2026-06-01"],
      notes: expect.arrayContaining(["Linked by link-reports@2"]),
    });
  });

  it("makes sanctions in force a sanction of its target by its sender", async () => {
    const sanctions = (await entitiesOf(smallMatter())).filter(({schema}) => schema === "Sanction");
    expect(sanctions.map(({properties}) => properties)).toEqual([
      expect.objectContaining({
        entity: ["demarche-party-rus"],
        authority: ["United States"],
        country: ["us"],
        startDate: ["2014"],
      }),
    ]);
  });

  it("gives no path of the machine away", async () => {
    expect(await madeText("moves.ftm.jsonl", smallMatter())).not.toContain("someone");
  });
});
