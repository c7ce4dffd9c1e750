import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {createApi} from "../../src/api/index.ts";
import {day} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";

describe("pledges over HTTP", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let app: ReturnType<typeof createApi>;
  beforeAll(async () => {
    house = await foundingLedger();
    app = createApi({...house, today: () => day("2026-11-24"), log: console.error});
  });
  afterAll(() => house?.ledger.close());

  const ask = async (query: string) => {
    const response = await app.request(`/api/pledges${query}`);
    return {status: response.status, body: await response.json()};
  };

  it("are those of the watch, with tracks and rates", async () => {
    const {status, body} = await ask("");
    expect(status).toBe(200);
    expect(body.asOf).toBe("2026-11-24");
    expect(body.settled).toBeGreaterThan(30_000);
    expect(body.pledges.length).toBeGreaterThan(500);
    expect(body.tracks.map(({id}: {id: string}) => id)).toContain("mh17");
    expect(body.rates.rates[0]).toMatchObject({id: "arms-order/-/-", kind: "arms-order"});
    const votes = body.tracks.find(({id}: {id: string}) => id === "votes-on-ukraine");
    expect(votes.moves.length).toBeGreaterThan(10);
  });

  it("are narrowed by state, partner, stage, kind, standing and what is overdue", async () => {
    const {body} = await ask("?state=MYS&partner=EU&kind=arms-order&stage=contract&overdue=true");
    expect(body.pledges.length).toBeGreaterThan(2);
    for (const one of body.pledges) {
      expect(one).toMatchObject({kind: "arms-order", stage: "contract", states: ["MYS"]});
      expect(one.partners).toContain("EU");
      expect(one.overdue).not.toBeNull();
    }
    const bids = await ask("?track=brics&standing=open");
    expect(bids.body.pledges.map(({to}: {to: string[]}) => to)).toEqual([["BRICS"]]);
  });

  it("are as they were known on a past day", async () => {
    const {body} = await ask("?asOf=2021-12-21&track=fighter-orders");
    const su35 = body.pledges.find(({text}: {text: string}) => text.includes("Su-35"));
    expect(su35).toMatchObject({stage: "contract", standing: "open"});
    expect(JSON.stringify(body)).not.toContain("2023-");
  });

  it.each([
    "?asOf=soon",
    "?stage=begun",
    "?kind=promise",
    "?state=indonesia",
    "?overdue=maybe",
    "?track=../etc",
  ])("%s is refused with a sentence", async (query) => {
    const {status, body} = await ask(query);
    expect(status).toBe(400);
    expect(body.error.whatToDo).toContain("openapi");
  });
});
