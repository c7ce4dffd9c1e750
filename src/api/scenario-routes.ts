import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {scenarioMarkdown} from "../briefs/index.ts";
import {scenarioCsv} from "../exports/index.ts";
import {buildTradeMatrix, type TradeMatrix} from "../models/index.ts";
import {
  blocsTold,
  carriedBase,
  type ShockAsked,
  type ShockOutcome,
  shockEvidence,
  toldFigures,
} from "../options/index.ts";
import {
  fuelsKnown,
  type ScenarioHearing,
  type ScenarioRunner,
  type ScenarioTask,
} from "../pipeline/index.ts";
import {checkShock, columnsAskedFor, type ShockFile, shockJsonSchema} from "../sources/index.ts";
import type {Ledger} from "../store/index.ts";
import {
  type Day,
  type Gap,
  isGap,
  membersOf,
  nameOf,
  type Reference,
  type Watch,
} from "../world/index.ts";
import {ApiError, errorBody} from "./api-error.ts";
import type {ScenarioBase, ScenarioBasesBody, ScenarioBody, ScenarioLine} from "./contract.ts";
import {answerKey} from "./remember-answers.ts";
import {rememberLast} from "./remember-last.ts";
import {askedDay, dayParam, json, onDay, text} from "./route-parts.ts";

/** A matrix that a person brought, with the model and base of the scenario file that came with it. */
export interface OwnBase extends Pick<ShockAsked, "table" | "inputs"> {
  readonly file: Pick<ShockFile, "model" | "base">;
}

const askedSchema = z.strictObject({
  scenario: z.record(z.string(), z.unknown()).openapi(shockJsonSchema()),
  base: z.enum(["ledger", "own"]).default("ledger"),
  draws: z
    .number()
    .int()
    .refine((count) => count === 0 || (count >= 20 && count <= 2000), {
      message: "ask for no draws, or for 20 to 2,000",
    })
    .default(200),
  without: z.array(z.string()).max(50).default([]),
  about: z.array(z.string()).max(40).optional(),
  asOf: dayParam,
});
const body = {required: true, content: {"application/json": {schema: askedSchema}}};

const routes = {
  bases: createRoute({
    method: "get",
    path: "/api/scenario/bases",
    request: onDay,
    responses: json<ScenarioBasesBody>("What scenarios can start from, and what is known of it"),
  }),
  whole: createRoute({
    method: "post",
    path: "/api/scenario",
    request: {body},
    responses: json<ScenarioBody>("What a scenario changes for every state"),
  }),
  stream: createRoute({
    method: "post",
    path: "/api/scenario/stream",
    request: {body},
    responses: text(
      "The same line by line as JSON: the centre first, then progress, then all of it; hanging up stops it",
      "application/x-ndjson",
    ),
  }),
};

/** A scenario checked and laid onto a base, with what its answer is told with. */
interface Placed {
  readonly task: ScenarioTask;
  readonly bodyOf: (outcome: ShockOutcome, last: boolean) => ScenarioBody;
}

