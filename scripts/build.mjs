/**
 * Builds what is not built: dist/ from src/ by tsc, dist/web by Vite. A stamp of the sources (paths, sizes, times)
 * tells whether anything changed since. `node scripts/build.mjs [code|web]` builds one part.
 */
import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const stamp = (folder, skip) => {
  const hash = createHash("sha256");
  const walk = (at) => {
    for (const entry of readdirSync(at, {withFileTypes: true}).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(at, entry.name);
      if (path === skip) continue;
      if (entry.isDirectory()) walk(path);
      else {
        const {size, mtimeMs} = statSync(path);
        hash.update(`${path} ${size} ${mtimeMs}\n`);
      }
    }
  };
  walk(folder);
  hash.update(readFileSync(join(root, "package.json")));
  return hash.digest("hex");
};

const parts = {
  code: {
    made: join(root, "dist/cli/main.js"),
    stampOf: () => stamp(join(root, "src"), join(root, "src/web")),
    // --noCheck: `npm test` checks types; starting must not wait for it.
    command: ["npx", ["--no-install", "tsc", "-p", "tsconfig.build.json", "--noCheck"]],
  },
  web: {
    made: join(root, "dist/web/index.html"),
    stampOf: () => stamp(join(root, "src/web"), ""),
    command: ["npx", ["--no-install", "vite", "build", "--logLevel", "warn"]],
  },
};

/** Builds a part unless what stands is current. @throws Error when the compiler fails. */
export function build(name) {
  const part = parts[name];
  const stampFile = join(root, `dist/.stamp-${name}`);
  const current = part.stampOf();
  if (existsSync(part.made) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === current)
    return;
  console.error(`building ${name} …`);
  const [command, args] = part.command;
  const {status} = spawnSync(command, args, {cwd: root, stdio: ["ignore", 2, 2]});
  if (status !== 0) throw new Error(`${name} did not build; see the lines above`);
  mkdirSync(join(root, "dist"), {recursive: true});
  writeFileSync(stampFile, current);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const which = process.argv.slice(2);
  for (const name of which.length > 0 ? which : ["code", "web"]) build(name);
}
