import {writeFileSync} from "node:fs";

/** Writes a text to the file named, and says so; without one, to stdout. */
export function writeText(text: string, out: string | undefined, what: string): void {
  if (out === undefined) process.stdout.write(text);
  else {
    writeFileSync(out, text);
    console.error(`${what} written: ${out}`);
  }
}
