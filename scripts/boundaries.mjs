/**
 * Checks the house: imports walk one way and come in by the front door, thinking rooms touch nothing,
 * only the store speaks DuckDB, the web takes types only. Each rule must have examined something.
 */
import {readdirSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {cruise} from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import ts from "typescript";

const require = createRequire(import.meta.url);
const config = require("../.dependency-cruiser.cjs");
const {thinking} = require("./rooms.cjs");
const problems = [];

const {output} = await cruise(
  ["src"],
  {...config.options, ruleSet: {forbidden: config.forbidden}, validate: true},
  {},
  {tsConfig: extractTSConfig("tsconfig.json")},
);
const modules = output.modules.filter((module) => module.source.startsWith("src/"));
const typescript = modules.filter((module) => /[.]tsx?$/.test(module.source));
if (typescript.length === 0) problems.push("dependency-cruiser examined no TypeScript file");
if (typescript.every((module) => module.dependencies.length === 0))
  problems.push("dependency-cruiser saw no import");
for (const rule of config.forbidden) {
  const {path, pathNot} = rule.from;
  const seen = modules.filter(
    (module) =>
      (!path || new RegExp(path).test(module.source)) &&
      !(pathNot && new RegExp(pathNot).test(module.source)),
  );
  if (seen.length === 0) problems.push(`rule "${rule.name}" examined nothing`);
}
for (const violation of output.summary.violations) {
  const why = violation.rule.name;
  const comment = config.forbidden.find((rule) => rule.name === why)?.comment ?? "";
  problems.push(`${violation.from} → ${violation.to}: ${why}. ${comment}`);
}

/** Files of a folder and its folders, sorted. */
function filesUnder(folder) {
  return readdirSync(folder, {withFileTypes: true})
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
    )
    .sort();
}

/** Why a node reaches outside its arguments, or null. */
function reachesOut(node) {
  if (ts.isPropertyAccessExpression(node)) {
    const text = `${node.expression.getText()}.${node.name.text}`;
    if (text === "Date.now" || text === "Math.random" || text === "performance.now") return text;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
    return "new Date()";
  if (ts.isIdentifier(node) && ["fetch", "process"].includes(node.text)) {
    const owner = node.parent;
    const isName =
      (ts.isPropertyAccessExpression(owner) && owner.name === node) ||
      ts.isPropertyAssignment(owner) ||
      ts.isPropertySignature(owner);
    if (!isName && !ts.isParameter(owner) && !ts.isBindingElement(owner)) return node.text;
  }
  return null;
}

let thinkingFiles = 0;
for (const room of thinking) {
  const files = filesUnder(join("src", room)).filter((file) => file.endsWith(".ts"));
  for (const file of files) {
    thinkingFiles += 1;
    const source = ts.createSourceFile(
      file,
      readFileSync(file, "utf8"),
      ts.ScriptTarget.Latest,
      true,
    );
    const visit = (node) => {
      const what = reachesOut(node);
      if (what) {
        const {line} = source.getLineAndCharacterOfPosition(node.getStart());
        problems.push(`${file}:${line + 1}: ${what} in a thinking room. Take it as an argument.`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
}
if (thinkingFiles === 0) problems.push("no thinking-room file was examined for globals");

for (const room of readdirSync("src")) {
  for (const door of ["README.md", room === "web" || room === "cli" ? null : "index.ts"]) {
    if (door && !readdirSync(join("src", room)).includes(door))
      problems.push(`src/${room} has no ${door}`);
  }
}

for (const problem of problems) console.error(`boundaries: ${problem}`);
console.log(
  `boundaries: ${typescript.length} modules, ${config.forbidden.length} rules, ${thinkingFiles} thinking files examined; ${problems.length} problems`,
);
process.exit(problems.length > 0 ? 1 : 0);
