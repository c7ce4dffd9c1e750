import type {
  AnswerBody,
  ArticleBody,
  ArticlesBody,
  AuditBody,
  AuditRequest,
  ComparisonBody,
  ComparisonRequest,
  CopiesBody,
  ErrorBody,
  JudgementKeptBody,
  JudgementRequest,
  PledgeAlertsBody,
  PledgesBody,
  RowCondition,
  RowsBody,
  ScenarioBody,
  ScenarioRequest,
  SourceAddedBody,
  SourceRequest,
  SourcesBody,
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

export function askAddSource(request: SourceRequest): Promise<SourceAddedBody> {
  return ask("/api/sources", {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify(request),
  });
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
  return ask("/api/scenario", {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify(request),
    signal,
  });
}

export function askAudit(request: AuditRequest): Promise<AuditBody> {
  return ask("/api/audit", {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify(request),
  });
}

export function askComparison(request: ComparisonRequest): Promise<ComparisonBody> {
  return ask("/api/audit/compare", {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify(request),
  });
}

export function askJudgement(request: JudgementRequest): Promise<JudgementKeptBody> {
  return ask("/api/judgements", {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify(request),
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
