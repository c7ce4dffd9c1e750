import {spawnSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {afterAll, describe, expect, it} from "vitest";

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, {recursive: true, force: true});
});

/** A house with one harmless file a room, changed by `more`, and what the checker says of it. */
function check(more: Readonly<Record<string, string | null>> = {}) {
  const root = mkdtempSync(join(tmpdir(), "demarche-house-"));
  made.push(root);
  for (const file of [".dependency-cruiser.cjs", "scripts", "tsconfig.json", "package.json"])
    cpSync(file, join(root, file), {recursive: true});
  symlinkSync(resolve("node_modules"), join(root, "node_modules"));
  const files: Record<string, string | null> = {
    "src/world/index.ts": "export interface Word {\n  readonly text: string;\n}\n",
    "src/store/index.ts":
      'import type {Word} from "../world/index.ts";\nimport "@duckdb/node-api";\nexport const words: Word[] = [];\n',
  };
  for (const room of roomNames) {
    files[`src/${room}/README.md`] = `# ${room}\n`;
    files[`src/${room}/index.ts`] ??= `export const ${room} = "${room}";\n`;
  }
  for (const [path, text] of Object.entries({...files, ...more})) {
    if (text === null) continue;
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), text);
  }
  const {status, stderr} = spawnSync(process.execPath, ["scripts/boundaries.mjs"], {
    cwd: root,
    encoding: "utf8",
  });
  return {status, stderr};
}

const roomNames =
  "world math sources reading coding ledger pledges measures models stakes options audit briefs exports store pipeline api cli web".split(
    " ",
  );

describe("the house's checker", () => {
  it("lets a well-kept house pass", () => {
    expect(check()).toMatchObject({status: 0});
  });

  it.each<[string, string, Record<string, string | null>]>([
    [
      "a room that looks ahead",
      "ledger-does-not-look-ahead",
      {"src/ledger/index.ts": 'export {audit} from "../audit/index.ts";\n'},
    ],
    [
      "a side door",
      "come-in-by-the-front-door",
      {
        "src/math/sum.ts": "export const sum = 0;\n",
        "src/models/index.ts": 'export {sum} from "../math/sum.ts";\n',
      },
    ],
    [
      "a thinking room that reads a file",
      "thinking-rooms-touch-nothing",
      {"src/measures/index.ts": 'export {readFileSync} from "node:fs";\n'},
    ],
    [
      "a query outside the store",
      "only-the-store-speaks-duckdb",
      {"src/pipeline/index.ts": 'export {DuckDBInstance} from "@duckdb/node-api";\n'},
    ],
    [
      "a page that takes code",
      "web-takes-types-only",
      {"src/web/index.ts": 'export {api} from "../api/index.ts";\n'},
    ],
    [
      "two files that need each other",
      "no-circles",
      {
        "src/briefs/one.ts":
          'import {two} from "./two.ts";\nexport const one = (): number => two();\n',
        "src/briefs/two.ts":
          'import {one} from "./one.ts";\nexport const two = (): number => one();\n',
      },
    ],
    [
      "a clock in a thinking room",
      "Date.now in a thinking room",
      {"src/stakes/index.ts": "export const now = Date.now();\n"},
    ],
    [
      "a network call in a thinking room",
      "fetch in a thinking room",
      {"src/reading/index.ts": 'export const page = fetch("https://example.org");\n'},
    ],
    ["a room without a README", "src/audit has no README.md", {"src/audit/README.md": null}],
  ])("refuses %s", (_what, says, more) => {
    const {status, stderr} = check(more);
    expect(stderr).toContain(says);
    expect(status).toBe(1);
  });

  it("refuses to call a house good in which it examined nothing", () => {
    const empty = Object.fromEntries(roomNames.map((room) => [`src/${room}/index.ts`, null]));
    const {status, stderr} = check(empty);
    expect(stderr).toContain("examined no");
    expect(status).toBe(1);
  });
});
