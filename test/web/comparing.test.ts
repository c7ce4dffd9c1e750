import {AxeBuilder} from "@axe-core/playwright";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {hasChromium, type OpenHouse, openHouse, openPage} from "./open-page.ts";

const wire = `JAKARTA, 10 March 2025 (Antara) - Indonesia joined BRICS in January 2025.
Indonesia exported goods worth $1.26 billion to Russia in 2016.
Malaysia and Russia discussed palm oil in Moscow.
`;
const later = `KUALA LUMPUR, 12 March 2025 - Indonesia joined BRICS in January 2025.
Indonesia exported goods worth $9 billion to Russia in 2016.
Indonesia and the United States quarrelled over <b>nickel</b>.
`;

describe.skipIf(!hasChromium)("two articles on the page (needs /usr/bin/chromium)", () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  const compare = async (first: string, second: string, look = {}) => {
    const page = await openPage(house, "", look);
    const section = page.getByRole("region", {name: "Read any article back", exact: true});
    await section.getByLabel("A text, or the address of a page").fill(first);
    await section.getByLabel(/^Another/).fill(second);
    await section.getByRole("button", {name: "Compare the two"}).click();
    await section.locator(".comparison").waitFor({timeout: 120_000});
    return {page, section};
  };

  it("stand side by side: contradicted, shared, added and dropped, with what they differ in", async () => {
    const {page, section} = await compare(wire, later);
    const part = (name: RegExp) => section.getByRole("region", {name});
    await part(/^Contradicted: 1 pair$/)
      .getByText("one says $1.26 billion, the other $9 billion")
      .waitFor();
    expect(
      await part(/^Shared/)
        .locator("li")
        .count(),
    ).toBe(1);
    const added = part(/^Added by the second/).locator("li");
    expect(await added.textContent()).toContain("First does not say it");
    expect(await added.textContent()).toContain("<b>nickel</b>");
    expect(await part(/^Dropped from the first/).textContent()).toContain("palm oil");
    const sides = section.locator(".side-by-side .side");
    const [one, other] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    expect(one?.y).toBe(other?.y);
    await page.context().close();
  });

  it("tell who copied whom; one alone is read back as before", async () => {
    const {page, section} = await compare(
      wire,
      wire.replace("(Antara) - ", "- According to Antara, "),
    );
    await section
      .getByText(/^The first is a copy of the other: \d+ in a hundred .* credits ANTARA\.$/)
      .waitFor();
    await section.getByLabel(/^Another/).fill("");
    await section.getByRole("button", {name: "Read it back"}).click();
    await section.getByText("have evidence of another origin").waitFor({timeout: 120_000});
    expect(await section.locator(".comparison").count()).toBe(0);
    await page.context().close();
  });

  it("axe finds nothing at 360 px in the dark, where one stands above the other", async () => {
    const {page, section} = await compare(wire, later, {width: 360, scheme: "dark"});
    const {violations, passes} = await new AxeBuilder({page}).include("#audit").analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(passes.length).toBeGreaterThan(5);
    const sides = section.locator(".side-by-side .side");
    const [one, other] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    expect(other?.y).toBeGreaterThan(one?.y ?? 0);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
