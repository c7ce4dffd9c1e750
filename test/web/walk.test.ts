import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {AnswerBody} from "../../src/api/index.ts";
import {hasChromium, type OpenHouse, openHouse, openPage} from "./open-page.ts";

describe.skipIf(!hasChromium)("a reader's walk through the page (needs /usr/bin/chromium)", () => {
  let house: OpenHouse;
  let body: AnswerBody;
  beforeAll(async () => {
    house = await openHouse();
    body = await (await fetch(`${house.address}/api/answer`)).json();
  });
  afterAll(() => house?.close());

  it("shows its name before the answer has come, and says that it is reading", async () => {
    const page = await house.browser.newPage();
    let release = () => {};
    const held = new Promise<void>((open) => {
      release = open;
    });
    await page.route("**/api/answer*", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(house.address);
    await page.getByText("Demarche", {exact: true}).waitFor();
    await page.getByRole("status").filter({hasText: "Reading what was known"}).waitFor();
    release();
    await page.getByRole("heading", {level: 1, name: body.answer.watch.name}).waitFor();
    await page.close();
  });

  it("stands on three tables with the columns of the founding text, for both states", async () => {
    const page = await openPage(house);
    const columns = {
      Moves: ["Country", "Focus areas", "Recent diplomatic moves"],
      Stakes: ["Sector", "Potential benefits", "Possible risks"],
      Options: ["Policy focus", "Proposed action", "Expected outcome"],
    };
    for (const [name, expected] of Object.entries(columns)) {
      const table = page.getByRole("table", {name, exact: true});
      expect(await table.locator("thead th").allInnerTexts()).toEqual(expected);
      const text = await table.textContent();
      for (const state of body.answer.watch.states) expect(text).toContain(body.names[state]);
    }
    const lines = await page
      .locator("main section[id]")
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).textDecorationLine));
    expect(new Set(lines), "a line under words is a link's, or a marked part's").toEqual(
      new Set(["none"]),
    );
    await page.context().close();
  });

  it("opens the passage behind a cell, highlighted in its article", async () => {
    const cell = body.answer.moves.flatMap((row) => row.moves).find((move) => move.specimen);
    const passage = cell?.evidence.find((one) => one.kind === "passage");
    const page = await openPage(house);
    await page.locator(`[data-mark="move/${cell?.moveId}"]`).first().click();
    const pane = page.getByRole("complementary", {name: "Evidence"});
    await pane.locator(".passage mark").first().waitFor();
    const marked = await pane.locator(".passage:not(.whole) mark").allTextContents();
    expect(marked.join("")).toBe(passage?.quote);
    expect(await pane.textContent()).toContain("Specimen");
    expect(await pane.locator(".reaches").textContent()).toContain("Indonesia");
    await page.context().close();
  });

  it("says why a passage was coded so: its parts, marked in the text, and what moved it", async () => {
    const cell = body.answer.moves.flatMap((row) => row.moves).find((move) => move.specimen);
    const page = await openPage(house, `?evidence=move/${cell?.moveId}`);
    const pane = page.getByRole("complementary", {name: "Evidence"});
    const why = pane.locator("details.why").first();
    await why.locator("summary").click();
    const marked = pane.locator(".passage:not(.whole) mark.event");
    await marked.first().waitFor();
    const act = (await marked.allTextContents()).join("");
    const words = await why.textContent();
    expect(words).toContain(`“${act}”`);
    expect(words).toMatch(/Said by/);
    expect(await why.locator(".because li").count()).toBeGreaterThan(1);
    await page.context().close();
  });

  it("opens the rows behind a cell, which name its party, with licence and source", async () => {
    const address = body.answer.moves
      .flatMap((row) => row.moves)
      .find((move) => move.evidence[0]?.kind === "rows" && move.about.includes("MYS"))?.moveId;
    const page = await openPage(house, `?evidence=move/${address}`);
    const pane = page.getByRole("complementary", {name: "Evidence"});
    await pane.getByRole("table").waitFor();
    expect(await pane.locator("table mark").allTextContents()).toContain("MYS");
    expect(await pane.textContent()).toMatch(/Licence.+Retrieved/);
    await page.context().close();
  });

  it("opens interval, method, coverage and vintage of a figure", async () => {
    const option = body.answer.options.find((one) => one.outcomes[0]?.figure);
    const page = await openPage(house, `?evidence=outcome/0/${option?.id}`);
    const words = await page.getByRole("complementary", {name: "Evidence"}).textContent();
    for (const part of ["Interval", "Coverage", "Vintage", "Method"]) expect(words).toContain(part);
    await page.context().close();
  });

  it("narrows to a sector, keeps the choice in the address, and goes back", async () => {
    const page = await openPage(house);
    const sectors = page.locator("table.moves strong.sector");
    expect(new Set(await sectors.allInnerTexts()).size).toBeGreaterThan(3);
    await page.getByLabel("Sector", {exact: true}).selectOption("defence");
    await page.getByLabel("Country", {exact: true}).selectOption("MYS");
    expect(new URL(page.url()).search).toBe("?country=MYS&sector=defence");
    expect(await sectors.allTextContents()).toEqual(["defence"]);
    await page.reload();
    await sectors.first().waitFor();
    expect(await sectors.allTextContents()).toEqual(["defence"]);
    expect(await page.locator("table.moves .country").allTextContents()).toEqual(["Malaysia"]);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => sectors.count()).toBeGreaterThan(3);
    await page.context().close();
  });

  it("answers as of an earlier day with less", async () => {
    const page = await openPage(house);
    const known = async () =>
      Number(
        /([\d,]+) moves? known/.exec((await page.locator(".standfirst").textContent()) ?? "")?.[1],
      );
    const today = await known();
    await page.getByLabel("As of").fill("2022-01-01");
    await page.getByText("known on 1 January 2022").waitFor();
    expect(await known()).toBeGreaterThan(0);
    expect(await known()).toBeLessThan(today);
    expect(page.url()).toContain("asOf=2022-01-01");
    await page.getByRole("button", {name: "back to today"}).click();
    await page.getByText("known on 24 November 2026").waitFor();
    await page.context().close();
  });

  it("leads on to the brief and to every table as CSV", async () => {
    const page = await openPage(house, "?asOf=2026-01-01");
    for (const link of await page.locator("a[download]").all()) {
      const response = await fetch(new URL((await link.getAttribute("href")) ?? "", house.address));
      expect(response.status).toBe(200);
      expect((await response.text()).length).toBeGreaterThan(50);
    }
    await page.getByRole("link", {name: /The brief/}).click();
    expect(await page.getByRole("table").count()).toBeGreaterThanOrEqual(3);
    await page.context().close();
  });

  it("can be walked by keyboard alone: skip, open, read, close, and stand where one was", async () => {
    const page = await openPage(house);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Skip to the tables");
    await page.keyboard.press("Enter");
    for (let step = 0; step < 30 && !(await focused(page)).startsWith("Evidence: "); step++)
      await page.keyboard.press("Tab");
    const mark = await focused(page);
    expect(mark).toMatch(/^Evidence: /);
    await page.keyboard.press("Enter");
    await page.getByRole("complementary", {name: "Evidence"}).waitFor();
    expect(await focused(page)).toBe("Evidence");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("complementary").count()).toBe(0);
    expect(await focused(page)).toBe(mark);
    await page.context().close();
  });
});

type Page = Awaited<ReturnType<typeof openPage>>;

/** What a reader who can't see it hears of the focused element. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? "");
}
