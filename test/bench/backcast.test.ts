import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {backcast, backcastPage} from "../../bench/backcast.ts";

describe("the backcast of Russia's embargo", () => {
  it("is published as it comes out of the carried data, hits and misses", async () => {
    const partners = await backcast("data");
    expect(partners.length).toBeGreaterThan(50);
    expect(backcastPage(partners)).toBe(readFileSync("docs/backcast.md", "utf8"));
  });
});
