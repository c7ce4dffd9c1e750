import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {type PledgesKnown, pledgesKnown} from "../pipeline/index.ts";
import {choosePledges} from "../pledges/index.ts";
import type {Ledger} from "../store/index.ts";
import {
  type Day,
  pledgeKinds,
  pledgeStages,
  pledgeStandings,
  type Reference,
  sectors,
} from "../world/index.ts";
import type {PledgesBody} from "./contract.ts";
import {type AnswerOn, answerKey} from "./remember-answers.ts";
import {rememberLast} from "./remember-last.ts";
import {askedDay, dayParam, json, partyParam} from "./route-parts.ts";

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
};

/** Commitments of the watch on a day; settling all of them takes a second or two, so the last days asked for are kept. */
export function pledgeRoutes(
  app: OpenAPIHono,
  {
    ledger,
    reference,
    today,
    answerOn,
  }: {
    readonly ledger: Ledger;
    readonly reference: Reference;
    readonly today: () => Day;
    readonly answerOn: AnswerOn;
  },
): void {
  const dayOf = askedDay(today);
  const pledgesOn = rememberLast(
    4,
    async (asOf: Day): Promise<PledgesKnown> =>
      pledgesKnown(await answerOn(asOf), ledger, reference),
  );

  app.openapi(routes.pledges, async (context) => {
    const {asOf, overdue, ...search} = context.req.valid("query");
    const on = dayOf(asOf);
    const known = await pledgesOn(await answerKey(ledger, on), on);
    const body: PledgesBody = {
      ...known,
      pledges: choosePledges(known.pledges, {...search, overdue: overdue === "true"}),
    };
    return context.json(body, 200);
  });
}
