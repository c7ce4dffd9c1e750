import type {ColumnType} from "../world/index.ts";
import {datasetTables} from "../world/index.ts";
import type {About} from "./about.ts";
import type {DatasetSource} from "./dataset-source.ts";
import type {ColumnNote} from "./flat-table.ts";

/** A file that was written, as a data package tells of it. */
export interface PackagedFile {
  readonly path: string;
  readonly format: string;
  readonly mediaType: string;
  readonly title: string;
  readonly sha256: string;
  /** Its columns, where it is a table. */
  readonly columns: readonly ColumnNote[] | null;
  /** The dataset that it is a copy of; null where we wrote it. */
  readonly dataset: DatasetSource | null;
}

const fieldTypes: Readonly<Record<ColumnType, string>> = {
  text: "string",
  double: "number",
  integer: "integer",
  truth: "boolean",
  day: "date",
};

/**
 * `datapackage.json` of a folder of exports (Frictionless Data Package, version 1 of the specification): every file with
 * its hash, its columns, its source and licence, and for all of them the version, the day and the methods.
 */
export function dataPackage(
  about: About,
  files: readonly PackagedFile[],
  cited: readonly DatasetSource[],
): string {
  const descriptor = {
    profile: "data-package",
    name: "demarche-export",
    title: `${about.watch}: what Demarche knew on ${about.asOf}`,
    version: about.demarche,
    created: `${about.asOf}T00:00:00Z`,
    demarche: about,
    sources: cited.map(sourceOf),
    licenses: licencesOf(cited),
    resources: files.map(({path, format, mediaType, title, sha256, columns, dataset}) => ({
      name: path.replaceAll("/", "-"),
      path,
      profile: "data-resource",
      title,
      format,
      mediatype: mediaType,
      encoding: "utf-8",
      hash: `sha256:${sha256}`,
      ...(columns === null
        ? {}
        : {
            schema: {
              fields: columns.map(({name, type, means}) => ({
                name,
                type: fieldTypes[type],
                description: means,
              })),
              missingValues: [""],
            },
          }),
      ...(dataset === null ? {} : datasetNotes(dataset)),
    })),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

/** Columns of a dataset as the store exports it. */
export function columnsOfDataset({id, card}: DatasetSource): readonly ColumnNote[] {
  const means = new Map(card?.columns.map(({name, description}) => [name, description]));
  const all: readonly (readonly [string, ColumnType])[] = [
    ["row", "integer"],
    ["recorded_on", "day"],
    ...Object.entries(datasetTables[id].columns),
  ];
  return all.map(([name, type]) => ({name, type, means: means.get(name) ?? ""}));
}

function datasetNotes(dataset: DatasetSource) {
  const {card, citation} = dataset;
  return {
    sources: [sourceOf(dataset)],
    licenses: licencesOf([dataset]),
    citation,
    ...(card === null ? {} : {commercialUse: card.commercialUse, coverage: card.coverage}),
  };
}

function sourceOf({title, publisher, citation}: DatasetSource) {
  return {title: publisher === null ? title : `${title}. ${publisher}`, citation};
}

/** Publishers' terms in their words; Frictionless wants a name from a list, in which they are not. */
function licencesOf(datasets: readonly DatasetSource[]) {
  return [...new Set(datasets.map(({licence}) => licence ?? "not known"))].map((title) => ({
    name: "other",
    title,
  }));
}
