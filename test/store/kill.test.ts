import {expect, it} from "vitest";
import {killImports} from "../../bench/kill.ts";

it.each(["rows", "events"] as const)(
  "loses nothing that was acknowledged, tears nothing and doubles nothing when it is killed while it imports %s",
  async (kind) => {
    const {acknowledged, ...found} = await killImports(kind, 6, 7);
    expect(found).toMatchObject({kills: 6, lost: 0, torn: 0, doubled: 0, altered: 0});
    expect(acknowledged).toBeGreaterThan(0);
  },
);
