import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {readNameWords} from "../../../src/cli/house.ts";
import {
  indexNames,
  matchThreshold,
  type NameSchema,
  nameMatcher,
} from "../../../src/measures/index.ts";
import {editDistance} from "../../../src/measures/names/edit-distance.ts";

const matcher = nameMatcher(readNameWords());

function match(a: string, b: string, schema: NameSchema = "person") {
  return matcher.match(matcher.read(a, schema), matcher.read(b, schema), schema);
}
const alike = (a: string, b: string, schema?: NameSchema) =>
  match(a, b, schema).score >= matchThreshold;

describe("two names of one person", () => {
  test.each([
    ["in another order", "IVANOV, Pyotr Sergeyevich", "Pyotr Sergeyevich Ivanov"],
    ["in Cyrillic", "Андрей Соколов", "Andrey Sokolov"],
    ["in another romanisation", "Yusuf Mohammed Shukri", "Youssef Muhamad Choukri"],
    ["in Arabic, where no vowels are written", "سالم كريم", "Salim Karim"],
    ["without the patronymic", "Oleg Petrenko", "Oleg Viktorovich Petrenko"],
    ["with an initial", "M. Hatta Nugroho", "Muhammad Hatta Nugroho"],
    ["with a title", "General Budi Santoso", "Budi Santoso"],
    ["written together", "BudiSantoso", "Budi Santoso"],
    ["with a letter wrong", "Budi Santosso", "Budi Santoso"],
    ["with digits for letters", "Bud1 Sant0so", "Budi Santoso"],
    ["in short", "Bill Harrington", "William Harrington"],
  ])("%s", (_, a, b) => {
    expect(alike(a, b)).toBe(true);
  });
});

describe("names of two persons", () => {
  test.each([
    ["brothers", "Arif Nugroho Wibowo", "Bagus Nugroho Wibowo"],
    ["of two clans", "Karim Hassan al-Basri", "Karim Hassan al-Halabi"],
    ["two given names that share an initial word", "Sergey Orlov", "Stepan Orlov"],
    ["nothing in common", "Budi Santoso", "Oleg Petrenko"],
  ])("%s", (_, a, b) => {
    expect(alike(a, b)).toBe(false);
  });
});

test("a legal form is the same in short and in words, and another form tells two companies a little apart", () => {
  expect(match("Mekar Jaya Sdn Bhd", "Mekar Jaya Sendirian Berhad", "organisation").score).toBe(1);
  expect(alike("ООО Северный Путь", "Severnyy Put Limited Liability Company", "organisation")).toBe(
    true,
  );
  const {score, because} = match("Mekar Jaya PT", "Mekar Jaya GmbH", "organisation");
  expect(score).toBeLessThan(1);
  expect(because).toContain("legal forms asian and gmbh");
});

test("a word that many listed names hold says less than a rare one", () => {
  const {score: common} = match("Zarkhov Trading", "Zarkhov Shipping", "organisation");
  const {score: rare} = match("Zarkhov Trading", "Pelgrim Trading", "organisation");
  expect(common).toBeGreaterThan(rare);
});

test("the score is told word by word", () => {
  expect(match("Oleg Petrenko", "Oleg Viktorovich Petrenko").because).toEqual([
    expect.stringMatching(/^“oleg” and “oleg”: the same/),
    expect.stringMatching(/^“petrenko” and “petrenko”: the same/),
    "“viktorovich” on one side only",
  ]);
});

test("a score lies between 0 and 1, and a name is fully like itself", () => {
  fc.assert(
    fc.property(
      fc.string({unit: "binary", maxLength: 60}),
      fc.string({maxLength: 60}),
      fc.constantFrom("person", "organisation", "vessel"),
      (a, b, schema) => {
        const {score} = match(a, b, schema as NameSchema);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        const own = matcher.read(a, schema as NameSchema);
        if (own.weight > 0) expect(match(a, a, schema as NameSchema).score).toBeCloseTo(1, 10);
      },
    ),
  );
});

test("edits are counted as the textbook table counts them", () => {
  const letters = fc.string({unit: fc.constantFrom("a", "b", "c"), maxLength: 8});
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      const all = textbook(a, b);
      expect(editDistance(a, b, 8)).toBe(all);
      expect(editDistance(a, b, 1)).toBe(Math.min(all, 2));
    }),
  );
});

/** Optimal string alignment, cell by cell. */
function textbook(a: string, b: string): number {
  const table = Array.from({length: a.length + 1}, (_, i) =>
    Array.from({length: b.length + 1}, (_, k) => (i === 0 ? k : k === 0 ? i : 0)),
  );
  const at = (i: number, k: number) => table[i]?.[k] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++)
    for (let k = 1; k <= b.length; k++) {
      const swap = i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1];
      (table[i] as number[])[k] = Math.min(
        at(i - 1, k) + 1,
        at(i, k - 1) + 1,
        at(i - 1, k - 1) + (a[i - 1] === b[k - 1] ? 0 : 1),
        swap ? at(i - 2, k - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  return at(a.length, b.length);
}

describe("a search among many names", () => {
  const entries = [
    "Oleg Viktorovich Petrenko",
    "Budi Santoso",
    "Severnyy Put LLC",
    "Olga Petrenko",
  ].map((name, of) => ({
    name,
    schema: name.endsWith("LLC") ? ("organisation" as const) : ("person" as const),
    of,
  }));
  const index = indexNames(entries, matcher);

  test("finds the likest first", () => {
    expect(index.find("Олег Петренко", "person", 0.1).map(({entry}) => entry.of)).toEqual([0, 3]);
    expect(
      index.find("Олег Петренко", "person", matchThreshold).map(({entry}) => entry.of),
    ).toEqual([0]);
  });

  test("finds bodies where a body is asked for, and any where it is not said", () => {
    expect(index.find("OOO Severny Put", "person", matchThreshold)).toEqual([]);
    expect(index.find("OOO Severny Put", null, matchThreshold).map(({entry}) => entry.of)).toEqual([
      2,
    ]);
  });

  test("finds none for a name without a letter, or of a megabyte", () => {
    expect(index.find("!!! —", null, matchThreshold)).toEqual([]);
    expect(index.find("a".repeat(1e6), null, matchThreshold)).toEqual([]);
    expect(index.find("a ".repeat(5e5), null, matchThreshold)).toEqual([]);
  });
});
