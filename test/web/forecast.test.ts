import {AxeBuilder} from "@axe-core/playwright";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {hasChromium, type OpenHouse, openHouse, openPage} from "./open-page.ts";

describe.skipIf(!hasChromium)("the forecast on the page (needs /usr/bin/chromium)", () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
    // The answer and the questions take seconds to work out: it is done once, before a page waits for them.
    await (await fetch(`${house.address}/api/answer`)).json();
    await (await fetch(`${house.address}/api/forecast`)).json();
  });
  afterAll(() => house?.close());

  const openForecast = async (query = "", look = {}) => {
    const page = await openPage(house, query, look);
    const section = page.getByRole("region", {name: "Forecast", exact: true});
    await section.getByRole("table", {name: "Scores, Reported acts"}).waitFor({timeout: 120_000});
    return {page, section};
  };

  it("asks open questions with probability, base rate and what settles them", async () => {
    const {page, section} = await openForecast("?country=IDN&partner=RUS");
    const first = section.locator(".sentences-list > li").first();
    expect(await first.locator(".lead").textContent()).toMatch(
      /^(almost|very|un|roughly|likely).*, 0\.\d\d; base rate 0\.\d\d$/,
    );
    expect(await first.locator(".sentence").textContent()).toMatch(
      /Indonesia.*Russia|Russia.*Indonesia/,
    );
    await first.getByText("Settled by").click();
    await first.getByText("yes above").waitFor();
    await page.context().close();
  });

  it("tells its record beside two baselines, and what it got wrong as well as right", async () => {
    const {page, section} = await openForecast();
    const scores = section.getByRole("table", {name: "Scores, Votes in the General Assembly"});
    for (const who of ["ours", "base rate", "last value"])
      expect(await scores.getByRole("row", {name: new RegExp(`^${who}`)}).textContent()).toMatch(
        /0\.\d{3} \(0\.\d{3} to 0\.\d{3}\)/,
      );
    await section
      .getByRole("img", {name: "Reported acts: what was said against how often it happened"})
      .waitFor();
    const wrong = section.locator("details", {hasText: "and wrong"}).first();
    await wrong.locator("summary").click();
    await wrong
      .getByText(/came out (yes|no), /)
      .first()
      .waitFor();
    await page.context().close();
  });

  it.each([
    {width: 1280, scheme: "light"},
    {width: 360, scheme: "dark"},
  ] as const)(
    "axe finds nothing at $width px in the $scheme",
    async (look) => {
      const {page, section} = await openForecast("?country=MYS&partner=RUS&sector=trade", look);
      await section.getByText("Furthest from the base rate, and wrong").first().click();
      await section.locator("details.behind").first().locator("summary").click();
      const {violations, passes} = await new AxeBuilder({page}).include("#forecast").analyze();
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
