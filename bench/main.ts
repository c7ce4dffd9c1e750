/**
 * `npm run bench` prints SCORECARD.md; `npm run -s bench -- <name> --data <path> --json` runs one bench on any file
 * or folder in the layout of `../shared/gold/<topic>`.
 */
import {existsSync, writeFileSync} from "node:fs";
import {parseArgs} from "node:util";
import {type BenchName, type BenchResult, benches} from "./benches.ts";
import {recordAccuracy} from "./recorded.ts";
import {scorecard} from "./scorecard.ts";

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {data: {type: "string"}, json: {type: "boolean", default: false}},
});
const [name] = positionals;

if (name === undefined) {
  const results: BenchResult[] = [];
  const notRun: string[] = [];
  for (const [id, bench] of Object.entries(benches)) {
    if (!existsSync(bench.defaultData)) {
      notRun.push(`${id}: ${bench.defaultData} is not here`);
      continue;
    }
    console.error(`  bench ${id} …`);
    results.push(await bench.run({data: bench.defaultData}));
  }
  const page = scorecard(results, notRun);
  writeFileSync("SCORECARD.md", page);
  recordAccuracy(results);
  process.stdout.write(page);
} else if (Object.hasOwn(benches, name)) {
  const bench = benches[name as BenchName];
  const data = values.data ?? bench.defaultData;
  if (!existsSync(data)) {
    console.error(`bench ${name}: ${data} is not here; name a file or folder with --data`);
    process.exit(2);
  }
  const result = await bench.run({data});
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : scorecard([result], []));
} else {
  console.error(
    `bench: there is no bench "${name}"; choose from ${Object.keys(benches).join(", ")}`,
  );
  process.exit(2);
}
