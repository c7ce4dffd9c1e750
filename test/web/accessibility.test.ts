import {AxeBuilder} from "@axe-core/playwright";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {hasChromium, type OpenHouse, openHouse, openPage} from "./open-page.ts";

describe.skipIf(!hasChromium)("everyone can read the page (needs /usr/bin/chromium)", () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  // Every part of the page stands in a narrowed view too, and axe reads it in a tenth of the time.
  const narrow = "?country=IDN&sector=energy";
  const evidence = `${narrow}&evidence=stake/IDN/RUS/energy/benefits/0`;
  it.each([
    {width: 1280, scheme: "light", query: ""},
    {width: 1280, scheme: "dark", query: "?asOf=2000-01-01&sector=trade"},
    {width: 1280, scheme: "dark", query: evidence},
    {width: 360, scheme: "light", query: evidence},
    {width: 360, scheme: "dark", query: narrow},
  ] as const)(
    "axe finds nothing at $width px in the $scheme with $query",
    async ({width, scheme, query}) => {
      const page = await openPage(house, query, {width, scheme});
      if (query === evidence) await page.locator(".pane dl").first().waitFor();
      await page.locator(".desk").scrollIntoViewIfNeeded();
      await page.locator(".changes, .desk .failure, .desk .missing").first().waitFor();
      // One table behind a chart of each part, open: all of them would be a hundred thousand cells.
      await page.evaluate(() => {
        for (const part of document.querySelectorAll(".part")) {
          const behind = part.querySelector("details");
          if (behind) behind.open = true;
        }
      });
      const {violations, passes} = await new AxeBuilder({page}).analyze();
      expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(passes.length).toBeGreaterThan(30);
      await page.context().close();
    },
    240_000,
  );

  it("never scrolls sideways on a phone", async () => {
    const page = await openPage(house, "", {width: 360});
    const {page: whole, window: seen} = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      window: window.innerWidth,
    }));
    expect(whole).toBeLessThanOrEqual(seen);
    await page.context().close();
  });

  it("wears the paper that the reader chose, whatever the system says", async () => {
    const page = await openPage(house, "", {scheme: "dark"});
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await paper();
    await page.getByLabel("light", {exact: true}).check({force: true});
    expect(await paper()).not.toBe(dark);
    await page.reload();
    await page.getByRole("table", {name: "Moves", exact: true}).waitFor();
    expect(await paper()).not.toBe(dark);
    await page.context().close();
  });
});
