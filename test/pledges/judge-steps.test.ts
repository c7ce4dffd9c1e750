import {describe, expect, it} from "vitest";
import {gatherPledges} from "../../src/pledges/index.ts";
import {judgementOf} from "../../src/sources/index.ts";
import {
  day,
  type Judgement,
  type PledgeStep,
  type Recoded,
  type Said,
} from "../../src/world/index.ts";
import {reference} from "../sources/real-reference.ts";
import {rule, settled, step, thread} from "./small-thread.ts";

const order = thread([step("contract", "2014"), step("delivered", "2019", 1)]);
const [ordered, delivered] = (settled(order).pledge?.steps ?? []) as [PledgeStep, PledgeStep];

/** What people say, one after the other, a day apart. */
function said(...all: (Said & {by?: string})[]): Judgement[] {
  return all.map(({by = "Ana", ...one}, at) =>
    judgementOf(
      {...(one as Said), author: by, reason: "I read the contract"},
      day(`2026-01-${String(at + 10)}`),
      null,
    ),
  );
}
const recode = (one: PledgeStep, change: Recoded, by?: string) => ({
  kind: "recode" as const,
  about: [one.id],
  change,
  ...(by === undefined ? {} : {by}),
});
const judged = (...all: (Said & {by?: string})[]) => settled(order, rule, said(...all));

describe("a person's judgement of a step", () => {
  it("that is rejected sets it aside: it counts for nothing, and is kept with who said so", () => {
    const {pledge} = judged({kind: "reject", about: [delivered.id]});
    expect(pledge).toMatchObject({standing: "open", stage: "contract", part: 0, closed: null});
    expect(pledge?.steps.map(({id}) => id)).toEqual([ordered.id]);
    expect(pledge?.setAside[0]).toMatchObject({id: delivered.id, text: delivered.text});
    expect(pledge?.setAside[0]?.evidence.at(-1)).toMatchObject({
      kind: "judgement",
      author: "Ana",
      quote: "Ana on 2026-01-10: rejected (I read the contract)",
    });
  });

  it("gives it another date, from which years and what is overdue are worked out anew", () => {
    const when = (on: string) => recode(delivered, {field: "when", value: day(on)});
    const {pledge} = judged(when("2016-03-05"));
    expect(pledge).toMatchObject({standing: "kept", closed: "2016-03-05", years: 2});
    expect(pledge?.steps[1]).toMatchObject({
      when: "2016-03-05",
      precision: "day",
      told: {stage: "delivered", when: "2019-01-01", precision: "year"},
      knownOn: "2026-01-10",
    });
  });

  it("puts it at another stage: what was delivered was only signed, and the order is overdue", () => {
    const {pledge} = judged(recode(delivered, {field: "stage", value: "memorandum"}));
    expect(pledge).toMatchObject({standing: "open", stage: "contract", part: 0});
    expect(pledge?.overdue).not.toBeNull();
  });

  it("that calls it the last stage means the whole of it", () => {
    expect(judged(recode(ordered, {field: "stage", value: "delivered"})).pledge).toMatchObject({
      standing: "kept",
      closed: "2014-01-01",
    });
  });

  it("that calls it told beside takes the stage from it and leaves it in the history", () => {
    const {pledge} = judged(recode(delivered, {field: "stage", value: "told"}));
    expect(pledge?.steps[1]).toMatchObject({stage: null, part: null});
    expect(pledge).toMatchObject({standing: "open", stage: "contract"});
  });

  it("of the same person holds in its newest word alone", () => {
    const about = [delivered.id];
    const {pledge} = judged({kind: "reject", about}, {kind: "accept", about});
    expect(pledge).toMatchObject({standing: "kept", setAside: []});
  });

  it("changes nothing where as many say otherwise, and says who would have it so", () => {
    const about = [delivered.id];
    const {pledge} = judged({kind: "reject", about}, {kind: "accept", about, by: "Budi"});
    expect(pledge).toMatchObject({standing: "kept", setAside: []});
    expect(pledge?.steps[1]?.disputedBy).toEqual(["Ana"]);
  });

  it("of all that was promised takes the pledge out of every list, and keeps what was told of it", () => {
    const {pledge, rejected} = judged({kind: "reject", about: [ordered.id, delivered.id]});
    expect(pledge).toBeNull();
    expect(rejected?.setAside.map(({id}) => id)).toEqual([ordered.id, delivered.id]);
  });

  it("speaks of what the source told: told otherwise, it is another step", () => {
    const later = thread([step("contract", "2014"), step("delivered", "2021", 1)]);
    const [, other] = settled(later).pledge?.steps ?? [];
    expect(other?.id).not.toBe(delivered.id);
    expect(
      settled(later, rule, said({kind: "reject", about: [delivered.id]})).pledge,
    ).toMatchObject({standing: "kept", closed: "2021-01-01"});
  });

  it("of an application leaves no bid to join", () => {
    const told = {
      commitments: {asOf: day("2026-11-24"), armsOrders: [], agreements: [], sanctions: []},
    };
    const bid = gatherPledges(told, reference).pledges.find(
      ({kind, steps, standing}) =>
        kind === "membership" && standing === "open" && steps.length === 1,
    );
    if (bid === undefined) throw new Error("somebody has applied and waits");
    const about = bid.steps.map(({id}) => id);
    const after = gatherPledges({...told, judgements: said({kind: "reject", about})}, reference);
    expect(after.pledges.some(({id}) => id === bid.id)).toBe(false);
    expect(after.rejected.map(({id}) => id)).toEqual([bid.id]);
  });
});
