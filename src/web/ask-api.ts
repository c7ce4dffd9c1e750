import type {
  AnswerBody,
  ArticleBody,
  ArticlesBody,
  AuditBody,
  AuditRequest,
  CopiesBody,
  DyadBody,
  ErrorBody,
  ExposureBody,
  ForecastBody,
  IdealPointsBody,
  JudgementKeptBody,
  JudgementRequest,
  PledgeAlertsBody,
  PledgesBody,
  RanksBody,
  RowCondition,
  RowsBody,
  ScenarioBody,
  ScenarioRequest,
  ScreenBody,
  ScreenRequest,
  SourceAddedBody,
  SourceRequest,
  SourcesBody,
  ValidityBody,
} from "../api/index.ts";

/** Articles that the page lists. */
const articlesListed = 500;

/** Rows of a dataset that the pane shows at once. */
export const rowsShown = 60;

/** An address of the API with its query; `null` values are left out. */
export function apiPath(path: string, query: Readonly<Record<string, string | null>>): string {
  const parts = Object.entries(query).flatMap(([key, value]) =>
    value === null ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return parts.length === 0 ? path : `${path}?${parts.join("&")}`;
}

export function askAnswer(asOf: string | null): Promise<AnswerBody> {
  return ask(apiPath("/api/answer", {asOf}));
}

export function askArticle(id: string, asOf: string): Promise<ArticleBody> {
  return ask(apiPath(`/api/articles/${encodeURIComponent(id)}`, {asOf}));
}

export function askArticles(asOf: string): Promise<ArticlesBody> {
  return ask(apiPath("/api/articles", {asOf, limit: String(articlesListed)}));
}

export function askSources(asOf: string): Promise<SourcesBody> {
  return ask(apiPath("/api/sources", {asOf}));
}

export function askCopies(asOf: string): Promise<CopiesBody> {
  return ask(apiPath("/api/copies", {asOf}));
}

export function askPledges(asOf: string): Promise<PledgesBody> {
  return ask(apiPath("/api/pledges", {asOf}));
}

export function askPledgeAlerts(asOf: string): Promise<PledgeAlertsBody> {
  return ask(apiPath("/api/pledges/alerts", {asOf}));
}

/** Open questions are narrowed on the page, so all of them are asked for. */
const questionsAsked = 5_000;

export function askForecast(asOf: string): Promise<ForecastBody> {
  return ask(apiPath("/api/forecast", {asOf, limit: String(questionsAsked)}));
}

export function askDyad(state: string, power: string, asOf: string): Promise<DyadBody> {
  return ask(apiPath(`/api/dyads/${state}/${power}`, {asOf}));
}

export function askRanks(asOf: string): Promise<RanksBody> {
  return ask(apiPath("/api/ranks", {asOf}));
}

export function askExposure(asOf: string): Promise<ExposureBody> {
  return ask(apiPath("/api/exposure", {asOf}));
}

export function askValidity(asOf: string): Promise<ValidityBody> {
  return ask(apiPath("/api/validity", {asOf}));
}

export function askIdealPoints(asOf: string): Promise<IdealPointsBody> {
  return ask(apiPath("/api/ideal-points", {asOf}));
}

export function askScreen(request: ScreenRequest): Promise<ScreenBody> {
  return post("/api/screen", request);
}

export function askAddSource(request: SourceRequest): Promise<SourceAddedBody> {
  return post("/api/sources", request);
}

export function askRows(
  dataset: string,
  where: readonly RowCondition[],
  asOf: string,
): Promise<RowsBody> {
  const query = {dataset, where: JSON.stringify(where), asOf, limit: String(rowsShown)};
  return ask(apiPath("/api/evidence", query));
}

export function askScenario(request: ScenarioRequest, signal: AbortSignal): Promise<ScenarioBody> {
  return post("/api/scenario", request, signal);
}

export function askAudit(request: AuditRequest): Promise<AuditBody> {
  return post("/api/audit", request);
}

export function askJudgement(request: JudgementRequest): Promise<JudgementKeptBody> {
  return post("/api/judgements", request);
}

function post<Body>(address: string, request: unknown, signal?: AbortSignal): Promise<Body> {
  return ask(address, {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify(request),
    ...(signal && {signal}),
  });
}

/** @throws Error with the server's own sentence and what to do. */
async function ask<Body>(address: string, init?: RequestInit): Promise<Body> {
  const response = await fetch(address, init);
  if (response.ok) return response.json();
  const told: ErrorBody | null = await response.json().catch(() => null);
  throw new Error(
    told === null
      ? `the server answered ${response.status}`
      : `${told.error.message}: ${told.error.whatToDo}`,
  );
}
