import {readFileSync} from "node:fs";
import {AxeBuilder} from "@axe-core/playwright";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {hasChromium, type OpenHouse, openHouse, openPage} from "./open-page.ts";

type Page = Awaited<ReturnType<typeof openPage>>;

/** A tariff with few draws. */
const quick = "?scenario=desk~draws-50*tariff~by-USA~on-IDN~points-10";

/** Draws take as long as they take on a busy machine. */
const patient = {timeout: 200_000};

/** The row of a country under the bars, once all draws are done. */
async function outcome(page: Page, country: string): Promise<string> {
  const desk = page.locator(".desk");
  await desk.getByRole("table", {name: /^Real income/}).waitFor(patient);
  await desk.getByRole("progressbar").waitFor({state: "detached", ...patient});
  await desk
    .getByText("no interval yet")
    .first()
    .waitFor({state: "detached", ...patient});
  const row = desk.getByRole("row", {name: new RegExp(`^${country}`)}).first();
  return (await row.textContent()) ?? "";
}

describe.skipIf(!hasChromium)("scenarios on the page (needs /usr/bin/chromium)", () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
    // Worked out once, so that no page waits for it.
    await fetch(`${house.address}/api/answer`);
  });
  afterAll(() => house?.close());

  it("go from the form to an outcome, and a link to it opens the same", async () => {
    const page = await openPage(house, quick);
    const form = page.getByRole("form", {name: "Scenario A"});
    const atTen = await outcome(page, "Indonesia");
    expect(atTen).toMatch(/−\d\.\d+\(−\d\.\d+ to −\d\.\d+\)/);
    await form.getByLabel("Another action").selectOption({label: "Trade agreement entered"});
    await form.getByRole("button", {name: "add", exact: true}).click();
    await form.getByText("Not worked out yet: “between” names nobody.").waitFor();
    const agreement = form.getByRole("group", {name: /agreement/i});
    await agreement.getByLabel("between", {exact: true}).selectOption("IDN");
    await agreement.getByLabel("and", {exact: true}).selectOption("EU");
    await form
      .getByRole("group", {name: "Agreement between Indonesia and European Union"})
      .waitFor();
    const both = () => outcome(page, "Indonesia");
    await expect.poll(both, patient).not.toBe(atTen);
    const settled = await both();
    const again = await openPage(house, new URL(page.url()).search);
    expect(await outcome(again, "Indonesia")).toBe(settled);
    await again.context().close();
    await form.getByRole("button", {name: /^undo\s*: Agreement/}).click();
    await expect.poll(both, patient).toBe(atTen);
    await page.context().close();
  });

  it("slide with the keyboard, and say structure, base and coverage", async () => {
    const page = await openPage(house, quick);
    const atTen = await outcome(page, "Indonesia");
    await page.locator(".desk").getByRole("slider").focus();
    await page.keyboard.press("End");
    await expect.poll(() => outcome(page, "Indonesia"), patient).not.toBe(atTen);
    expect(page.url()).toContain("points-100");
    const words = await page.locator(".desk").textContent();
    expect(words).toContain("2016 structure, long run, parameter uncertainty only");
    expect(words).toMatch(/Base: .* of 2016, \d+ states with \d+\.\d % of the trade recorded/);
    await page.context().close();
  });

  it("stand side by side, in one figure of the reader's choice, with a map of each", async () => {
    const page = await openPage(house, "?scenario=desk~draws-0*tariff~by-USA~on-MYS~points-20");
    const desk = page.locator(".desk");
    await desk.getByRole("table", {name: /^Real income/}).waitFor(patient);
    await desk.getByRole("button", {name: "copy beside"}).click();
    const second = page.getByRole("form", {name: "Scenario B"});
    await second.getByLabel("answered with the same").check();
    await desk.getByLabel("Figure", {exact: true}).selectOption({label: "exports"});
    const malaysia = desk
      .getByRole("table", {name: /^Exports/})
      .getByRole("row", {name: /^Malaysia/});
    await expect
      .poll(async () => new Set(await malaysia.locator("td .number").allInnerTexts()).size, patient)
      .toBe(2);
    expect(await desk.getByRole("img", {name: /^Map\./}).count()).toBe(2);
    expect(new URL(page.url()).searchParams.get("scenario")).toContain("answered-yes");
    await second.getByRole("button", {name: "take away"}).click();
    await second.waitFor({state: "detached"});
    await page.context().close();
  });

  it("stop when the reader says so, and go on when asked again", async () => {
    const page = await openPage(house, "?scenario=desk~draws-1000*tariff~by-USA~on-IDN~points-10");
    const desk = page.locator(".desk");
    await desk.getByRole("progressbar").waitFor(patient);
    await desk.getByRole("button", {name: /^stop/}).click();
    const stopped = desk.getByText(/^Stopped after \d+ draws? of 1000/);
    await stopped.waitFor(patient);
    // How far it had come by then is the machine's affair; that it goes no further is not.
    const told = (await stopped.textContent()) ?? "";
    expect(Number(/\d+/.exec(told)?.[0])).toBeLessThan(1000);
    await page.waitForTimeout(500);
    expect(await stopped.textContent()).toBe(told);
    await desk.getByLabel("Draws for intervals").selectOption("50");
    expect(await outcome(page, "Indonesia")).toMatch(/\(−/);
    await page.context().close();
  });

  it("are saved as CSV and as a section of a brief", async () => {
    const page = await openPage(house, quick);
    await outcome(page, "Indonesia");
    const save = async (name: RegExp) => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(".desk").getByRole("button", {name}).click(),
      ]);
      return readFileSync(await file.path(), "utf8");
    };
    const csv = await save(/^CSV/);
    expect(csv).toMatch(/^state,name,figure/);
    expect(csv).toContain("long run, parameter uncertainty only");
    const section = await save(/^section of a brief/);
    expect(section).toMatch(/^## Tariff of 10 points by United States on Indonesia/);
    expect(section).toContain("| Indonesia |");
    await page.context().close();
  });

  it.each([
    {width: 1280, scheme: "light"},
    {width: 360, scheme: "dark"},
  ] as const)(
    "leave axe nothing to find at $width px in the $scheme",
    async ({width, scheme}) => {
      const scenarios = "cap~on-RUS~by-EU~discount-20~source-judgement*sanction~a-RUS~b-IDN";
      const page = await openPage(house, `?scenario=desk~draws-0*${scenarios}`, {width, scheme});
      await page.locator(".desk .changes").waitFor(patient);
      await page.evaluate(() => {
        for (const one of document.querySelectorAll("#scenarios details"))
          (one as HTMLDetailsElement).open = true;
      });
      const {violations, passes} = await new AxeBuilder({page}).include("#scenarios").analyze();
      expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(passes.length).toBeGreaterThan(15);
      const {page: whole, window: seen} = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth,
        window: window.innerWidth,
      }));
      expect(whole).toBeLessThanOrEqual(seen);
      await page.context().close();
    },
    480_000,
  );
});
