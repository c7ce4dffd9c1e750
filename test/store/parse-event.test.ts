import {describe, expect, it} from "vitest";
import {parseEvent} from "../../src/store/parse-event.ts";
import {detailNotLookedFor, isGap} from "../../src/world/index.ts";
import {told} from "./made-articles.ts";

describe("an event that an earlier coder kept", () => {
  const [event] = told({text: "Fiji and Tonga held talks."}).events;
  const details = new Set(Object.keys(detailNotLookedFor));
  const earlier = Object.fromEntries(
    Object.entries(event ?? {}).filter(([field]) => !details.has(field)),
  );

  it("says of what was not looked for that it was not", () => {
    const {period, saidBy, amounts, parts, type} = parseEvent(JSON.stringify(earlier));
    expect(isGap(period) && period.wouldFill).toBe("the capture, read again");
    expect(isGap(saidBy)).toBe(true);
    expect([amounts, parts]).toEqual([[], []]);
    expect(type).toBe(event?.type);
  });

  it("keeps what a later coder found", () => {
    const subMode = "visit";
    expect(parseEvent(JSON.stringify({...event, subMode})).subMode).toBe(subMode);
  });
});
