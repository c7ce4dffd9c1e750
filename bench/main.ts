/**
 * `npm run bench` runs every bench, each in a process of its own, and prints SCORECARD.md; with names behind it
 * (`npm run bench -- trade linking`) it runs those and keeps the last figures of the others.
 * `npm run -s bench -- <name> --json` runs one and records nothing; `--data <path>` runs it on any file or folder in
 * the layout of `../shared/gold/<topic>`. `--multi-step` is for `forecast`: none of the scored days is known; `--only <importer>`
 * for `fuzz`, any number of times: what it does is kept for the whole run. `--minutes <n>` lets it begin
 * no further files after that time: the figures say how many were done, and the next run goes on there.
 */
import {spawnSync} from "node:child_process";
import {existsSync, writeFileSync} from "node:fs";
import {parseArgs} from "node:util";
import {type BenchName, type BenchResult, benches, lackedBy} from "./benches.ts";
import {readResults, recordResult} from "./recorded.ts";
import {scorecard} from "./scorecard.ts";

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    data: {type: "string"},
    json: {type: "boolean", default: false},
    "multi-step": {type: "boolean", default: false},
    only: {type: "string", multiple: true, default: []},
    minutes: {type: "string"},
  },
});
const unknown = positionals.find((name) => !Object.hasOwn(benches, name));
const [only] = positionals as BenchName[];

if (unknown !== undefined) {
  console.error(
    `bench: there is no bench "${unknown}"; choose from ${Object.keys(benches).join(", ")}`,
  );
  process.exitCode = 2;
} else if (
  only !== undefined &&
  (values.json || values.data !== undefined || values["multi-step"] || values.only.length > 0)
) {
  await runOne(only);
} else {
  const names = positionals.length > 0 ? positionals : Object.keys(benches);
  runAndRecord(names as BenchName[]);
}

async function runOne(name: BenchName): Promise<void> {
  const data = values.data ?? benches[name].defaultData;
  if (!existsSync(data)) {
    console.error(`bench ${name}: ${data} is not here; name a file or folder with --data`);
    process.exitCode = 2;
    return;
  }
  const result = await benches[name].run({
    data,
    multiStep: values["multi-step"],
    only: values.only,
    ...(values.minutes === undefined ? {} : {minutes: Number(values.minutes)}),
  });
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : scorecard([result], []));
}

/** One bench's memory and caches are not the next one's: each has a process of its own. */
function runAndRecord(names: readonly BenchName[]): void {
  const notRun: string[] = [];
  for (const name of names) {
    const lacked = lackedBy(name);
    if (lacked !== null) {
      notRun.push(`${name}: ${lacked} is not here`);
      continue;
    }
    console.error(`  bench ${name} …`);
    const {status, stdout} = spawnSync(
      process.execPath,
      [
        ...process.execArgv,
        ...[process.argv[1] ?? "", name, "--json"],
        ...(values.minutes === undefined ? [] : ["--minutes", values.minutes]),
      ],
      {encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1e8},
    );
    if (status === 0) {
      const result = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as BenchResult;
      recordResult({...result, measuredOn: new Date().toISOString().slice(0, 10)});
    } else {
      notRun.push(`${name}: it ended with ${status}; its figures are those of the last run`);
      process.exitCode = 1;
    }
  }
  const results = readResults();
  const told = new Set([
    ...results.map(({bench}) => bench),
    ...notRun.map((one) => one.split(":")[0]),
  ]);
  for (const name of Object.keys(benches))
    if (!told.has(name))
      notRun.push(`${name}: no result of it is kept; \`npm run bench -- ${name}\``);
  const page = scorecard(results, notRun);
  writeFileSync("SCORECARD.md", page);
  process.stdout.write(page);
}