/** Scenarios of trade policy, solved in threads of their own: neither the page nor the server waits. */
export function scenarioRoutes(
  app: OpenAPIHono,
  house: {
    readonly ledger: Ledger;
    readonly reference: Reference;
    readonly watch: Watch;
    readonly today: () => Day;
    readonly scenarios: ScenarioRunner;
    readonly ownBase: OwnBase | null;
    readonly log: (line: string) => void;
  },
): void {
  const {ledger, reference, watch, today, scenarios, ownBase, log} = house;
  const dayOf = askedDay(today);
  const rememberedMatrix = rememberLast(2, async (asOf: Day) =>
    buildTradeMatrix(await ledger.readFacts(watch, reference, asOf), watch, reference),
  );
  const matrixOn = async (asOf: Day) => rememberedMatrix(await answerKey(ledger, asOf), asOf);
  const powers = [...new Set([...watch.powers, ...watch.optionalPowers])];
  const allParties = [
    ...reference.states.map(({code}) => code),
    ...reference.blocs.map(({id}) => id),
  ];
  const nameIt = (party: string) => nameOf(reference, party);

  const place = async (asked: z.infer<typeof askedSchema>): Promise<Placed> => {
    const asOf = dayOf(asked.asOf);
    const given = checkShock(asked.scenario, "scenario");
    const matrix = asked.base === "ledger" ? await matrixOn(asOf) : null;
    const base = matrix === null ? own(ownBase) : carriedBase(known(matrix));
    const file = matrix === null ? onOwn(given, ownBase) : onLedger(given, known(matrix));
    const about = asked.about ?? watch.states;
    const held = new Set([...base.table.states, ...allParties]);
    const stranger = about.find((party) => !held.has(party));
    if (stranger !== undefined)
      throw new ApiError(
        400,
        `about: "${stranger}" is no state or bloc that is known here`,
        "write an ISO 3166 code such as IDN, or a bloc such as EU",
      );
    const inBase = new Set(base.table.states);
    const aboutStates = [
      ...new Set(
        about.flatMap((party) => (inBase.has(party) ? party : membersOf(reference, party, asOf))),
      ),
    ];
    const task: ScenarioTask = {
      ...base,
      ...(await fuelsKnown({
        ...{ledger, watch, reference, asOf, file},
        without: asked.without,
        states: base.table.states,
        about: aboutStates,
      })),
      file,
      members: new Map(reference.blocs.map(({id}) => [id, membersOf(reference, id, asOf)])),
      draws: asked.draws,
      without: asked.without,
      powers,
      blocs: blocsTold(watch, file.shocks, reference, asOf),
      flowsOf: aboutStates,
    };
    const evidence =
      matrix === null ? [] : () => shockEvidence(file.shocks, known(matrix), reference, about);
    return {
      task,
      bodyOf: ({states, blocs, ...outcome}, last) => ({
        ...outcome,
        asOf,
        about: aboutStates,
        told: toldFigures({states, blocs}, nameIt),
        evidence: typeof evidence === "function" ? evidence() : evidence,
        written: last
          ? {
              csv: scenarioCsv({...outcome, states, blocs}, nameIt),
              md: scenarioMarkdown({...outcome, states, blocs}, aboutStates, nameIt),
            }
          : null,
      }),
    };
  };

  app.openapi(routes.bases, async (context) => {
    const asOf = dayOf(context.req.valid("query").asOf);
    const matrix = await matrixOn(asOf);
    const answer: ScenarioBasesBody = {
      asOf,
      bases: [
        ...(isGap(matrix) ? [] : [baseOf("ledger", carriedBase(matrix))]),
        ...(ownBase === null ? [] : [baseOf("own", ownBase)]),
      ],
      gaps: [...(isGap(matrix) ? [matrix] : []), ...(ownBase === null ? [noSectors] : [])],
    };
    return context.json(answer, 200);
  });

  app.openapi(routes.whole, async (context) => {
    const {task, bodyOf} = await place(context.req.valid("json"));
    const outcome = await scenarios.run(task, {signal: context.req.raw.signal});
    return context.json(bodyOf(outcome, true), 200);
  });

  app.openapi(routes.stream, async (context) => {
    const {task, bodyOf} = await place(context.req.valid("json"));
    const leaving = new AbortController();
    const {signal} = context.req.raw;
    signal.addEventListener("abort", () => leaving.abort(signal.reason), {once: true});
    const encoder = new TextEncoder();
    const lines = new ReadableStream<Uint8Array>({
      start: async (controller) => {
        const tell = (line: ScenarioLine) => {
          if (!leaving.signal.aborted)
            controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        };
        const hearing: ScenarioHearing = {
          first: (outcome) => tell({kind: "first", body: bodyOf(outcome, false)}),
          drawn: (done) => tell({kind: "drawn", done, of: task.draws}),
          signal: leaving.signal,
        };
        try {
          tell({kind: "solved", body: bodyOf(await scenarios.run(task, hearing), true)});
        } catch (error) {
          if (leaving.signal.aborted) return;
          const failed = errorBody(error);
          if (failed.error.status === 500 && error instanceof Error)
            log(error.stack ?? error.message);
          tell({kind: "failed", error: failed.error});
        }
        if (!leaving.signal.aborted) controller.close();
      },
      cancel: (reason) => leaving.abort(reason),
    });
    return context.body(lines, 200, {
      "content-type": "application/x-ndjson",
      "cache-control": "no-store, no-transform",
    });
  });
}

/** Why a scenario cannot be asked sector by sector on the ledger's matrix. */
const noSectors: Gap = {
  kind: "gap",
  what: "scenarios by sector",
  why: "the flows by sector that the ledger holds have no output by sector beside them, so what a state sells of each at home is not known",
  wouldFill: "a matrix with sectors and domestic flows: `demarche serve --matrix <csv>`",
};

function baseOf(
  id: ScenarioBase["id"],
  {table, notes = [], gaps = []}: Pick<ShockAsked, "table" | "notes" | "gaps">,
): ScenarioBase {
  const {name, year, states, sectors, hasSectors} = table;
  return {id, name, year, states, sectors: hasSectors ? sectors : [], notes, gaps};
}

/** @throws ApiError (status 409) where there is no matrix. */
function known(matrix: TradeMatrix | Gap): TradeMatrix {
  if (!isGap(matrix)) return matrix;
  throw new ApiError(
    409,
    `no scenario can be worked out: ${matrix.why}`,
    `add what is missing: ${matrix.wouldFill}`,
  );
}

/** @throws ApiError (status 404) where no matrix was brought. */
function own(base: OwnBase | null): OwnBase {
  if (base !== null) return base;
  throw new ApiError(
    404,
    "this server was started without a matrix of your own",
    "start it with `demarche serve --matrix <csv>`, or ask for base ledger",
  );
}

/** @throws ApiError (status 400) where the scenario asks for what the ledger's matrix does not have. */
function onLedger(file: ShockFile, {year}: TradeMatrix): ShockFile {
  const [column] = columnsAskedFor(file);
  if (column !== undefined)
    throw new ApiError(
      400,
      `the ledger's matrix has no column "${column}"`,
      "leave it out, or bring a matrix with `demarche serve --matrix`",
    );
  if (file.base.year !== undefined && file.base.year !== year)
    throw new ApiError(
      400,
      `the ledger's matrix is of ${year}, not of ${file.base.year}`,
      "leave base.year out, or bring a matrix with `demarche serve --matrix`",
    );
  return file;
}

/** The shocks that are asked about, on the base that was brought; what the request says of the model goes before. */
function onOwn(asked: ShockFile, base: OwnBase | null): ShockFile {
  const {file} = own(base);
  const {theta: _theta, sigma: _sigma, ...rest} = file.model;
  // θ and σ are two words for one thing: what is asked takes the place of either.
  const saysHow = asked.model.theta !== undefined || asked.model.sigma !== undefined;
  const model = saysHow ? rest : file.model;
  return {...asked, model: {...model, ...asked.model}, base: file.base};
}
