import {AxeBuilder} from "@axe-core/playwright";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {hasChromium, type OpenHouse, openHouse, openPage} from "./open-page.ts";

describe.skipIf(!hasChromium)("the options on the page (needs /usr/bin/chromium)", () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
    // Working out the answer takes seconds: it is done once, before a page waits for it.
    await (await fetch(`${house.address}/api/answer`)).json();
  });
  afterAll(() => house?.close());

  const heads = [
    "Worked out by a model",
    "Shares and numbers counted",
    "A judgement, with precedents",
    "A judgement alone",
  ];

  it("stand in groups by what they rest on, sorted within each by what the reader picks", async () => {
    const page = await openPage(house, "?country=IDN&partner=USA");
    const table = page.getByRole("table", {name: "Options", exact: true});
    const groups = await table.locator("tr.group").allTextContents();
    expect(groups.map((text) => heads.findIndex((head) => text.startsWith(head)))).toEqual(
      groups.map((_, index) => index).filter((index) => index < groups.length),
    );
    await page.getByLabel("Sort options by").selectOption("income");
    expect(new URL(page.url()).searchParams.get("order")).toBe("income");
    const incomes = await table
      .locator("tbody")
      .first()
      .locator("tr:not(.group) td:last-child li:first-child .sentence")
      .allTextContents();
    const values = incomes.flatMap((text) => {
      const found = text.match(/real income: ([+−]?[\d.]+) %/)?.[1];
      return found === undefined ? [] : [Number(found.replace("−", "-"))];
    });
    expect(values.length).toBeGreaterThan(3);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    await page.context().close();
  });

  it("say how they work, who gains and loses, the cost, the way back, and what beats them", async () => {
    const page = await openPage(house, "?country=IDN&partner=USA");
    const row = page.locator("table.options tr", {hasText: "turns a part of what it buys"});
    await row.locator("summary", {hasText: "How it works"}).click();
    for (const part of ["How it works", "Who gains", "Who loses", "Cost", "Undone"])
      await row.locator("dt", {hasText: part}).waitFor();
    await row.getByText("no cost that could be cited is known here").waitFor();
    await row.getByText("Beaten in real income by").waitFor();
    await row.locator("dd").getByRole("button").first().click();
    await page.getByRole("complementary", {name: "Evidence"}).waitFor();
    expect(new URL(page.url()).searchParams.get("evidence")).toMatch(
      /^side\/gains\/buy-elsewhere:USA$/,
    );
    await page.context().close();
  });

  it.each([
    {width: 1280, scheme: "light"},
    {width: 360, scheme: "dark"},
  ] as const)(
    "axe finds nothing at $width px in the $scheme",
    async (look) => {
      const page = await openPage(house, "?country=IDN&partner=RUS&sector=energy", look);
      const section = page.locator("#options");
      await section.locator("summary", {hasText: "How it works"}).first().click();
      const {violations, passes} = await new AxeBuilder({page}).include("#options").analyze();
      expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(passes.length).toBeGreaterThan(8);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(sideways).toBeLessThanOrEqual(0);
      await page.context().close();
    },
    240_000,
  );
});
