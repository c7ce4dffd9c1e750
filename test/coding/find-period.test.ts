import {describe, expect, it} from "vitest";
import {findPeriod} from "../../src/coding/find-period.ts";
import {day, gap, isGap} from "../../src/world/index.ts";

const unknown = gap("day of publication", "none", "one");
const period = (text: string, ahead: boolean, published: string | null = "2025-05-14") => {
  const found = findPeriod(text, published === null ? unknown : day(published), ahead);
  return isGap(found)
    ? "no time"
    : `${found.from ?? ""}..${found.to ?? ""} ${found.origin} “${text.slice(found.start, found.end)}”`;
};

describe("when is an interval, with the words that say so", () => {
  it.each([
    ["a day", "They met on Monday.", false, "2025-05-12..2025-05-12 counted “on Monday”"],
    [
      "a day in full",
      "They met on 3 March 2024 in Oslo.",
      false,
      "2024-03-03..2024-03-03 stated “on 3 March 2024”",
    ],
    ["a month behind", "They met in March.", false, "2025-03-01..2025-03-31 counted “in March”"],
    [
      "a month ahead",
      "They will meet in March.",
      true,
      "2026-03-01..2026-03-31 counted “in March”",
    ],
    [
      "a part of it",
      "They will meet in early June.",
      true,
      "2025-06-01..2025-06-10 counted “in early June”",
    ],
    ["a week", "They will meet next week.", true, "2025-05-19..2025-05-25 counted “next week”"],
    [
      "a quarter",
      "Due in the third quarter.",
      true,
      "2025-07-01..2025-09-30 counted “in the third quarter”",
    ],
    ["an open beginning", "To be built by 2027.", true, "..2027-12-31 stated “by 2027”"],
    ["an open end", "It stops from 6 June.", true, "2025-06-06.. counted “from 6 June”"],
    ["since", "Closed since August.", false, "2024-08-01.. counted “since August”"],
    ["before", "Ready before March 2026.", true, "..2026-02-28 stated “before March 2026”"],
    [
      "the end of the year",
      "Due by the end of the year.",
      true,
      "..2025-12-31 counted “by the end of the year”",
    ],
  ])("%s: %s", (_, text, ahead, expected) => {
    expect(period(text, ahead)).toBe(expected);
  });

  it.each([
    ["nothing says", "They met."],
    ["a verb is no month", "It may go, and crowds march in protest."],
  ])("is a gap where %s", (_, text) => {
    expect(period(text, false)).toBe("no time");
  });

  it("cannot be counted from a day that is not known", () => {
    expect(period("They met in March.", false, null)).toBe("no time");
    expect(period("They met in March 2024.", false, null)).toContain("stated");
  });
});
