import {exportFiles, type Matter} from "../../src/exports/index.ts";

/** A file of the answer by its name, as text. */
export async function madeText(name: string, matter: Matter): Promise<string> {
  const {content} = await made(name, matter);
  if (typeof content !== "string") throw new Error(`${name} is no text`);
  return content;
}

/** A file of the answer by its name. */
export function made(name: string, matter: Matter) {
  const file = exportFiles.find((one) => one.name === name);
  if (file === undefined) throw new Error(`there is no export ${name}`);
  return file.make(matter);
}
