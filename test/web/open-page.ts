import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {OpenAPIHono} from "@hono/zod-openapi";
import {type Browser, chromium, type Page} from "playwright-core";
import {createApi, type MeasureBooks, serveApi} from "../../src/api/index.ts";
import {measureBooks} from "../../src/cli/house.ts";
import {day} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";

const chromiumPath = "/usr/bin/chromium";

/** How long a page is waited for, milliseconds: half of what a test may take. */
const patience = 120_000;

/** False where there is no browser: the tests of the page are skipped, and say so. */
export const hasChromium = existsSync(chromiumPath);

export interface OpenHouse {
  readonly address: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

type FoundingLedger = Awaited<ReturnType<typeof foundingLedger>>;

/** The page, built, served with the real API over a real ledger on a free port, and a browser to read it with. `prepare` may lay things beside the ledger first. */
export async function openHouse(
  prepare: (house: FoundingLedger) => Promise<Partial<MeasureBooks>> = async () => ({}),
): Promise<OpenHouse> {
  const house = await foundingLedger();
  const books = {...measureBooks(house.path), ...(await prepare(house))};
  const app = createApi({
    ...house,
    books,
    today: () => day("2026-11-24"),
    log: console.error,
    writable: true,
  });
  const {address, browser, close} = await serveTo(app);
  return {
    address,
    browser,
    close: async () => {
      await close();
      await house.ledger.close();
    },
  };
}

/** The page without a ledger behind it: the test answers for the API. */
export function openEmptyHouse(): Promise<OpenHouse> {
  return serveTo(new OpenAPIHono());
}

/** An app with the built page on a free port, and a browser to read it with. */
export async function serveTo(app: OpenAPIHono): Promise<OpenHouse> {
  const webDir = buildPage();
  const serving = await serveApi(app, {port: 0, webDir});
  const browser = await chromium.launch({executablePath: chromiumPath, args: ["--no-sandbox"]});
  return {
    address: serving.address,
    browser,
    close: async () => {
      await browser.close();
      await serving.close();
    },
  };
}

/** A build of its own, so that tests that run side by side don't sweep away each other's page. */
function buildPage(): string {
  const outDir = mkdtempSync(join(tmpdir(), "demarche-web-"));
  const built = spawnSync(
    "npx",
    ["--no-install", "vite", "build", "--logLevel", "error", "--emptyOutDir", "--outDir", outDir],
    // Vitest says "test", and React would be built for developers.
    {env: {...process.env, NODE_ENV: "production"}, encoding: "utf8"},
  );
  if (built.status !== 0) throw new Error(`the page did not build: ${built.stderr}`);
  return outDir;
}

/** Opens an address of the page and waits for its tables. What the page complains of fails the test. */
export async function openPage(
  {address, browser}: OpenHouse,
  query = "",
  look: {readonly width?: number; readonly scheme?: "light" | "dark"} = {},
): Promise<Page> {
  const {width = 1280, scheme = "light"} = look;
  const context = await browser.newContext({viewport: {width, height: 900}, colorScheme: scheme});
  // A busy machine takes its time: what never comes is told by the test's own limit.
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(`${address}/${query}`);
  await page.getByRole("table", {name: "Moves", exact: true}).waitFor();
  return page;
}
