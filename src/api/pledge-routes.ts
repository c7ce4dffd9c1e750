import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {pledgeFeed} from "../briefs/index.ts";
import {pledgeAlertsBetween} from "../pipeline/index.ts";
import {choosePledges} from "../pledges/index.ts";
import type {Ledger} from "../store/index.ts";
import {
  type Day,
  daysLater,
  isDay,
  pledgeKinds,
  pledgeStages,
  pledgeStandings,
  sectors,
  type Watch,
} from "../world/index.ts";
import {ApiError} from "./api-error.ts";
import type {PledgeAlertsBody, PledgesBody} from "./contract.ts";
import type {PledgesOn} from "./remember-pledges.ts";
import {askedDay, dayParam, json, partyParam, text} from "./route-parts.ts";

/** Days before the one asked for from which alerts are told unless another is named: a month. */
const alertDays = 31;

const between = {
  query: z.object({
    since: z
      .string()
      .refine((one) => isDay(one), {message: "is no day; write YYYY-MM-DD"})
      .optional()
      .openapi({description: "The earlier day; without it, a month before the later"}),
    asOf: dayParam,
  }),
};

const routes = {
  pledges: createRoute({
    method: "get",
    path: "/api/pledges",
    request: {
      query: z.object({
        asOf: dayParam,
        state: partyParam.optional(),
        partner: partyParam.optional(),
        sector: z.enum(sectors).optional(),
        stage: z.enum(pledgeStages).optional(),
        standing: z.enum(pledgeStandings).optional(),
        kind: z.enum(pledgeKinds).optional(),
        track: z
          .string()
          .regex(/^[a-z0-9-]{1,60}$/)
          .optional(),
        overdue: z.enum(["true", "false"]).optional(),
      }),
    },
    responses: json<PledgesBody>("What became of commitments: each step dated and cited"),
  }),
  alerts: createRoute({
    method: "get",
    path: "/api/pledges/alerts",
    request: between,
    responses: json<PledgeAlertsBody>(
      "Pledges that opened, advanced, ended or fell overdue between two days",
    ),
  }),
  feed: createRoute({
    method: "get",
    path: "/api/pledges/alerts.atom",
    request: between,
    responses: text("The same as an Atom feed (RFC 4287)", "application/atom+xml"),
  }),
};

/** Commitments of the watch on a day, and what moved among them. Nobody is written to: alerts are there to be asked for. */
export function pledgeRoutes(
  app: OpenAPIHono,
  {
    ledger,
    watch,
    today,
    pledgesOn,
  }: {
    readonly ledger: Ledger;
    readonly watch: Watch;
    readonly today: () => Day;
    readonly pledgesOn: PledgesOn;
  },
): void {
  const dayOf = askedDay(today);

  const alertsOf = async (asked: {
    since?: string | undefined;
    asOf?: string | undefined;
  }): Promise<PledgeAlertsBody> => {
    const until = dayOf(asked.asOf);
    const since = (asked.since as Day | undefined) ?? daysLater(until, -alertDays);
    if (since > until)
      throw new ApiError(400, `${since} is later than ${until}`, "name the earlier day as since");
    const [before, after] = [await pledgesOn(since), await pledgesOn(until)];
    return {since, until, alerts: await pledgeAlertsBetween(ledger, before, after)};
  };

  app.openapi(routes.pledges, async (context) => {
    const {asOf, overdue, ...search} = context.req.valid("query");
    const known = await pledgesOn(dayOf(asOf));
    const body: PledgesBody = {
      ...known,
      pledges: choosePledges(known.pledges, {...search, overdue: overdue === "true"}),
    };
    return context.json(body, 200);
  });

  app.openapi(routes.alerts, async (context) =>
    context.json(await alertsOf(context.req.valid("query")), 200),
  );

  app.openapi(routes.feed, async (context) => {
    const {origin} = new URL(context.req.url);
    const feed = pledgeFeed(await alertsOf(context.req.valid("query")), {watch, origin});
    return context.body(feed, 200, {"content-type": "application/atom+xml; charset=utf-8"});
  });
}
