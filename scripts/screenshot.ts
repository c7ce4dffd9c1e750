/** `npm run screenshot`: makes docs/screenshot.png, the founding watch as a reader sees it, from the carried data. */
import {mkdirSync, mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {chromium} from "playwright-core";
import {build} from "vite";
import {type AnswerBody, createApi, serveApi} from "../src/api/index.ts";
import {makeLedger, packageRoot, readReference, readWatch} from "../src/cli/house.ts";
import {openLedger} from "../src/store/index.ts";
import {day} from "../src/world/index.ts";

/** The day of the picture: fixed, so that the same data make the same picture. */
const asOf = day("2026-11-24");

const folder = mkdtempSync(join(tmpdir(), "demarche-screenshot-"));
const webDir = join(folder, "web");
await build({configFile: "vite.config.ts", logLevel: "error", build: {outDir: webDir}});

const reference = readReference();
const watch = readWatch(undefined, reference);
const path = join(folder, "ledger.duckdb");
await makeLedger(path, reference, {});
const ledger = await openLedger({path});
const app = createApi({
  ledger,
  reference,
  watch,
  version: "screenshot",
  today: () => asOf,
  log: console.error,
});
const serving = await serveApi(app, {port: 0, webDir});

/** The newest real move with the first power: its evidence stands open in the picture. */
const {answer}: AnswerBody = await (await fetch(`${serving.address}/api/answer`)).json();
const opened = answer.moves
  .filter((row) => row.partner === watch.powers[0])
  .flatMap((row) => row.moves)
  .find((move) => !move.specimen);

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage({viewport: {width: 1280, height: 1400}, colorScheme: "light"});
await page.goto(`${serving.address}/?evidence=move/${opened?.moveId}`);
await page.locator(".pane table").waitFor();
await page.locator(".map .land").first().waitFor();
await page.evaluate(() => document.fonts.ready);
mkdirSync(join(packageRoot, "docs"), {recursive: true});
await page.screenshot({path: join(packageRoot, "docs/screenshot.png")});
await browser.close();
await serving.close();
await ledger.close();
