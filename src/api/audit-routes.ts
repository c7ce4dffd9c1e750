import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {auditAnnotated, auditHtml, auditMarkdown, claimReviewJson} from "../briefs/index.ts";
import {auditOne, compareTwo, readArticle} from "../pipeline/index.ts";
import {captureOf} from "../sources/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Capture, Day, Reference, Watch} from "../world/index.ts";
import {ApiError} from "./api-error.ts";
import type {AuditBody, ComparisonBody} from "./contract.ts";
import {refuseStrangers} from "./refuse-strangers.ts";
import {askedDay, dayParam, json} from "./route-parts.ts";

/** Takes in a page of the web by its address. */
export type TakeIn = (address: string) => Promise<Capture>;

/** A pasted text or the address of a page. */
const given = {
  text: z.string().min(1).optional(),
  address: z
    .string()
    .max(2000)
    .regex(/^https?:\/\//i, "write an address that begins with http:// or https://")
    .optional(),
};
const taking = <Shape extends z.ZodType>(schema: Shape) => ({
  body: {required: true, content: {"application/json": {schema}}},
});

const routes = {
  audit: createRoute({
    method: "post",
    path: "/api/audit",
    request: taking(z.strictObject({...given, asOf: dayParam})),
    responses: json<AuditBody>("A text read back claim by claim; nothing of it is kept"),
  }),
  compare: createRoute({
    method: "post",
    path: "/api/audit/compare",
    request: taking(
      z.strictObject({
        first: z.strictObject(given),
        second: z.strictObject(given),
        asOf: dayParam,
      }),
    ),
    responses: json<ComparisonBody>(
      "Two articles held against one another: claims shared, contradicted, added, dropped",
    ),
  }),
};

/** A text or a page of the web, read back claim by claim. */
export function auditRoutes(
  app: OpenAPIHono,
  house: {
    readonly ledger: Ledger;
    readonly reference: Reference;
    readonly watch: Watch;
    readonly version: string;
    readonly today: () => Day;
    readonly takeIn: TakeIn | null;
  },
): void {
  const {reference, today, takeIn} = house;
  const dayOf = askedDay(today);

  const captured = async (asked: {
    text?: string | undefined;
    address?: string | undefined;
  }): Promise<Capture> => {
    const {text, address} = asked;
    if ((text === undefined) === (address === undefined))
      throw new ApiError(400, "a text or an address is read back, one of the two", "name one");
    if (text !== undefined)
      return captureOf(new TextEncoder().encode(text), "pasted text", today(), false);
    if (takeIn === null || address === undefined)
      throw new ApiError(403, "this server fetches no pages", "paste the text of the page");
    return takeIn(address);
  };

  app.openapi(routes.audit, async (context) => {
    refuseStrangers(context.req.raw, "have a text read back", "read it with `demarche audit`");
    const {asOf, ...asked} = context.req.valid("json");
    const on = dayOf(asOf);
    const reading = await readArticle(await captured(asked), reference);
    const audit = await auditOne({...house, ...reading, asOf: on});
    const body: AuditBody = {
      audit,
      written: {
        md: auditMarkdown(audit, reference),
        html: auditHtml(audit, reference),
        annotated: auditAnnotated(audit, reference),
        claimreview: claimReviewJson(audit, on),
      },
    };
    return context.json(body, 200);
  });

  app.openapi(routes.compare, async (context) => {
    refuseStrangers(
      context.req.raw,
      "have two articles compared",
      "read them with `demarche audit`",
    );
    const {asOf, first, second} = context.req.valid("json");
    const one = await readArticle(await captured(first), reference);
    const other = await readArticle(await captured(second), reference);
    const body: ComparisonBody = await compareTwo({...house, asOf: dayOf(asOf)}, one, other);
    return context.json(body, 200);
  });
}
