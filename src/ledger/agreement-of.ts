import {alphaInterval, krippendorffAlpha, type Level, seedOf, type Unit} from "../math/index.ts";
import type {CodedEvent, Gap, Judgement, Measured, PledgeStep} from "../world/index.ts";
import {dayNumber, gap, isDay, isGap, recodedFields} from "../world/index.ts";
import {judgementEvidence} from "./judgement-evidence.ts";
import {answersOf, castVotes} from "./settle-judgements.ts";

/** How far people who judged the same things agree in one field. */
export interface FieldAgreement {
  readonly field: string;
  readonly level: Level;
  /** People who judged at least one thing that another judged too, and how many such things there are. */
  readonly people: number;
  readonly things: number;
  readonly alpha: Measured | Gap;
}

/** Fields that are measured, and what a difference in them means. Whether two are one move is "same". */
const levels: Readonly<Record<string, Level>> = {
  stands: "nominal",
  same: "nominal",
  ...Object.fromEntries(recodedFields.map((field) => [field, "nominal"])),
  when: "interval",
  reliability: "ordinal",
};

const draws = 1000;
const confidence = 0.9;

/** A question as the field that it is of, and the thing that it is about. */
function fieldOf([kind = "", ...rest]: readonly string[]): {field: string; thing: string} {
  if (kind === "field") return {field: rest[1] ?? "", thing: rest[0] ?? ""};
  const field = kind === "pair" ? "same" : kind === "grade" ? "reliability" : kind;
  return {field, thing: rest.join(" ")};
}

/**
 * Agreement between people, field by field, by Krippendorff's alpha with a bootstrap interval. The newest answer of each
 * person counts. Who accepted a coded event, or a step of a pledge, that another person recoded says in that field what the
 * machine wrote or the source told. "F" (cannot be judged) is no grade, so it counts as missing.
 * @param steps those of pledges, as they stand or set aside; without them, who accepted one says nothing of its day and stage.
 */
export function agreementOf(
  judgements: readonly Judgement[],
  events: readonly CodedEvent[],
  steps: readonly PledgeStep[] = [],
): FieldAgreement[] {
  const answers = new Map<string, Map<string, Map<string, string>>>();
  for (const [key, votes] of castVotes(judgements)) {
    const {field, thing} = fieldOf(JSON.parse(key));
    const things = answers.get(field) ?? new Map<string, Map<string, string>>();
    things.set(thing, new Map([...votes].map(([author, {value}]) => [author, value])));
    answers.set(field, things);
  }
  const written = new Map([
    ...events.map((event) => [event.id, fieldsOfEvent(event)] as const),
    ...steps.map((step) => [step.id, fieldsOfStep(step)] as const),
  ]);
  for (const [thing, people] of answers.get("stands") ?? []) {
    for (const [field, value] of written.get(thing) ?? []) {
      const recoded = answers.get(field)?.get(thing);
      if (recoded === undefined) continue;
      for (const [author, stands] of people)
        if (stands === "accept" && !recoded.has(author)) recoded.set(author, value);
    }
  }
  return Object.entries(levels).flatMap(([field, level]): FieldAgreement[] => {
    const things = [...(answers.get(field) ?? [])];
    if (things.length === 0) return [];
    return [agreementIn(field, level, things, judgements)];
  });
}

type Fields = readonly (readonly [field: string, value: string])[];

/** What the coder wrote in each field, as a recode would write it. */
function fieldsOfEvent(event: CodedEvent): Fields {
  return recodedFields.flatMap((field): Fields => {
    if (field === "stage") return [];
    const machine = event[field];
    if (isGap(machine)) return [];
    return [[field, JSON.stringify(typeof machine === "object" ? [...machine].sort() : machine)]];
  });
}

/** What its source told of a step: its stage, and its day where the source knows the day and not the year alone. */
function fieldsOfStep(step: PledgeStep): Fields {
  const {stage, when, precision} = step.told ?? step;
  const stages: Fields = [["stage", JSON.stringify(stage ?? "told")]];
  return isGap(when) || precision !== "day" ? stages : [...stages, ["when", JSON.stringify(when)]];
}

function agreementIn(
  field: string,
  level: Level,
  answers: readonly (readonly [string, ReadonlyMap<string, string>])[],
  judgements: readonly Judgement[],
): FieldAgreement {
  const numbers = numbersFor(field, answers);
  const shared = answers.filter(
    ([, people]) => [...people.values()].filter((value) => numbers(value) !== null).length > 1,
  );
  const authors = [...new Set(shared.flatMap(([, people]) => [...people.keys()]))].sort();
  const units: Unit[] = shared.map(([, people]) =>
    authors.map((author) => numbers(people.get(author) ?? "")),
  );
  const head = {field, level, people: authors.length, things: shared.length};
  const alpha = krippendorffAlpha(units, level);
  const seed = seedOf("krippendorff-alpha", field, ...judgements.map(({id}) => id));
  const interval = alphaInterval(units, level, {draws, seed, confidence});
  if (alpha === null || interval === null)
    return {
      ...head,
      alpha: gap(
        `agreement between people in ${field}`,
        shared.length === 0
          ? "no two people judged the same thing"
          : "all values are alike: nobody could have agreed by more than chance",
        "judgements of more things by at least two people",
      ),
    };
  const things = new Set(shared.map(([thing]) => thing));
  const about = judgements.filter((one) =>
    answersOf(one).some(({question}) => things.has(fieldOf(question).thing)),
  );
  return {
    ...head,
    alpha: {
      kind: "measured",
      value: alpha,
      unit: "alpha",
      interval: {...interval, level: confidence},
      intervalNote: `bootstrap over things, ${draws} draws; things judged are no random sample`,
      method: {id: `krippendorff-alpha-${level}`, version: 1},
      coverage: `${shared.length} of ${answers.length} things judged by more than one person`,
      vintage:
        about
          .map(({recordedOn}) => recordedOn)
          .sort()
          .at(-1) ?? "",
      evidence: about.map((one) => judgementEvidence(one, [])),
    },
  };
}

/** Values as numbers: days and grades by their order, all else by any order that tells them apart. */
function numbersFor(
  field: string,
  answers: readonly (readonly [string, ReadonlyMap<string, string>])[],
): (value: string) => number | null {
  if (field === "reliability") return (value) => "ABCDE".indexOf(value || "?") + 1 || null;
  if (field === "when")
    return (value) => {
      const text = value.replaceAll('"', "");
      return isDay(text) ? dayNumber(text) : null;
    };
  const values = [...new Set(answers.flatMap(([, people]) => [...people.values()]))].sort();
  const places = new Map(values.map((value, at) => [value, at]));
  return (value) => places.get(value) ?? null;
}
