import {parseAtomFeed} from "feedsmith";
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

describe("judging a step of a pledge, and alerts, over HTTP", () => {
  const today = day("2026-12-01");
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let app: ReturnType<typeof createApi>;
  beforeAll(async () => {
    house = await foundingLedger();
    app = createApi({...house, writable: true, today: () => today, log: console.error});
  });
  afterAll(() => house?.ledger.close());

  const get = async (path: string) => (await app.request(path)).json();
  const post = async (said: object) => {
    const response = await app.request("http://localhost/api/judgements", {
      method: "POST",
      headers: {"content-type": "application/json"},
      body: JSON.stringify({author: "Ana", reason: "the ministry says so", ...said}),
    });
    return {status: response.status, body: await response.json()};
  };
  const su35 = async (asOf = "") => {
    const {pledges} = await get(`/api/pledges?track=fighter-orders${asOf}`);
    return pledges.find(({text}: {text: string}) => text.includes("Su-35"));
  };

  it("keeps it as an entry, tells what it moved, and leaves past days as they were", async () => {
    const was = await su35("&asOf=2026-11-30");
    const cancelled = was.steps.find(({stage}: {stage: string}) => stage === "cancelled");
    const {status, body} = await post({kind: "reject", about: [cancelled.id]});
    expect(status).toBe(200);
    expect(body).toMatchObject({kept: true, judgement: {about: [cancelled.id], recordedOn: today}});
    expect(body.changes).toContainEqual(
      expect.objectContaining({
        kind: "pledge",
        what: was.id,
        because: [{kind: "judgement", id: body.judgement.id}],
      }),
    );
    expect(await su35()).toMatchObject({stage: "contract", standing: "open"});
    expect((await su35()).setAside[0]).toMatchObject({id: cancelled.id, stage: "cancelled"});
    expect(await su35("&asOf=2026-11-30")).toEqual(was);
    const {judgements} = await get("/api/judgements");
    expect(judgements).toContainEqual({judgement: body.judgement, effect: "applied"});
    expect((await post({kind: "reject", about: [cancelled.id]})).body.kept).toBe(false);
  });

  it("a rate recomputes from a step that was re-dated, by an id of which both parts are short", async () => {
    const rate = async () =>
      (await get("/api/pledges")).rates.rates.find(
        ({id}: {id: string}) => id === "arms-order/RUS/IDN",
      );
    const before = await rate();
    const {pledges} = await get("/api/pledges?kind=arms-order&state=IDN&partner=RUS&standing=kept");
    const one = pledges.find(
      ({steps}: {steps: {precision: string}[]}) =>
        steps.length > 1 && steps[0]?.precision === "year",
    );
    const [first] = one.steps;
    const [pledge, step] = first.id.split(":");
    const {body} = await post({
      kind: "recode",
      about: [`${pledge.slice(0, 10)}:${step.slice(0, 6)}`],
      change: {field: "when", value: "1992-06-01"},
    });
    expect(body.judgement.about).toEqual([first.id]);
    expect(body.changes.map(({kind}: {kind: string}) => kind)).toContain("rate");
    expect(await rate()).not.toEqual(before);
  });

  it.each([
    [{kind: "reject", about: ["ffffffff:ffff"]}, "no step"],
    [{kind: "same-move", about: ["ffffffff:ffff", "ffffffff:eeee"]}, "re-dated or re-staged"],
  ])("%j is refused with what to do", async (said, words) => {
    const {status, body} = await post(said);
    expect(status).toBe(400);
    expect(`${body.error.message} ${body.error.whatToDo}`).toContain(words);
  });

  it("a stage that its kind does not have, or a day that is not yet, is refused", async () => {
    const {steps} = await su35();
    const recode = (change: object) => post({kind: "recode", about: [steps[0].id], change});
    const ratified = await recode({field: "stage", value: "ratified"});
    expect(ratified.status).toBe(400);
    expect(ratified.body.error.whatToDo).toContain("said, memorandum, contract");
    expect((await recode({field: "when", value: "2027-01-01"})).body.error.message).toContain(
      "not yet",
    );
    expect((await recode({field: "type", value: "AGREE"})).status).toBe(400);
  });

  it("alerts tell what became known between two days, and the feed tells the same", async () => {
    const {alerts} = await get("/api/pledges/alerts?since=2021-12-01&asOf=2021-12-31");
    expect(alerts).toContainEqual(
      expect.objectContaining({
        kind: "ended",
        on: "2021-12-22",
        text: "From contract to cancelled.",
      }),
    );
    const response = await app.request(
      "http://localhost/api/pledges/alerts.atom?since=2021-12-01&asOf=2021-12-31",
    );
    expect(response.headers.get("content-type")).toContain("application/atom+xml");
    const feed = parseAtomFeed(await response.text());
    expect(feed.entries?.map(({id}) => id?.replaceAll(/[^0-9a-f]/g, "").slice(-12))).toEqual(
      alerts.map(({id}: {id: string}) => id.slice(-12)),
    );
    expect(feed.entries?.[0]).toMatchObject({updated: expect.stringMatching(/^2021-12-\d\dT/)});
    expect(feed.links?.find(({rel}) => rel === "alternate")?.href).toBe(
      "http://localhost/#pledges",
    );
  });

  it("today's alerts have what people judged today, and no earlier day is later", async () => {
    const {since, alerts} = await get("/api/pledges/alerts");
    expect(since).toBe("2026-10-31");
    expect(alerts.map(({kind, on}: {kind: string; on: string}) => [kind, on])).toContainEqual([
      "set-back",
      today,
    ]);
    const response = await app.request("/api/pledges/alerts?since=2026-12-24");
    expect(response.status).toBe(400);
  });
});
