import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {
  changesBetween,
  changesOf,
  judgementsKnown,
  keepJudgement,
  keepStepJudgement,
  peopleAgree,
  pledgeChanges,
} from "../pipeline/index.ts";
import {type GivenJudgement, judgementSchema, parseJudgement} from "../sources/index.ts";
import type {Ledger} from "../store/index.ts";
import {type Day, isDay, judgesSteps, type Reference, type Watch} from "../world/index.ts";
import {ApiError} from "./api-error.ts";
import type {AgreementBody, ChangesBody, JudgementKeptBody, JudgementsBody} from "./contract.ts";
import {refuseStrangers} from "./refuse-strangers.ts";
import type {AnswerOn} from "./remember-answers.ts";
import type {PledgesOn} from "./remember-pledges.ts";
import {askedDay, dayParam, json, onDay} from "./route-parts.ts";

const routes = {
  list: createRoute({
    method: "get",
    path: "/api/judgements",
    request: onDay,
    responses: json<JudgementsBody>("People's judgements, and what became of each"),
  }),
  keep: createRoute({
    method: "post",
    path: "/api/judgements",
    request: {
      body: {required: true, content: {"application/json": {schema: judgementSchema}}},
    },
    responses: json<JudgementKeptBody>("The judgement as it was kept, and what it moved"),
  }),
  agreement: createRoute({
    method: "get",
    path: "/api/agreement",
    request: onDay,
    responses: json<AgreementBody>("How far people agree, field by field"),
  }),
  changes: createRoute({
    method: "get",
    path: "/api/changes",
    request: {
      query: z.object({
        since: z.string().refine((text) => isDay(text), {message: "is no day; write YYYY-MM-DD"}),
        asOf: dayParam,
      }),
    },
    responses: json<ChangesBody>("What moved between two days, and because of which entries"),
  }),
};

/** What people say of the ledger, and what it moves. */
export function judgementRoutes(
  app: OpenAPIHono,
  house: {
    readonly ledger: Ledger;
    readonly reference: Reference;
    readonly watch: Watch;
    readonly version: string;
    readonly today: () => Day;
    readonly answerOn: AnswerOn;
    readonly pledgesOn: PledgesOn;
    readonly writable: boolean;
  },
): void {
  const {ledger, reference, today, answerOn, pledgesOn, writable} = house;
  const dayOf = askedDay(today);

  app.openapi(routes.list, async (context) => {
    const asOf = dayOf(context.req.valid("query").asOf);
    const pledges = () => pledgesOn(asOf);
    const judgements = await judgementsKnown(await answerOn(asOf), ledger, pledges);
    const body: JudgementsBody = {asOf, judgements};
    return context.json(body, 200);
  });

  const keep = async (given: GivenJudgement): Promise<JudgementKeptBody> => {
    const on = today();
    if (judgesSteps(given)) {
      const pledges = await pledgesOn(on);
      const done = await keepStepJudgement({ledger, pledges, given, on});
      const because = [{kind: "judgement" as const, id: done.judgement.id}];
      const changes = done.kept ? pledgeChanges(pledges, await pledgesOn(on), because) : [];
      return {...done, changes};
    }
    const answer = await answerOn(on);
    const done = await keepJudgement({ledger, reference, answer, given, on});
    return {...done, changes: done.kept ? changesBetween(answer, await answerOn(on)) : []};
  };

  app.openapi(routes.keep, async (context) => {
    refuseStrangers(context.req.raw, "write into the ledger", "judge with `demarche judge`");
    if (!writable)
      throw new ApiError(
        403,
        "this server only reads its ledger",
        "start it where the ledger can be written, or use `demarche judge`",
      );
    const given = parseJudgement(context.req.valid("json"), reference);
    return context.json(await keep(given), 200);
  });

  app.openapi(routes.agreement, async (context) => {
    const asOf = dayOf(context.req.valid("query").asOf);
    const body: AgreementBody = {asOf, fields: await peopleAgree({...house, asOf})};
    return context.json(body, 200);
  });

  app.openapi(routes.changes, async (context) => {
    const {since, asOf} = context.req.valid("query");
    const until = dayOf(asOf);
    if (since > until)
      throw new ApiError(400, `${since} is later than ${until}`, "name the earlier day as since");
    const changes = await changesOf({...house, asOf: until}, since as Day, answerOn);
    const body: ChangesBody = {since: since as Day, until, changes};
    return context.json(body, 200);
  });
}
