import {readdirSync} from "node:fs";
import {join, resolve} from "node:path";

/** SQL that the files of a folder of the store hold ready, by the name under which each exports it: none can be forgotten. */
export async function statementsOf(
  folder: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
    const exported: Readonly<Record<string, unknown>> = await import(resolve(join(folder, file)));
    for (const [name, value] of Object.entries(exported))
      if (name.endsWith("Statements") && typeof value === "object" && value !== null)
        found[name] = Object.values(value).flat();
  }
  return found;
}
