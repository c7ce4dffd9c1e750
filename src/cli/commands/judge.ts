import {tellJudgement} from "../../ledger/index.ts";
import {
  answerWatch,
  changesBetween,
  judgementsKnown,
  type KeptJudgement,
  keepJudgement,
  keepStepJudgement,
  peopleAgree,
  pledgeChanges,
  pledgesKeeper,
  pledgesOf,
} from "../../pipeline/index.ts";
import {type GivenJudgement, InputError, parseJudgement} from "../../sources/index.ts";
import {type Change, type Day, isGap, judgesSteps} from "../../world/index.ts";
import {type CommonOptions, type House, inHouse, tellWork, today} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {printChanges} from "../print-changes.ts";

/** What can be said, by the word that says it. */
const verbs = {
  accept: "accept",
  reject: "reject",
  recode: "recode",
  same: "same-move",
  "not-same": "not-same",
  grade: "source-grade",
} as const;

export interface JudgeOptions extends CommonOptions {
  readonly author?: string;
  readonly reason?: string;
  readonly field?: string;
  readonly claims: string;
  readonly reliability?: string;
  readonly list?: boolean;
  readonly agreement?: boolean;
}

/** Changes that are printed; `demarche changes` and `--json` have all. */
const shownChanges = 30;

/** Keeps a person's judgement and prints what it moved; or lists judgements, or how far people agree. */
export function judge(
  verb: string | undefined,
  names: readonly string[],
  options: JudgeOptions,
): Promise<void> {
  if (options.list === true) return inHouse(options, (house) => list(house, options));
  if (options.agreement === true) return inHouse(options, (house) => agreement(house, options));
  const raw = rawJudgement(verb, names, options);
  if (options.asOf !== undefined)
    throw new InputError("a judgement is kept today, not on a past day", "leave --as-of out");
  return inHouse(options, (house) => keep(house, raw, options), {write: true});
}

function rawJudgement(
  verb: string | undefined,
  names: readonly string[],
  {author, reason, field, claims, reliability}: JudgeOptions,
): unknown {
  const kind = isVerb(verb) ? verbs[verb] : undefined;
  if (kind === undefined)
    throw new InputError(
      verb === undefined ? "nothing to judge" : `"${verb}" is no judgement`,
      "write accept, reject, recode, same, not-same or grade; or --list, or --agreement",
    );
  if (author === undefined || reason === undefined)
    throw new InputError(
      "a judgement has an author and a reason",
      'add --author "Your Name" --reason "why"',
    );
  if (kind === "source-grade")
    return {kind, source: names.join(" "), claims, reliability, author, reason};
  if (kind === "recode") return {kind, about: names, change: changeOf(field), author, reason};
  return {kind, about: names, author, reason};
}

function isVerb(word: string | undefined): word is keyof typeof verbs {
  return word !== undefined && Object.hasOwn(verbs, word);
}

/** "sectors=energy,trade" as a field and its value. */
function changeOf(field: string | undefined): unknown {
  const [, name, value] = /^([a-z]+)=(.*)$/.exec(field ?? "") ?? [];
  if (name === undefined || value === undefined)
    throw new InputError(
      field === undefined ? "a recode names a field" : `--field "${field}" is no field`,
      "write e.g. --field type=CONSULT or --field sectors=energy,trade",
    );
  const many = name === "sectors" || name === "sources" || name === "targets";
  if (many) return {field: name, value: value.split(",").filter((one) => one !== "")};
  if (name === "symmetric" && (value === "true" || value === "false"))
    return {field: name, value: value === "true"};
  return {field: name, value};
}

async function keep(house: House, raw: unknown, options: JudgeOptions): Promise<void> {
  const given = parseJudgement(raw, house.reference);
  const on = today();
  tellWork(house);
  if (judgesSteps(given)) return keepOfStep(house, given, on, options);
  const answer = await answerWatch({...house, asOf: on});
  const {judgement, kept} = await keepJudgement({...house, answer, given, on});
  const changes = kept ? changesBetween(answer, await answerWatch({...house, asOf: on})) : [];
  tellKept({judgement, kept}, changes, options);
}

async function keepOfStep(
  house: House,
  given: GivenJudgement,
  on: Day,
  options: JudgeOptions,
): Promise<void> {
  const keeper = pledgesKeeper(house.ledger, house.reference);
  const pledges = await pledgesOf({...house, asOf: on}, keeper);
  const done = await keepStepJudgement({...house, pledges, given, on});
  const changes = done.kept
    ? pledgeChanges(pledges, await pledgesOf({...house, asOf: on}, keeper), [
        {kind: "judgement", id: done.judgement.id},
      ])
    : [];
  tellKept(done, changes, options);
}

function tellKept(
  {judgement, kept}: KeptJudgement,
  changes: readonly Change[],
  options: JudgeOptions,
): void {
  if (options.json === true) {
    printJson({judgement, kept, changes});
    return;
  }
  process.stdout.write(
    `${kept ? "kept" : "said before, nothing added:"} ${judgement.id}: ${tellJudgement(judgement)}\n\n`,
  );
  if (kept) printChanges(changes, shownChanges);
}

async function list(house: House, options: JudgeOptions): Promise<void> {
  tellWork(house);
  const judgements = await judgementsKnown(await answerWatch(house), house.ledger, () =>
    pledgesOf(house),
  );
  if (options.json === true) return printJson({asOf: house.asOf, judgements});
  printTable(
    ["id", "day", "author", "judgement", "about", "effect", "reason"],
    judgements.map(({judgement, effect}) => [
      judgement.id,
      judgement.recordedOn,
      judgement.author,
      tellJudgement(judgement),
      judgement.kind === "source-grade" ? judgement.source : judgement.about.join(", "),
      effect,
      judgement.reason,
    ]),
    50,
  );
  process.stdout.write(`\n${judgements.length} judgements known on ${house.asOf}\n`);
}

async function agreement(house: House, options: JudgeOptions): Promise<void> {
  const {asOf} = house;
  const fields = await peopleAgree(house);
  if (options.json === true) return printJson({asOf, fields});
  printTable(
    ["field", "level", "people", "things", "alpha", "90 %"],
    fields.map(({field, level, people, things, alpha}) => [
      field,
      level,
      String(people),
      String(things),
      isGap(alpha) ? `gap: ${alpha.why}` : alpha.value.toFixed(3),
      isGap(alpha) || alpha.interval === null
        ? ""
        : `${alpha.interval.low.toFixed(3)} to ${alpha.interval.high.toFixed(3)}`,
    ]),
  );
  if (fields.length === 0) process.stdout.write("nobody has judged anything\n");
}
