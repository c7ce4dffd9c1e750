import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {auditArticle, datasetsOfArticle} from "../../src/audit/index.ts";
import {
  day,
  type FactBook,
  type ListedParty,
  type StateCode,
  type Verdict,
} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {buildArticle} from "./build-world.ts";

const asOf = day("2026-11-24");
const states = "CHN DEU FRA IDN IND JPN KOR MYS PHL POL RUS THA USA VNM UKR".split(" ");

let house: Awaited<ReturnType<typeof foundingLedger>>;
let book: FactBook;
let listed: readonly ListedParty[];
beforeAll(async () => {
  house = await foundingLedger();
  const {ledger, reference, watch} = house;
  const only = datasetsOfArticle({text: "resolution"});
  book = await ledger.readFacts({...watch, states}, reference, asOf, only);
  listed = await ledger.listedParties(asOf);
});
afterAll(() => house.ledger.close());

function readBack(text: string, factsOf?: readonly StateCode[]): Verdict[] {
  const {watch, reference} = house;
  const article = buildArticle(text);
  const input = {article, events: [], moves: [], series: [], book, watch, reference, listed};
  return auditArticle(factsOf === undefined ? input : {...input, factsOf});
}

/** What is contradicted decides, then what is supported. */
function wordOf(text: string): string {
  const words = readBack(text).map(({verdict, kind}) => verdict ?? kind);
  const decides = ["contradicted", "supported"].find((word) => words.some((one) => one === word));
  return decides ?? words[0] ?? "none";
}

describe("a claim on carried data", () => {
  it.each([
    // Places in an order.
    ["Italy was the largest supplier of arms to Indonesia in 2021-2025.", "supported"],
    ["Russia was Indonesia's largest arms supplier in 2021-25.", "contradicted"],
    ["In 2021-25 Russia remained Vietnam's biggest arms supplier.", "not tested"],
    ["Russia was Indonesia's third-largest export market in 2023.", "contradicted"],
    ["Singapore was Malaysia's top export destination in 2022, ahead of China.", "supported"],
    ["China was Malaysia's top export destination in 2022, ahead of Singapore.", "contradicted"],
    ["In 2023 China was Indonesia's largest trading partner.", "supported"],
    ["China was one of Indonesia's largest export markets in 2023.", "not tested"],
    ["Indonesia was the biggest supplier of coal to China in 2020.", "supported"],
    [
      "Russia overtook Saudi Arabia as China's largest supplier of crude oil in 2020.",
      "contradicted",
    ],
    // Parts of a whole, in words.
    ["Germany supplied more than half of Egypt's arms imports in 2021-2025.", "contradicted"],
    ["Russia provided nearly half of Indonesia's arms imports in 2001-05.", "supported"],
    ["Ukraine's military expenditure exceeded a third of its GDP in 2024.", "supported"],
    ["More than half of Russia's imports came from China in 2023.", "supported"],
    ["Wheat from Russia made up a fifth of Indonesia's imports of grain in 2016.", "not tested"],
    ["Indonesia exported a third of its goods to Russia in the first half of 2016.", "not tested"],
    // Comparisons, balances and trends.
    [
      "Indonesia received more arms from Russia than from the United States between 2016 and 2020.",
      "contradicted",
    ],
    ["Malaysia spent more on its military than Indonesia in 2023.", "contradicted"],
    ["Malaysia's military spending fell between 2014 and 2022.", "supported"],
    ["Indonesia's military spending fell between 2014 and 2022.", "not tested"],
    ["Poland's military spending fell between 2014 and 2024.", "contradicted"],
    ["Indonesia ran a trade surplus with Russia in 2016.", "supported"],
    ["Malaysia ran a trade surplus with Russia in 2016.", "contradicted"],
    // Votes by subject, together and always.
    ["The Philippines joined Indonesia in abstaining on resolution ES-11/5.", "contradicted"],
    ["Indonesia voted to suspend Russia from the UN Human Rights Council.", "contradicted"],
    [
      "Vietnam was one of 24 states that voted against suspending Russia from the Human Rights Council.",
      "supported",
    ],
    [
      "Vietnam was one of 90 states that voted against suspending Russia from the Human Rights Council.",
      "not tested",
    ],
    [
      "Thailand has backed every General Assembly resolution on Ukraine since 2022.",
      "contradicted",
    ],
    ["Indonesia's parliament voted against a bill on Ukraine in March 2022.", "not tested"],
    // Roles in a bloc exclude one another.
    ["Malaysia became a full member of BRICS in January 2025.", "contradicted"],
    ["Vietnam joined Malaysia and Thailand as a BRICS partner country in June 2025.", "supported"],
    ["Argentina joined BRICS on 1 January 2024.", "not tested"],
    // Deals and who sold.
    ["The Philippines bought BrahMos missiles from India in 2022.", "supported"],
    ["Indonesia ordered 42 Rafale jets from Russia in 2022.", "contradicted"],
    ["Indonesia ordered 11 Su-35 fighters from Russia in 2018.", "not tested"],
    // Lists of sanctions can only support.
    ["Sberbank has been on the US sanctions list since April 2022.", "supported"],
    ["The United States put VTB Bank on its sanctions list in February 2021.", "not tested"],
  ])("%s is %s", (text, expected) => {
    const word = wordOf(text);
    // What no data settle may be told as stale, or not be taken for a claim.
    expect(expected === "not tested" && !/supp|contra/.test(word) ? expected : word).toBe(expected);
  });
});

describe("words that say how far a thing goes", () => {
  it("are not borne out by figures that only bear out the rest", () => {
    const [first] = readBack("Indonesia was the first country to join BRICS in January 2025.");
    expect(first?.verdict).not.toBe("supported");
  });

  it("matter only in what was tested", () => {
    const text = "Indonesia voted for resolution ES-11/1 in March 2022, after all its doubts.";
    expect(readBack(text)[0]?.verdict).toBe("supported");
  });
});

describe("an article that names more states than facts are read for", () => {
  it("is not judged by the rows of a state that were only half read", () => {
    const text = "Russia delivered 80 per cent of Indonesia's arms in 2016-20.";
    expect(readBack(text)[0]?.verdict).toBe("contradicted");
    expect(readBack(text, ["RUS"])[0]?.verdict).not.toBe("contradicted");
  });
});
