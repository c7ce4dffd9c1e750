import type {
  AnswerBody,
  ArticleBody,
  ArticlesBody,
  AuditBody,
  AuditRequest,
  ChangeBody,
  ComparisonBody,
  ComparisonRequest,
  CopiesBody,
  DyadBody,
  ErrorBody,
  ExposureBody,
  ForecastBody,
  HedgingBody,
  IdealPointsBody,
  JudgementKeptBody,
  JudgementRequest,
  MembershipsBody,
  PledgeAlertsBody,
  PledgesBody,
  RanksBody,
  RowCondition,
  RowsBody,
  ScenarioBasesBody,
  ScenarioLine,
  ScenarioRequest,
  ScreenBody,
  ScreenRequest,
  SectorPosturesBody,
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

export function askChange(asOf: string): Promise<ChangeBody> {
  return ask(apiPath("/api/change", {asOf}));
}

export function askRanks(asOf: string): Promise<RanksBody> {
  return ask(apiPath("/api/ranks", {asOf}));
}

export function askSectorPostures(asOf: string): Promise<SectorPosturesBody> {
  return ask(apiPath("/api/postures/by-sector", {asOf}));
}

export function askHedging(asOf: string): Promise<HedgingBody> {
  return ask(apiPath("/api/hedging", {asOf}));
}

export function askMemberships(asOf: string): Promise<MembershipsBody> {
  return ask(apiPath("/api/memberships", {asOf}));
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

export function askScenarioBases(asOf: string): Promise<ScenarioBasesBody> {
  return ask(apiPath("/api/scenario/bases", {asOf}));
}

/** Line by line as the server tells it; ending the signal stops the server's work too. @throws Error with its sentence. */
export async function* streamScenario(
  request: ScenarioRequest,
  signal: AbortSignal,
): AsyncGenerator<Exclude<ScenarioLine, {kind: "failed"}>> {
  const response = await fetch("/api/scenario/stream", {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify(request),
    signal,
  });
  if (!response.ok || response.body === null) throw await refusal(response);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) {
      const line: ScenarioLine = JSON.parse(text);
      if (line.kind === "failed") throw new Error(told(line));
      yield line;
    }
  }
}

export function askAudit(request: AuditRequest): Promise<AuditBody> {
  return post("/api/audit", request);
}

export function askComparison(request: ComparisonRequest): Promise<ComparisonBody> {
  return ask("/api/audit/compare", {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify(request),
  });
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
  throw await refusal(response);
}

async function refusal(response: Response): Promise<Error> {
  const body: ErrorBody | null = await response.json().catch(() => null);
  return new Error(body === null ? `the server answered ${response.status}` : told(body));
}

function told({error}: ErrorBody): string {
  return `${error.message}: ${error.whatToDo}`;
}
