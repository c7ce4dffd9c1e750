import {createRoute, OpenAPIHono, z} from "@hono/zod-openapi";
import {bodyLimit} from "hono/body-limit";
import {compress} from "hono/compress";
import {briefHtml, briefMarkdown} from "../briefs/index.ts";
import {exportItems, gatherMatter, type ScenarioRunner, scenarioRunner} from "../pipeline/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day, Reference, Watch} from "../world/index.ts";
import {datasetIds, nameOf} from "../world/index.ts";
import {ApiError, errorBody} from "./api-error.ts";
import {articleRoutes} from "./article-routes.ts";
import {auditRoutes, type TakeIn} from "./audit-routes.ts";
import type {AnswerBody, RowsBody} from "./contract.ts";
import {exportContent} from "./export-content.ts";
import {forecastRoutes} from "./forecast-routes.ts";
import {guardRequests} from "./guard-requests.ts";
import {judgementRoutes} from "./judgement-routes.ts";
import {type MeasureBooks, measureRoutes} from "./measure-routes.ts";
import {pledgeRoutes} from "./pledge-routes.ts";
import {type AnswerOn, rememberAnswers} from "./remember-answers.ts";
import {rememberCopies} from "./remember-copies.ts";
import {rememberPledges} from "./remember-pledges.ts";
import {askedDay, dayParam, json, onDay, text} from "./route-parts.ts";
import {type OwnBase, scenarioRoutes} from "./scenario-routes.ts";
import {type SourceBook, sourceRoutes} from "./source-routes.ts";

export interface ApiOptions {
  readonly ledger: Ledger;
  readonly reference: Reference;
  readonly watch: Watch;
  readonly version: string;
  readonly today: () => Day;
  /** Where answers come from; made anew from the ledger when left out. */
  readonly answerOn?: AnswerOn;
  /** Whether this process may write into the ledger; without it, judgements are only read. */
  readonly writable?: boolean;
  /** Takes in a page of the web that is to be read back; without it, only pasted texts are. */
  readonly takeIn?: TakeIn;
  /** The sources of this machine; without them none is listed, and none is taken. */
  readonly sourceBook?: SourceBook;
  /** What measures rest on beside the ledger; without it, neither exposure, validity, ideal points nor screening. */
  readonly books?: MeasureBooks;
  /** Where scenarios are solved; threads of its own, started when first needed, without it. */
  readonly scenarios?: ScenarioRunner;
  /** A matrix that a person brought, as a second base of scenarios. */
  readonly ownBase?: OwnBase;
  /** Where a fault of ours is told in full. */
  readonly log: (line: string) => void;
}

/** Files that can be downloaded, by name. */
const exportNames = exportItems.map(({name}) => name);

const conditions = z.array(
  z.union([
    z.strictObject({column: z.string(), in: z.array(z.union([z.string(), z.number()])).max(500)}),
    z.strictObject({
      column: z.string(),
      from: z.union([z.string(), z.number()]).optional(),
      to: z.union([z.string(), z.number()]).optional(),
    }),
  ]),
);

const routes = {
  answer: createRoute({
    method: "get",
    path: "/api/answer",
    request: onDay,
    responses: json<AnswerBody>("All that the watch answers"),
  }),
  evidence: createRoute({
    method: "get",
    path: "/api/evidence",
    request: {
      query: z.object({
        dataset: z.enum(datasetIds),
        where: z
          .string()
          .default("[]")
          .openapi({description: "JSON array of conditions on columns"}),
        asOf: dayParam,
        limit: z.coerce.number().int().min(1).max(1000).default(100),
        offset: z.coerce.number().int().min(0).default(0),
      }),
    },
    responses: json<RowsBody>("Rows behind a cell"),
  }),
  brief: createRoute({
    method: "get",
    path: "/api/brief",
    request: {query: z.object({format: z.enum(["md", "html"]).default("md"), asOf: dayParam})},
    responses: text("The brief, with footnotes", "text/plain"),
  }),
  export: createRoute({
    method: "get",
    path: "/api/export/{file}",
    request: {
      params: z.object({
        file: z.string().openapi({description: exportNames.join(", "), example: "moves.geojson"}),
      }),
      ...onDay,
    },
    responses: text(
      "A table, the moves, the sources, the texts kept or a dataset, as a file",
      "*/*",
    ),
  }),
};

/** Bytes of a request's body: a scenario of fifty shocks is a tenth of it. */
const largestBody = 64_000;

function readConditions(where: string) {
  let parsed: unknown;
  try {
    parsed = JSON.parse(where);
  } catch (cause) {
    throw new ApiError(
      400,
      `where is not JSON: ${cause instanceof Error ? cause.message : "unreadable"}`,
      'write e.g. [{"column":"year","in":[2016]}]',
    );
  }
  const checked = conditions.safeParse(parsed);
  if (!checked.success)
    throw new ApiError(
      400,
      `where is not a list of conditions: ${z.prettifyError(checked.error)}`,
      'write e.g. [{"column":"year","in":[2016]}]',
    );
  return checked.data as Parameters<Ledger["rows"]>[0]["where"];
}

