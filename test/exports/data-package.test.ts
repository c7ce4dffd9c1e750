import {validate} from "datapackage";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  aboutOf,
  answerTables,
  columnsOfDataset,
  dataPackage,
  datasetSource,
  folderReadme,
  type PackagedFile,
  sha256Sums,
} from "../../src/exports/index.ts";
import {hostileWords} from "./hostile-words.ts";
import {smallMatter} from "./matters.ts";

function filesOf(words?: string) {
  const matter = smallMatter(words);
  const [carried, imported] = (["trade-cow", "fdi"] as const).map((id) =>
    datasetSource(id, matter.reference, matter.imports),
  );
  if (carried === undefined || imported === undefined) throw new Error("no dataset was found");
  const {columns} = answerTables.series.make(matter);
  const base = {sha256: "ab".repeat(32)};
  const files: readonly PackagedFile[] = [
    {
      ...base,
      path: "series.parquet",
      format: "parquet",
      mediaType: "application/vnd.apache.parquet",
      title: words ?? "Series",
      columns,
      dataset: null,
    },
    {
      ...base,
      path: "series.csv",
      format: "csv",
      mediaType: "text/csv",
      title: "Series",
      columns,
      dataset: null,
    },
    {
      ...base,
      path: "moves.geojson",
      format: "geojson",
      mediaType: "application/geo+json",
      title: "Moves",
      columns: null,
      dataset: null,
    },
    {
      ...base,
      path: "datasets/trade-cow.parquet",
      format: "parquet",
      mediaType: "application/vnd.apache.parquet",
      title: carried.title,
      columns: columnsOfDataset(carried),
      dataset: carried,
    },
  ];
  return {about: aboutOf(matter), files, cited: [carried, imported]};
}

describe("a data package", () => {
  it("is valid by Frictionless's own library, whatever the texts say", async () => {
    await fc.assert(
      fc.asyncProperty(hostileWords, async (words) => {
        const {about, files, cited} = filesOf(words);
        const {errors} = await validate(JSON.parse(dataPackage(about, files, cited)));
        expect(errors.map(String)).toEqual([]);
      }),
      {numRuns: 30},
    );
  });

  it("is found wanting by that library where it is", async () => {
    const {about, files, cited} = filesOf();
    const broken = JSON.parse(dataPackage(about, files, cited));
    delete broken.resources[0].path;
    expect((await validate(broken)).valid).toBe(false);
  });

  it("describes every column of a dataset, with its source, licence and hash", () => {
    const {about, files, cited} = filesOf();
    const {resources, demarche} = JSON.parse(dataPackage(about, files, cited));
    expect(demarche).toEqual(about);
    const dataset = resources.at(-1);
    expect(dataset.schema.fields.map(({name}: {name: string}) => name)).toEqual([
      "row",
      "recorded_on",
      "exporter",
      "importer",
      "year",
      "value_usd",
    ]);
    expect(dataset.licenses[0].title).not.toBe("");
    expect(dataset.hash).toBe(`sha256:${"ab".repeat(32)}`);
  });
});

it("names the terms of what is carried and of every file imported since", () => {
  const {cited} = filesOf("Terms of the second publisher");
  const imported = cited.find(({id}) => id === "fdi");
  expect(imported?.licence).toMatch(/.+; Terms of the second publisher$/);
  expect(imported?.importers).toEqual(["imf-fdi@1"]);
  expect(imported?.retrieved).toBe("2026-05-02");
});

describe("the notes of a folder", () => {
  it("list each file, the methods and the terms of each source", () => {
    const {about, files, cited} = filesOf();
    const readme = folderReadme(about, files, cited);
    for (const {path} of files) expect(readme).toContain(`\`${path}\``);
    expect(readme).toContain("`made-up@3`");
    expect(readme).toContain(cited[0]?.licence);
  });

  it("keep a stranger's words on their line", () => {
    fc.assert(
      fc.property(hostileWords, (words) => {
        const lines = (text?: string) => {
          const {about, files, cited} = filesOf(text);
          return folderReadme(about, files, cited).split("\n").length;
        };
        expect(lines(words)).toBe(lines());
      }),
    );
  });

  it("sum the files in order, as sha256sum reads it", () => {
    expect(
      sha256Sums([
        {path: "b", sha256: "2"},
        {path: "a", sha256: "1"},
      ]),
    ).toBe("1  a\n2  b\n");
  });
});
