import {expect, it} from "vitest";
import {killImports} from "../../bench/kill.ts";

it("loses nothing that was acknowledged, tears nothing and doubles nothing when it is killed at its work", async () => {
  const {acknowledged, ...found} = await killImports(6, 7);
  expect(found).toMatchObject({kills: 6, lost: 0, torn: 0, doubled: 0, altered: 0});
  expect(acknowledged).toBeGreaterThan(0);
});
