import {AxeBuilder} from "@axe-core/playwright";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {hasChromium, type OpenHouse, openHouse, openPage} from "./open-page.ts";

describe.skipIf(!hasChromium)("the pledges on the page (needs /usr/bin/chromium)", () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
    // Settling every commitment takes seconds: it is done once, before a page waits for it.
    await (await fetch(`${house.address}/api/pledges`)).json();
  });
  afterAll(() => house?.close());

  const openPledges = async (query = "", look = {}) => {
    const page = await openPage(house, query, look);
    const section = page.getByRole("region", {name: "Pledges", exact: true});
    await section
      .getByRole("table", {name: "Pledges by stage and age"})
      .waitFor({timeout: 120_000});
    return {page, section};
  };

  it("stand on a board by stage and age; a stage that is pressed narrows the list", async () => {
    const {page, section} = await openPledges("?country=MYS&partner=EU");
    const board = section.getByRole("table", {name: "Pledges by stage and age"});
    expect(await board.getByRole("row", {name: /^contract/}).textContent()).toContain("overdue");
    await board.getByRole("button", {name: "contract"}).click();
    await section.getByLabel("overdue").check();
    await section.getByText("Malaysia ordered 5 Gowind-2500 (frigate) from France.").waitFor();
    const lead = section.locator("li", {hasText: "Gowind"}).locator(".lead");
    expect(await lead.textContent()).toContain(
      "contract, begun 2014, open 11 years, none delivered, overdue since 2020",
    );
    expect(new URL(page.url()).search).toBe("?country=MYS&partner=EU&stage=contract&overdue=yes");
    await page.reload();
    await section.getByText("Gowind-2500").waitFor({timeout: 120_000});
    await page.context().close();
  });

  it("open step by step on a line of time, each with its source, at an address of their own", async () => {
    const {page, section} = await openPledges("?track=fighter-orders&stage=cancelled");
    await section.locator("li", {hasText: "Su-35"}).getByRole("button").first().click();
    const pane = page.getByRole("complementary", {name: "Evidence"});
    await pane.getByText("still pending").waitFor();
    const steps = pane.locator(".pledge-steps > li");
    expect(await steps.count()).toBe(4);
    expect(await steps.nth(2).textContent()).toContain("22 December 2021 · cancelled");
    expect(await steps.nth(3).textContent()).toContain("told beside");
    expect(await pane.locator("svg.pledge-line").getAttribute("aria-label")).toBe(
      "From February 2018 to 29 October 2025, ended",
    );
    await steps.nth(3).locator("summary").first().click();
    await pane.getByText("tass.com/politics/2036783").waitFor();
    await page.keyboard.press("Escape");
    expect(await pane.count()).toBe(0);
    await page.context().close();
  });

  it("let a reader contest a step: it is set aside with name and reason, and the pledge stands anew", async () => {
    const {page, section} = await openPledges("?track=fighter-orders&stage=cancelled");
    await section.locator("li", {hasText: "Su-35"}).getByRole("button").first().click();
    const pane = page.getByRole("complementary", {name: "Evidence"});
    const step = pane.locator(".pledge-steps > li", {hasText: "22 December 2021"}).first();
    await step.getByText("Judge this step").click();
    await step.getByLabel("I", {exact: true}).selectOption("reject");
    await step.getByLabel("because").fill("The contract <b>stands</b>.");
    await step.getByLabel("My name").fill("Siti");
    const {violations} = await new AxeBuilder({page}).include("#evidence").analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await step.getByRole("button", {name: "Keep this judgement"}).click();
    await pane
      .getByRole("status")
      .getByText(/^Kept\. It moved \d+ parts? of this page\.$/)
      .waitFor({timeout: 120_000});
    const aside = pane.getByRole("region", {name: /^Set aside by people/});
    await aside.getByText("Siti rejects it").waitFor({timeout: 120_000});
    expect(await aside.textContent()).toContain("The contract <b>stands</b>.");
    await pane.getByText("arms orders: contract, begun February 2018").waitFor({timeout: 120_000});
    await section.getByRole("heading", {name: "What moved this month"}).waitFor();
    await section.getByText("Set back, known on 24 November 2026").waitFor({timeout: 120_000});
    await aside.getByText("Judge this step").click();
    await aside.getByLabel("because").fill("Read again.");
    await aside.getByRole("button", {name: "Keep this judgement"}).click();
    await pane.getByText("arms orders: cancelled").waitFor({timeout: 120_000});
    await page.context().close();
  });

  it("tell of a month in which nothing became known, and where the feed is", async () => {
    const {page, section} = await openPledges("?asOf=2026-11-23");
    await section.getByText(/^Nothing of these became known between/).waitFor({timeout: 120_000});
    const feed = section.getByRole("link", {name: "The feed of alerts"});
    expect(await feed.getAttribute("href")).toBe("/api/pledges/alerts.atom?asOf=2026-11-23");
    await page.context().close();
  });

  it("have rates with intervals whose evidence opens, and tracks that say what is not known", async () => {
    const {page, section} = await openPledges("?partner=RUS");
    const rates = section.getByRole("table", {name: /Commitments kept/});
    const row = rates.getByRole("row", {name: /^Arms orders from Russia/});
    expect(await row.locator(".interval").first().textContent()).toMatch(
      /^\d\d\.\d to \d\d\.\d %$/,
    );
    await row.getByRole("button").first().click();
    const pane = page.getByRole("complementary", {name: "Evidence"});
    await pane.getByText("Greenwood").first().waitFor();
    await section.getByText("no notice of ratification was found").waitFor();
    await section.getByRole("button", {name: "MH17"}).click();
    await section.getByText("Malaysia and others propose an international tribunal").waitFor();
    await page.context().close();
  });

  it("are as they were known on a past day", async () => {
    const {page, section} = await openPledges("?asOf=2021-12-21&track=fighter-orders");
    const su35 = section.locator("li", {hasText: "11 Su-35"}).locator(".lead").first();
    expect(await su35.textContent()).toContain("contract, begun February 2018");
    await page.context().close();
  });

  it.each([
    {width: 1280, scheme: "light"},
    {width: 360, scheme: "dark"},
  ] as const)("axe finds nothing in them at $width px in the $scheme", async (look) => {
    const {page} = await openPledges("?track=crude", look);
    const {violations, passes} = await new AxeBuilder({page}).include("#pledges").analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
