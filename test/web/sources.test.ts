import {AxeBuilder} from "@axe-core/playwright";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {createApi} from "../../src/api/index.ts";
import {keepReading} from "../../src/pipeline/index.ts";
import {day} from "../../src/world/index.ts";
import {keptSources, madeNote, madeSource} from "../api/kept-sources.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {told} from "../store/made-articles.ts";
import {hasChromium, type OpenHouse, openPage, serveTo} from "./open-page.ts";

const hostile = '<img src=x onerror="window.hacked=1">';
const story =
  "Indonesia and Russia signed an agreement on reactors in Jakarta after two days of talks between their energy ministers about fuel, training and the site of a first plant on Borneo.";

describe.skipIf(!hasChromium)("the sources on the page (needs /usr/bin/chromium)", () => {
  let house: OpenHouse;
  const first = told({
    text: story,
    outlet: "Example Wire",
    published: "2026-11-20",
    recordedOn: "2026-11-24",
  });
  const copy = told({
    text: `${story} The paper added nothing. ${hostile}`,
    outlet: hostile,
    published: "2026-11-21",
    recordedOn: "2026-11-24",
  });
  beforeAll(async () => {
    const founding = await foundingLedger();
    for (const one of [first, copy]) await keepReading(founding.ledger, founding.reference, one);
    const carried = [
      madeSource(),
      madeSource({id: "hostile", title: hostile, owner: hostile, kind: "page", country: "MYS"}),
      madeSource({id: "fresh", title: "Fresh", country: null}),
      ...Array.from({length: 40}, (_, i) => madeSource({id: `more-${i}`, title: `More ${i}`})),
    ];
    const notes = [madeNote("example-wire"), madeNote("hostile", {failures: 2, error: hostile})];
    const app = createApi({
      ...founding,
      sourceBook: keptSources(carried, notes),
      writable: true,
      today: () => day("2026-12-01"),
      log: console.error,
    });
    const served = await serveTo(app);
    house = {
      ...served,
      close: async () => {
        await served.close();
        await founding.ledger.close();
      },
    };
  });
  afterAll(() => house?.close());

  const openSources = async (query = "", look = {}) => {
    const page = await openPage(house, query, look);
    const section = page.getByRole("region", {name: "Sources", exact: true});
    await section.getByRole("table", {name: "Sources", exact: true}).waitFor();
    await section.getByText("Articles read").waitFor();
    return {page, section};
  };

  it("stand with grade, reason, health in words and share of copies, the first of them at once", async () => {
    const {page, section} = await openSources("?find=wire");
    const row = section.getByRole("row").filter({hasText: "https://wire.example/feed"}).first();
    const text = await section
      .getByRole("row", {name: /Example Wire Example Wire Company/})
      .textContent();
    expect(text).toContain("It has reporters of its own.");
    expect(text).toContain("answering");
    expect(text).toContain("30 November 2026, 12:00 UTC");
    expect(text).toContain("12 items");
    expect(await row.count()).toBe(1);
    await page.context().close();
    const all = await openSources();
    expect(await all.section.locator(".sources tbody tr:not(.group)").count()).toBe(12);
    await all.section.getByRole("button", {name: /show .* more source/}).click();
    expect(await all.section.locator(".sources tbody tr:not(.group)").count()).toBe(43);
    await all.page.context().close();
  });

  it("are found by words, health and kind; the address reopens what was looked for", async () => {
    const {page, section} = await openSources();
    await section.getByLabel("that are").selectOption("fails");
    await section.getByText("1 of 43 sources").waitFor();
    expect(await section.locator(".health.fails").textContent()).toBe("failing");
    await section.getByLabel("by", {exact: true}).selectOption("kind");
    await section.getByLabel("Find").fill("malaysia");
    // The address follows what is typed; on a busy machine it is not there yet when the key is up.
    await page.waitForURL(({search}) => search === "?find=malaysia&health=fails&by=kind");
    await page.reload();
    await section.getByText("1 of 43 sources").waitFor();
    expect(await section.locator(".sources .group").textContent()).toBe("page");
    await page.context().close();
  });

  it("take one more by keyboard alone, and say in words what is wrong with one", async () => {
    const {page, section} = await openSources();
    await section.getByText("Add a source").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Kementerian Pertahanan");
    await page.keyboard.press("Tab");
    await page.keyboard.type("http://192.168.1.1/feed");
    await section.getByLabel("Owner").fill("Government of Indonesia");
    await section.getByLabel("Country").selectOption("IDN");
    await section.getByLabel("Seen at").fill("the ministry's own page");
    await page.keyboard.press("Enter");
    await section.getByRole("alert").getByText("is not public").waitFor();
    await section.getByLabel("Address").fill("https://ministry.example/feed");
    await page.keyboard.press("Enter");
    await section.getByText("kementerian-pertahanan", {exact: true}).waitFor();
    await section.getByLabel("Find").fill("pertahanan");
    await section.getByRole("row", {name: /Kementerian Pertahanan/}).waitFor();
    expect(await section.locator(".sources").textContent()).toContain(
      "not checked from this machine",
    );
    await page.context().close();
  });

  it("show who copies whom, and open an article with its marks at an address of its own", async () => {
    const {page, section} = await openSources();
    const copies = section.getByRole("region", {name: "Who copies whom"});
    await copies.getByText("24 hours later").waitFor();
    const mark = copies.locator(`[data-mark="article/${copy.article.id}"]`);
    await mark.click();
    const pane = page.getByRole("complementary", {name: "Article"});
    await pane.getByText("One text with").waitFor();
    expect(await pane.textContent()).toContain("Example Wire, 20 November 2026");
    expect(new URL(page.url()).search).toBe(`?evidence=article/${copy.article.id}`);
    await page.reload();
    await pane.getByText("How the figure came about").waitFor();
    await page.keyboard.press("Escape");
    expect(await pane.count()).toBe(0);
    await page.context().close();
  });

  it("show the founding text's marks beside its passages, and its mended table", async () => {
    const {articles} = await (await fetch(`${house.address}/api/articles`)).json();
    const specimen = articles.find((one: {specimen: boolean}) => one.specimen);
    const {page} = await openSources(`?evidence=article/${specimen.id}`);
    const pane = page.getByRole("complementary", {name: "Article"});
    await pane.locator(".beside").first().waitFor();
    const text = await pane.textContent();
    expect(text).toContain("a chatbot's leftover stands in it");
    expect(text).toContain("Mended: ");
    expect(text).toContain("cites");
    const residue = pane
      .locator(".marked-block")
      .filter({hasText: "a chatbot's leftover stands in it"});
    expect(await residue.first().locator("mark").count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it("say on a past day that how a source answered is not kept", async () => {
    const {page, section} = await openSources("?asOf=2026-11-22");
    expect(await section.locator(".sources").textContent()).toContain("Not known: ");
    expect(await section.textContent()).toContain("None of 0 articles is a copy");
    await page.context().close();
  });

  it("run nothing that a title, an owner, an outlet or an error says", async () => {
    const {page, section} = await openSources(`?find=hostile&evidence=article/${copy.article.id}`);
    await page.locator(".article-blocks, .pane-title").first().waitFor();
    expect(await section.locator(".sources").textContent()).toContain(hostile);
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(await page.locator("main img, .pane img").count()).toBe(0);
    await page.context().close();
  });

  it.each([
    {width: 1280, scheme: "light"},
    {width: 360, scheme: "dark"},
  ] as const)("axe finds nothing in them at $width px in the $scheme", async (look) => {
    const {page, section} = await openSources(
      `?country=IDN&sector=energy&evidence=article/${copy.article.id}`,
      look,
    );
    await page.locator(".pane dl").first().waitFor();
    await section.locator("details.adding").evaluate((one) => one.setAttribute("open", ""));
    const {violations, passes} = await new AxeBuilder({page})
      .include("#sources")
      .include("#evidence")
      .analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
    await page.context().close();
  });
});
