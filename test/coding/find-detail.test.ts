import {describe, expect, it} from "vitest";
import {codeArticle} from "../../src/coding/index.ts";
import {readCapture} from "../../src/reading/index.ts";
import {captureOf} from "../../src/sources/index.ts";
import {day, isGap} from "../../src/world/index.ts";
import {reference} from "../sources/real-reference.ts";

const coded = (text: string) =>
  codeArticle(
    readCapture(
      captureOf(
        new TextEncoder().encode(`OSLO, 14 May 2025 - ${text}\n`),
        "note.txt",
        day("2026-01-15"),
        false,
      ),
    ),
    reference,
  );

describe("beside who did what to whom an event tells", () => {
  it("PLOVER's own mode, where the codebook has one", () => {
    const mode = (text: string) => coded(text)[0]?.subMode;
    expect(mode("Anwar Ibrahim visited Moscow.")).toBe("visit");
    expect(mode("Xi Jinping spoke by phone with Putin.")).toBe("phone");
    expect(mode("Norway expelled two Russian diplomats.")).toBe("expel");
    expect(mode("Russia attacked Ukraine with drones.")).toBe("drone");
    expect(isGap(mode("Norway praised Ghana for its handling of the fishing dispute."))).toBe(true);
  });

  it("where it was, which is neither actor nor recipient", () => {
    const where = coded("Indonesia and Russia held talks in Jakarta's Merdeka Palace.")[0]?.where;
    expect(where).toMatchObject({name: "Jakarta's Merdeka Palace", party: "IDN"});
    expect(isGap(coded("Russia attacked Ukraine.")[0]?.where)).toBe(true);
  });

  it("whose word it is", () => {
    const [said] = coded("Russia attacked Poland, the Polish army said.");
    expect(said?.saidBy).toMatchObject({voice: "paraphrased", speaker: "the Polish army"});
    expect(isGap(coded("Russia attacked Poland.")[0]?.saidBy)).toBe(true);
  });

  it("which words tell each part", () => {
    const [event] = coded("Norway delivered aid to Ghana of 5,000 tonnes of fish on Monday.");
    const text =
      "OSLO, 14 May 2025 - Norway delivered aid to Ghana of 5,000 tonnes of fish on Monday.";
    const parts = event?.parts.map(({part, start, end}) => `${part}: ${text.slice(start, end)}`);
    expect(parts).toContain("source: Norway");
    expect(parts).toContain("target: Ghana");
    expect(parts).toContain("amount: 5,000 tonnes");
    expect(parts).toContain("when: on Monday");
  });
});
