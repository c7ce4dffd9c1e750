import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {
  type AskedQuestion,
  isAboutVotes,
  likelihoodTerm,
  questionMethod,
  tellingQuestions,
} from "../models/index.ts";
import {forecastWatch, type WatchForecast} from "../pipeline/index.ts";
import type {Ledger} from "../store/index.ts";
import {type Day, membersOf, type PartyId, type Reference, type Watch} from "../world/index.ts";
import type {ForecastBody, ForecastFamily, ToldQuestion} from "./contract.ts";
import {answerKey} from "./remember-answers.ts";
import {rememberLast} from "./remember-last.ts";
import {askedDay, dayParam, json, partyParam} from "./route-parts.ts";

/** Open questions that are sent unless more are asked for, and at most. */
const usualOpen = 200;
const mostOpen = 5_000;
/** Settled questions told each way, won and lost. */
const toldEachWay = 8;

const routes = {
  forecast: createRoute({
    method: "get",
    path: "/api/forecast",
    request: {
      query: z.object({
        asOf: dayParam,
        state: partyParam.optional(),
        partner: partyParam.optional(),
        limit: z.coerce.number().int().min(1).max(mostOpen).optional(),
      }),
    },
    responses: json<ForecastBody>("The record of questions that could be lost, and those open"),
  }),
};

/** Questions of the watch on a day; asking and settling them takes seconds, so the last days asked for are kept. */
export function forecastRoutes(
  app: OpenAPIHono,
  {
    ledger,
    reference,
    watch,
    today,
  }: {
    readonly ledger: Ledger;
    readonly reference: Reference;
    readonly watch: Watch;
    readonly today: () => Day;
  },
): void {
  const dayOf = askedDay(today);
  const forecastOn = rememberLast(4, (asOf: Day) =>
    forecastWatch({ledger, reference, watch, asOf}),
  );

  app.openapi(routes.forecast, async (context) => {
    const {asOf, state, partner, limit = usualOpen} = context.req.valid("query");
    const on = dayOf(asOf);
    const told = await forecastOn(await answerKey(ledger, on), on);
    const tell = tellerOf(watch, reference, on);
    const open = told.open
      .map(tell)
      .filter(
        ({source, target, powers}) =>
          (state === undefined || [source, target].includes(state)) &&
          (partner === undefined || powers.includes(partner)),
      )
      .sort(
        (a, b) =>
          b.year - a.year ||
          Math.abs(b.probability - b.baseRate) - Math.abs(a.probability - a.baseRate) ||
          (a.id < b.id ? -1 : 1),
      );
    const body: ForecastBody = {
      asOf: on,
      choiceRule: told.choiceRule,
      method: questionMethod,
      families: (["events", "votes"] as const).map((family) => familyOf(told, family, tell)),
      openTotal: open.length,
      open: open.slice(0, limit),
    };
    return context.json(body, 200);
  });
}

type Teller = <Kind extends AskedQuestion>(question: Kind) => ToldQuestion<Kind>;

function tellerOf(watch: Watch, reference: Reference, asOf: Day): Teller {
  const members = watch.powers.map((power): [PartyId, ReadonlySet<string>] => [
    power,
    new Set(membersOf(reference, power, asOf)),
  ]);
  return (question) => ({
    ...question,
    likelihood: likelihoodTerm(question.probability, reference.likelihood),
    powers: members.flatMap(([power, of]) =>
      of.has(question.source) || of.has(question.target) ? [power] : [],
    ),
  });
}

function familyOf(
  told: WatchForecast,
  family: ForecastFamily["family"],
  tell: Teller,
): ForecastFamily {
  const settled = told.settled.filter((one) => isAboutVotes(one) === (family === "votes"));
  const years = settled.map(({year}) => year);
  return {
    family,
    years: years.length === 0 ? null : [Math.min(...years), Math.max(...years)],
    record: told[family],
    won: tellingQuestions(settled, "won", toldEachWay).map(tell),
    lost: tellingQuestions(settled, "lost", toldEachWay).map(tell),
  };
}
