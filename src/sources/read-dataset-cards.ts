import {z} from "zod";
import {type DatasetCard, datasetIds, isDay} from "../world/index.ts";
import type {TextDisk} from "./read-table.ts";

/** Loose on purpose: a data package may carry more properties (hashes, licences) than a card shows. */
const dataPackage = z.object({
  resources: z.array(
    z.object({
      name: z.enum(datasetIds),
      title: z.string().min(1),
      source: z.string().min(1),
      citation: z.string().min(1),
      licence: z.string().min(1),
      commercialUse: z.boolean(),
      retrieved: z.string().refine(isDay, {error: "is no day (YYYY-MM-DD)"}),
      coverage: z.object({from: z.string(), to: z.string(), note: z.string()}),
      rows: z.int().nonnegative(),
      schema: z.object({
        fields: z.array(
          z.object({
            name: z.string().min(1),
            type: z.string().min(1),
            description: z.string().default(""),
            unit: z.string().optional(),
          }),
        ),
      }),
    }),
  ),
});

const file = "data/datapackage.json";

/** What the carried datasets are, from `data/datapackage.json`; none when the file is not there. @throws Error when it is broken. */
export function readDatasetCards(disk: TextDisk, root: string): readonly DatasetCard[] {
  const text = textOrNull(disk, `${root}/${file}`);
  if (text === null) return [];
  const read = dataPackage.safeParse(JSON.parse(text));
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new Error(`${file}: ${issue?.path.map(String).join(".")}: ${issue?.message}`);
  }
  return read.data.resources.map(({name, schema, ...card}) => ({
    id: name,
    ...card,
    columns: schema.fields.map(({unit, ...field}) =>
      unit === undefined ? field : {...field, unit},
    ),
  }));
}

function textOrNull(disk: TextDisk, path: string): string | null {
  try {
    return disk.readText(path);
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, "code") === "ENOENT") return null;
    throw error;
  }
}
