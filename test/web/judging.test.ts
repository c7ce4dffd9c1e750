import {AxeBuilder} from "@axe-core/playwright";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {AnswerBody} from "../../src/api/index.ts";
import {hasChromium, type OpenHouse, openHouse, openPage} from "./open-page.ts";

describe.skipIf(!hasChromium)("judging a move on the page (needs /usr/bin/chromium)", () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  const ask = async (): Promise<AnswerBody> => (await fetch(`${house.address}/api/answer`)).json();

  it("keeps a recode with name and reason, tells what moved, and shows who said so", async () => {
    const {answer} = await ask();
    const move = answer.ledgerMoves.find((one) => one.from === "arms");
    const page = await openPage(house, `?evidence=move/${move?.id}`);
    const pane = page.getByRole("complementary", {name: "Evidence"});
    await pane.getByText("Judge this move").click();
    await pane.getByLabel("I", {exact: true}).selectOption("type");
    await pane.getByLabel("namely").selectOption("AGREE");
    await pane.getByLabel("because").fill("An order is a contract: <b>signed</b>.");
    await pane.getByLabel("My name").fill("Siti");
    await pane.getByRole("button", {name: "Keep this judgement"}).click();
    await pane
      .getByRole("status")
      .getByText(/^Kept\. It moved \d+ parts? of this page\.$/)
      .waitFor();
    await pane.getByText("Siti would have its type AGREE").waitFor();
    expect(await pane.locator(".judging").textContent()).toContain("<b>signed</b>");
    const after = await ask();
    expect(after.answer.ledgerMoves.find((one) => one.id === move?.id)?.type).toBe("AGREE");
    await page.context().close();
  });

  it("takes a rejected move out of the tables, and remembers the name for the next", async () => {
    const {answer} = await ask();
    const move = answer.ledgerMoves.find((one) => one.from === "vote");
    const page = await openPage(house, `?evidence=move/${move?.id}`);
    const pane = page.getByRole("complementary", {name: "Evidence"});
    await pane.getByText("Judge this move").click();
    await pane.getByLabel("I", {exact: true}).selectOption("reject");
    await pane.getByLabel("because").fill("Counted elsewhere.");
    await pane.getByLabel("My name").fill("Siti");
    await pane.getByRole("button", {name: "Keep this judgement"}).click();
    await pane.getByRole("status").getByText("Kept.").waitFor();
    await pane.getByText("Nothing stands at this address").waitFor();
    expect((await ask()).answer.ledgerMoves.some((one) => one.id === move?.id)).toBe(false);
    const next = (await ask()).answer.ledgerMoves.find((one) => one.from === "vote");
    await page.goto(`${house.address}/?evidence=move/${next?.id}`);
    await pane.getByText("Judge this move").click();
    expect(await pane.getByLabel("My name").inputValue()).toBe("Siti");
    await page.context().close();
  });

  it("says what is wrong with a judgement, and keeps nothing", async () => {
    const {answer} = await ask();
    const move = answer.ledgerMoves.find((one) => one.from === "arms");
    const page = await openPage(house, `?evidence=move/${move?.id}`);
    const pane = page.getByRole("complementary", {name: "Evidence"});
    await pane.getByText("Judge this move").click();
    await pane.getByLabel("I", {exact: true}).selectOption("same-move");
    await pane.getByLabel("as the move").fill("no-such-move");
    await pane.getByLabel("because").fill("They look alike.");
    await pane.getByLabel("My name").fill("Siti");
    await pane.getByRole("button", {name: "Keep this judgement"}).click();
    await pane.getByRole("alert").getByText("no-such-move").waitFor();
    expect((await ask()).answer.judgements).toHaveLength(answer.judgements.length);
    await page.context().close();
  });

  it("can be filled in by everyone: axe finds nothing in the open form", async () => {
    const {answer} = await ask();
    const move = answer.ledgerMoves.find((one) => one.from === "arms");
    const page = await openPage(house, `?evidence=move/${move?.id}`);
    const pane = page.getByRole("complementary", {name: "Evidence"});
    await pane.getByText("Judge this move").click();
    await pane.getByLabel("I", {exact: true}).selectOption("mode");
    const {violations, passes} = await new AxeBuilder({page}).include("#evidence").analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(passes.length).toBeGreaterThan(5);
    await page.context().close();
  });

  it("judges nothing as of a past day", async () => {
    const {answer} = await ask();
    const move = answer.ledgerMoves.findLast((one) => one.from === "arms");
    const page = await openPage(house, `?asOf=2026-11-20&evidence=move/${move?.id}`);
    const pane = page.getByRole("complementary", {name: "Evidence"});
    await pane.getByText("Judge this move").click();
    await pane.getByText("You are reading a past day").waitFor();
    await page.context().close();
  });
});