/** Names of every state and bloc, so that a page need not know codes. */
function namesOf(reference: Reference): Record<string, string> {
  const ids = [
    ...reference.states.map((state) => state.code),
    ...reference.blocs.map((bloc) => bloc.id),
  ];
  return Object.fromEntries(ids.map((id) => [id, nameOf(reference, id)]));
}

/** HTTP as a function from request to response: tests call `app.request(...)`, no port is opened here. */
export function createApi({
  ledger,
  reference,
  watch,
  version,
  today,
  answerOn = rememberAnswers({ledger, reference, watch, version}),
  writable = false,
  sourceBook,
  takeIn,
  books,
  scenarios = scenarioRunner(),
  ownBase,
  log,
}: ApiOptions): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success)
        throw new ApiError(
          400,
          z.prettifyError(result.error),
          "see /api/openapi.json for what this address takes",
        );
    },
  });
  app.use("*", guardRequests);
  app.use("/api/*", compress());
  app.use(
    "/api/*",
    bodyLimit({
      maxSize: largestBody,
      onError: () => {
        throw new ApiError(
          413,
          `a request of more than ${largestBody / 1000} kB is not read`,
          "ask for less at once; a long text is read with `demarche audit <file>`",
        );
      },
    }),
  );
  const names = namesOf(reference);
  const dayOf = askedDay(today);

  app.onError((error, context) => {
    const body = errorBody(error);
    if (body.error.status === 500) log(error.stack ?? String(error));
    return context.json(body, body.error.status as 400);
  });
  app.notFound((context) =>
    context.json(
      errorBody(
        new ApiError(
          404,
          `nothing at ${context.req.path}`,
          "see /api/openapi.json for the addresses",
        ),
      ),
      404,
    ),
  );

  app.openapi(routes.answer, async (context) => {
    const asOf = dayOf(context.req.valid("query").asOf);
    const body: AnswerBody = {answer: await answerOn(asOf), names};
    return context.json(body, 200);
  });

  app.openapi(routes.evidence, async (context) => {
    const {dataset, where, asOf, limit, offset} = context.req.valid("query");
    const card = reference.datasets.find((one) => one.id === dataset);
    if (card === undefined)
      throw new ApiError(
        404,
        `dataset ${dataset} is not described here`,
        "run `demarche init` again",
      );
    const {columns, rows, total} = await ledger.rows({
      dataset,
      where: readConditions(where),
      asOf: dayOf(asOf),
      limit,
      offset,
    });
    const body: RowsBody = {kind: "rows", card, columns, rows, total};
    return context.json(body, 200);
  });

  app.openapi(routes.brief, async (context) => {
    const {format, asOf} = context.req.valid("query");
    const on = dayOf(asOf);
    const answer = await answerOn(on);
    const [type, content] =
      format === "html"
        ? ["text/html", briefHtml(answer, reference)]
        : ["text/markdown", briefMarkdown(answer, reference)];
    return context.body(content, 200, {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `${format === "html" ? "inline" : "attachment"}; filename="demarche-brief-${on}.${format}"`,
    });
  });

  app.openapi(routes.export, async (context) => {
    const {file} = context.req.valid("param");
    const item = exportItems.find(({name}) => name === file);
    if (item === undefined)
      throw new ApiError(404, `no file ${file}`, `ask for one of ${exportNames.join(", ")}`);
    const on = dayOf(context.req.valid("query").asOf);
    const content = await exportContent(item, {
      ledger,
      reference,
      watch,
      version,
      asOf: on,
      matter: async () => gatherMatter(await answerOn(on), {ledger, reference}),
    });
    return context.body(content, 200, {
      "content-type": item.mediaType,
      "content-disposition": `attachment; filename="demarche-${on}-${item.name}"`,
    });
  });

  const pledgesOn = rememberPledges(ledger, reference, answerOn);
  judgementRoutes(app, {
    ledger,
    reference,
    watch,
    version,
    today,
    answerOn,
    pledgesOn,
    writable,
  });
  const copiesOn = rememberCopies(ledger, reference);
  sourceRoutes(app, {
    ledger,
    reference,
    today,
    copiesOn,
    writable,
    sourceBook: sourceBook ?? null,
  });
  auditRoutes(app, {ledger, reference, watch, version, today, takeIn: takeIn ?? null});
  articleRoutes(app, {ledger, today, answerOn, copiesOn});
  pledgeRoutes(app, {ledger, watch, today, pledgesOn});
  forecastRoutes(app, {ledger, reference, watch, today});
  measureRoutes(app, {ledger, reference, watch, today, answerOn, books: books ?? null});
  scenarioRoutes(app, {ledger, reference, watch, today, scenarios, ownBase: ownBase ?? null, log});

  app.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Demarche",
      version,
      description: "A cited ledger of what states do with one another.",
    },
  });
  return app;
}
