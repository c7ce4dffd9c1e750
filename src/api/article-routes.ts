import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {collectedFrom} from "../sources/index.ts";
import type {Ledger} from "../store/index.ts";
import {type Article, articleDay, type Day} from "../world/index.ts";
import {ApiError} from "./api-error.ts";
import type {ArticleBody, ArticleLine, ArticlesBody} from "./contract.ts";
import type {AnswerOn} from "./remember-answers.ts";
import type {CopiesOn} from "./remember-copies.ts";
import {askedDay, dayParam, json, onDay} from "./route-parts.ts";

const routes = {
  list: createRoute({
    method: "get",
    path: "/api/articles",
    request: {
      query: z.object({
        asOf: dayParam,
        source: z.string().max(60).optional().openapi({description: "Id of a source"}),
        limit: z.coerce.number().int().min(1).max(1000).default(100),
        offset: z.coerce.number().int().min(0).default(0),
      }),
    },
    responses: json<ArticlesBody>("Articles read, newest first, each with its grade and marks"),
  }),
  one: createRoute({
    method: "get",
    path: "/api/articles/{id}",
    request: {params: z.object({id: z.string()}), ...onDay},
    responses: json<ArticleBody>("An article as it was read, its grade and its copies"),
  }),
};

/** The articles that were read, and each of them with all that reading found. */
export function articleRoutes(
  app: OpenAPIHono,
  {
    ledger,
    today,
    answerOn,
    copiesOn,
  }: {
    readonly ledger: Ledger;
    readonly today: () => Day;
    readonly answerOn: AnswerOn;
    readonly copiesOn: CopiesOn;
  },
): void {
  const dayOf = askedDay(today);
  const sourcesOn = async (asOf: Day) => collectedFrom(await ledger.captures(asOf));
  /** An article by itself knows no others: the answer grades it beside them. */
  const gradesOn = async (asOf: Day) =>
    new Map((await answerOn(asOf)).verdicts.map((one) => [one.articleId, one.grade]));

  app.openapi(routes.list, async (context) => {
    const {source, limit, offset, ...asked} = context.req.valid("query");
    const asOf = dayOf(asked.asOf);
    const collectedOf = await sourcesOn(asOf);
    const grades = await gradesOn(asOf);
    const lines = (await ledger.articles(asOf))
      .map((article) => ({article, from: collectedOf(article)?.source ?? null}))
      .filter(({from}) => source === undefined || from === source)
      .sort((a, b) => newestFirst(a.article, b.article));
    const body: ArticlesBody = {
      asOf,
      total: lines.length,
      articles: lines
        .slice(offset, offset + limit)
        .map(({article, from}) => lineOf(article, from, grades.get(article.id) ?? article.grade)),
    };
    return context.json(body, 200);
  });

  app.openapi(routes.one, async (context) => {
    const {id} = context.req.valid("param");
    const asOf = dayOf(context.req.valid("query").asOf);
    const article = await ledger.article(id, asOf);
    if (article === null)
      throw new ApiError(
        404,
        `no article ${id} was known then`,
        "read it first with `demarche read <file>`, or ask a later day",
      );
    const {clusters, articles} = await copiesOn(asOf);
    const cluster = clusters.find((one) => one.articles.includes(id)) ?? null;
    const body: ArticleBody = {
      kind: "article",
      article,
      events: await ledger.eventsOf([id], asOf),
      grade: (await gradesOn(asOf)).get(id) ?? article.grade,
      collected: (await sourcesOn(asOf))(article),
      cluster,
      others: Object.fromEntries(
        (cluster?.articles ?? []).flatMap((other) => {
          const known = articles[other];
          return known === undefined ? [] : [[other, known]];
        }),
      ),
    };
    return context.json(body, 200);
  });
}

function lineOf(article: Article, source: string | null, grade: Article["grade"]): ArticleLine {
  const {id, title, outlet, origin, published, recordedOn, language, specimen, flags} = article;
  const marks = [...new Set(flags.map(({kind}) => kind))].sort();
  const {reliability, credibility} = grade;
  return {
    id,
    title,
    outlet,
    origin,
    published,
    recordedOn,
    language,
    specimen,
    source,
    grade: {reliability, credibility},
    marks,
  };
}

/** By the day of publication, else of reading; of equals always the same first. */
function newestFirst(a: Article, b: Article): number {
  const [x, y] = [articleDay(a), articleDay(b)];
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? 1 : -1;
}
