import {AxeBuilder} from "@axe-core/playwright";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {measureBooks} from "../../src/cli/house.ts";
import {usualPlan} from "../../src/models/index.ts";
import {idealPointsKnown} from "../../src/pipeline/index.ts";
import {day} from "../../src/world/index.ts";
import {hasChromium, type OpenHouse, openHouse, openPage} from "./open-page.ts";

/** Short chains, which do not meet: the page must say so. */
const chains = {plan: {...usualPlan, sweeps: 20, burnIn: 10, keepEvery: 1}, chains: 1};

/** Comes near a part, and near all that it holds, and waits until what it asked for is there. */
async function read(page: Page, id: string) {
  const part = page.locator(`#${id}`);
  await part.evaluate((element) => element.scrollIntoView());
  await page.waitForFunction(
    (selector) => {
      const waiting = [...document.querySelectorAll(`${selector} [role=status]`)].filter((one) =>
        /^(Reading|Not read)/.test(one.textContent ?? ""),
      );
      waiting[0]?.scrollIntoView();
      return waiting.length === 0;
    },
    `#${id}`,
    {timeout: 200_000},
  );
  return part;
}

describe.skipIf(!hasChromium)("what is measured, on the page (needs /usr/bin/chromium)", () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse(async ({path, ledger}) => {
      await idealPointsKnown({
        ...chains,
        ledger,
        ledgerPath: path,
        asOf: day("2026-11-24"),
        repeated: measureBooks(path).repeatedTexts(),
        work: true,
      });
      return {chains};
    });
    // Worked out once, before the clock of a browser runs.
    await (await fetch(`${house.address}/api/answer`)).arrayBuffer();
  });
  afterAll(() => house?.close());

  it("is not asked for before a reader comes near it", async () => {
    const page = await openPage(house, "?sector=energy");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await read(page, "dyad");
    expect(asked).toContain("/api/dyads/IDN/RUS");
    expect(asked).not.toContain("/api/validity");
    await page.context().close();
  });

  it("leads by keyboard from a power in the table of moves to all that is measured of the pair", async () => {
    const page = await openPage(house, "?asOf=2026-11-24");
    const link = page.getByRole("table", {name: "Moves", exact: true}).getByRole("link", {
      name: "Malaysia and China",
    });
    await link.first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/asOf=2026-11-24&dyad=MYS-CHN#dyad$/);
    const part = await read(page, "dyad");
    await part.getByRole("heading", {name: "Malaysia and China"}).waitFor();
    expect(await part.locator(".dyad").getByRole("heading", {level: 3}).allTextContents()).toEqual([
      "moves",
      "votes",
      "trade",
      "arms",
      "events",
      "press",
      "investment",
      "fuel",
      "memberships and treaties",
      "sanctions",
    ]);
    await page.goBack();
    await page.waitForURL(/\?asOf=2026-11-24$/);
    await page.context().close();
  });

  it("lays all series of a pair on one axis, names the likeliest change with its chance, and says why of a gap", async () => {
    const page = await openPage(house, "?dyad=MYS-CHN");
    const part = await read(page, "dyad");
    const axes = await part
      .locator(".dyad-axis")
      .evaluateAll((all) =>
        all.map((axis) =>
          [...axis.querySelectorAll("text")].map(
            (one) => `${one.textContent} ${one.getAttribute("x")}`,
          ),
        ),
      );
    expect(axes.length).toBe(10);
    for (const axis of axes) expect(axis).toEqual(axes[0]);
    const lefts = await part
      .locator(".dyad-row")
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
    expect(new Set(lefts).size).toBe(1);
    const conflict = part.locator("li", {hasText: "Conflict between Malaysia and China"});
    await conflict.getByRole("button", {name: /2014, \d+ %/}).waitFor();
    expect(await conflict.locator(".change rect").count()).toBe(12);
    const sanctions = part.locator("li", {hasText: "Sanctions of China against Malaysia"});
    expect(await sanctions.locator(".not-known").count()).toBe(1);
    await sanctions.getByRole("button", {name: /the panel records/}).waitFor();
    expect(await part.textContent()).not.toMatch(/NaN|undefined/);
    await page.context().close();
  });

  it("opens the evidence of a figure from the chart and, by keyboard, from its table", async () => {
    const page = await openPage(house, "?dyad=IDN-RUS");
    const part = await read(page, "dyad");
    const row = part
      .locator("li", {hasText: "UN votes on which Indonesia and Russia agree"})
      .first();
    await row.locator(".dyad-row .dot").last().click();
    await page.waitForURL(/evidence=figure\/2025\/un-agreement\/IDN\/RUS/);
    await page.locator(".pane dl").first().waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".pane").waitFor({state: "detached"});

    await row.locator("summary").focus();
    await page.keyboard.press("Enter");
    const mark = row.getByRole("row", {name: /^2010 /}).getByRole("button");
    await mark.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/evidence=figure\/2010\/un-agreement\/IDN\/RUS/);
    await page.keyboard.press("Escape");
    await page.locator(".pane").waitFor({state: "detached"});
    expect(await mark.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it("tells what moved lately with its chance, and as news only what is sure; each leads to its pair", async () => {
    const page = await openPage(house, "?country=MYS&partner=CHN");
    const part = await read(page, "dyad");
    const moved = part.locator("section", {hasText: "What moved lately"}).getByRole("listitem");
    const lines = await moved.allTextContents();
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      const chance = Number(/^(\d+) %/.exec(line)?.[1]);
      expect(line.includes("· told as a change")).toBe(chance >= 92);
    }
    await moved.first().getByRole("link", {name: "Malaysia and China"}).click();
    await page.waitForURL(/dyad=MYS-CHN#dyad$/);
    await page.context().close();
  });

  it("says so where the watch does not follow the pair of an address", async () => {
    const page = await openPage(house, "?dyad=BRA-RUS");
    await page
      .locator("#dyad")
      .getByText("This watch does not follow Brazil towards Russia")
      .waitFor();
    await page.context().close();
  });

  it("shows exposure with interval or why it has none, and opens the list behind a programme", async () => {
    const page = await openPage(house, "?country=IDN&partner=USA");
    const part = await read(page, "exposure");
    const ties = part.getByRole("table", {name: "What ties each state to each power"});
    expect(await ties.getByRole("columnheader").allTextContents()).toEqual([
      "power",
      "trade",
      "finance",
      "arms",
      "sanctions in force",
      "energy",
    ]);
    const cells = ties.getByRole("row", {name: /United States/}).getByRole("cell");
    for (const words of await cells.allTextContents()) expect(words.length).toBeGreaterThan(20);
    const programmes = part.getByRole("table", {name: "Programmes, and how many they list"});
    const first = programmes.getByRole("row", {name: /RUSSIA-EO14024/});
    await first.locator("summary").click();
    await first.locator(".card").waitFor();
    await page.context().close();
  });

  it("screens a name and explains the likeness; of a name that nobody bears it says where it looked", async () => {
    const page = await openPage(house, "?country=IDN&partner=USA");
    const part = page.locator("#exposure");
    await part.getByLabel("Names in any script").fill("Рособоронэкспорт\nWiremu Tanaka-Oyelaran");
    await part.getByRole("button", {name: "Screen 2 names"}).click();
    const found = part.getByRole("region", {name: "Screening of Рособоронэкспорт"});
    await found
      .getByText(/ROSOBORON/i)
      .first()
      .waitFor();
    expect(await found.locator(".because").first().textContent()).toMatch(/RUSSIA/);
    const nobody = part.getByRole("region", {name: "Screening of Wiremu Tanaka-Oyelaran"});
    await nobody.getByText(/^No one of us-sdn \(\d+\) as known on 2026-11-24/).waitFor();
    await page.context().close();
  });

  it("says what the axes go along with, whether valence survives, and that the chains have not met", async () => {
    const page = await openPage(house, "?country=IDN");
    const part = await read(page, "validity");
    expect(await part.getByText("It survives").count()).toBe(2);
    const table = part.getByRole("table", {name: "Between United States and Russia"});
    const row = table.getByRole("row", {name: /^UN ideal point/});
    expect(await row.nth(0).textContent()).toMatch(/goes along/);
    expect(await row.nth(1).textContent()).toMatch(/goes against/);
    await part.getByText(/The chains have not wholly met.*R-hat is at most \d/).waitFor();
    await part.getByRole("img", {name: /Ideal points of Indonesia and the powers/}).waitFor();
    await page.context().close();
  });

  it("ranks the powers with an interval beside the plane", async () => {
    const page = await openPage(house, "?country=IDN&pair=USA-CHN");
    const part = await read(page, "posture");
    await part.getByRole("img", {name: /United States against engagement with China/}).waitFor();
    const ranks = part.getByRole("table", {name: "The powers by nearness"});
    expect(await ranks.getByRole("row", {name: /Indonesia/}).count()).toBe(4);
    expect(await ranks.getByRole("row", {name: /China/}).textContent()).toMatch(/\d \(\d to \d\)/);
    await page.context().close();
  });

  it("judges hedging between the two powers of the plane, indicator by indicator, each opening its evidence or its gap", async () => {
    const page = await openPage(house, "?country=IDN&pair=RUS-USA");
    const part = await read(page, "posture");
    await part.getByText(/Indonesia between Russia and .*: offsetting, a judgement/).waitFor();
    const table = part.getByRole("table", {name: /Indicators of hedging, Indonesia/});
    expect(await table.getByRole("rowheader").allTextContents()).toEqual([
      "arms",
      "exercises",
      "access",
      "votes",
      "statements",
    ]);
    await table.getByRole("button", {name: /Orruda 2024/}).click();
    await page.waitForURL(/evidence=hedging\/IDN\/RUS\/USA\/exercises\/RUS/);
    const pane = page.locator(".pane");
    await pane.getByText("exercises, Indonesia and Russia").waitFor();
    await pane.getByText(/A tie: .*Orruda 2024/).waitFor();
    await page.keyboard.press("Escape");
    await table
      .getByRole("row", {name: /^access/})
      .getByRole("button")
      .first()
      .click();
    await pane.getByText("Would fill it").waitFor();
    await page.context().close();
  });

  it("opens, from a pasted address, what carries a step to an organisation", async () => {
    const page = await openPage(house, "?dyad=IDN-RUS");
    const part = await read(page, "dyad");
    const table = part.getByRole("table", {name: /^Organisations, and how Indonesia and Russia/});
    const brics = table.getByRole("row", {name: /^BRICS/});
    await brics.getByRole("button", {name: /member 2025-01-06/}).click();
    await page.waitForURL(/evidence=path\/IDN\/BRICS\/\d/);
    await page.reload();
    await page
      .locator(".pane")
      .getByText(/Indonesia and BRICS, 2025-01-06/)
      .waitFor();
    await page.context().close();
  });

  it("tells whether ranks hold without a source, and the verdicts on the founding text with what carries them", async () => {
    const page = await openPage(house, "?country=IDN");
    const part = await read(page, "validity");
    const ranks = part.getByRole("table", {name: "Ranks when a source is missing"});
    expect(await ranks.getByRole("row").count()).toBeGreaterThan(4);
    await ranks
      .getByRole("row", {name: /votes/})
      .getByRole("button", {name: /China \d/})
      .click();
    await page.waitForURL(/evidence=figure\/\d+\/un-agreement\/IDN\/CHN/);
    await page.keyboard.press("Escape");
    const claims = part.getByRole("table", {name: "The founding text's claims"});
    const arms = claims.getByRole("row", {name: /military equipment/});
    await arms.getByText("not tested").waitFor();
    expect(await arms.textContent()).toMatch(/The text says it could be: “Supply of military/);
    await arms.getByRole("button").first().click();
    await page.waitForURL(/evidence=founding\/IDN\/2/);
    await page
      .locator(".pane")
      .getByText(/^not tested\. 0 % of the major arms/)
      .waitFor();
    await page.context().close();
  });

  it.each([
    {width: 1280, scheme: "light"},
    {width: 360, scheme: "dark"},
  ] as const)(
    "axe finds nothing at $width px in the $scheme, and nothing hangs over",
    async (look) => {
      const page = await openPage(house, "?country=IDN&partner=RUS", look);
      for (const id of ["posture", "dyad", "exposure", "validity"]) {
        const part = await read(page, id);
        await part.locator("summary").first().click();
      }
      const {violations, passes} = await new AxeBuilder({page})
        .include("#posture")
        .include("#dyad")
        .include("#exposure")
        .include("#validity")
        .analyze();
      expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(passes.length).toBeGreaterThan(20);
      const {whole, seen} = await page.evaluate(() => ({
        whole: document.documentElement.scrollWidth,
        seen: window.innerWidth,
      }));
      expect(whole).toBeLessThanOrEqual(seen);
      await page.context().close();
    },
  );
});
