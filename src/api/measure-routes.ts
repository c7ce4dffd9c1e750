import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {
  accessionPaths,
  dyadLanes,
  hedgingSignals,
  nameSchemas,
  postureRecipes,
  rankPowers,
  recipes,
  sectorRecipes,
  whatMoved,
} from "../measures/index.ts";
import {type ChainPlan, type IdealPoints, type RepeatedText, usualPlan} from "../models/index.ts";
import {
  type ChainsAgree,
  chainsAgree,
  exposureKnown,
  exposureOfState,
  idealPointMethod,
  idealPointNote,
  idealPointsKnown,
  monthsMovedKnown,
  nameScreener,
  newestSession,
  pointsStanding,
  sectorMeasureKnown,
  sectorPosturesKnown,
  validityKnown,
} from "../pipeline/index.ts";
import type {Ledger} from "../store/index.ts";
import {
  type Day,
  type EventSectors,
  type Gap,
  isGap,
  isState,
  type NameWords,
  type Reference,
  type SanctionProgramme,
  type Series,
  sectors,
  type Watch,
  type Yardstick,
} from "../world/index.ts";
import {ApiError} from "./api-error.ts";
import type {
  ChangeBody,
  DyadBody,
  ExposureBody,
  HedgingBody,
  IdealPointsBody,
  MeasuresBody,
  MembershipsBody,
  PosturesBody,
  RanksBody,
  ScreenBody,
  SectorPosturesBody,
  SeriesBody,
  ValidityBody,
} from "./contract.ts";
import {type AnswerOn, answerKey} from "./remember-answers.ts";
import {rememberLast} from "./remember-last.ts";
import {askedDay, dayParam, json, onDay, partyParam} from "./route-parts.ts";

/** What measures rest on beside the ledger: tables of the package, and draws that were worked out beforehand. */
export interface MeasureBooks {
  nameWords(): NameWords;
  programmes(): readonly SanctionProgramme[];
  yardsticks(): readonly Yardstick[];
  repeatedTexts(): readonly RepeatedText[];
  eventSectors(): EventSectors;
  /** Where the ledger stands: draws of ideal points are kept beside it. */
  readonly ledgerPath: string;
  /** The chains whose draws are looked for; those of `demarche ideal-points` when left out. */
  readonly chains?: {readonly plan: ChainPlan; readonly chains: number};
}

/** As many as `demarche ideal-points` runs unasked. */
const usualChains = {plan: usualPlan, chains: 2};

/** So many names are screened at once, each of so many signs. */
const mostNames = 100;
const longestName = 300;

/** A state, and the powers between which it stands: all of them where none is named. */
const betweenPowers = z.object({
  asOf: dayParam,
  state: partyParam.optional(),
  a: partyParam.optional(),
  b: partyParam.optional(),
});

const routes = {
  measures: createRoute({
    method: "get",
    path: "/api/measures",
    responses: json<MeasuresBody>("Every measure: what it tells, formula, units, interval, gaps"),
  }),
  series: createRoute({
    method: "get",
    path: "/api/measures/{id}",
    request: {
      params: z.object({id: z.string().openapi({example: "un-agreement"})}),
      query: z.object({
        asOf: dayParam,
        state: partyParam.optional(),
        power: partyParam.optional(),
        sector: z.enum(sectors).optional(),
      }),
    },
    responses: json<SeriesBody>("The series of one measure, each figure with its evidence"),
  }),
  postures: createRoute({
    method: "get",
    path: "/api/postures",
    request: {query: betweenPowers},
    responses: json<PosturesBody>("Where each state stands between two powers, through the years"),
  }),
  sectorPostures: createRoute({
    method: "get",
    path: "/api/postures/by-sector",
    request: {query: z.object({asOf: dayParam, state: partyParam.optional()})},
    responses: json<SectorPosturesBody>(
      "The newest place and rank of each state, sector by sector",
    ),
  }),
  hedging: createRoute({
    method: "get",
    path: "/api/hedging",
    request: {query: betweenPowers},
    responses: json<HedgingBody>("What speaks for and against calling a state a hedger"),
  }),
  memberships: createRoute({
    method: "get",
    path: "/api/memberships",
    request: {query: z.object({asOf: dayParam, state: partyParam.optional()})},
    responses: json<MembershipsBody>("Bodies and agreements in common, and ways into them"),
  }),
  ranks: createRoute({
    method: "get",
    path: "/api/ranks",
    request: {query: z.object({asOf: dayParam, state: partyParam.optional()})},
    responses: json<RanksBody>("The powers by nearness, under every weighting of what ties them"),
  }),
  dyad: createRoute({
    method: "get",
    path: "/api/dyads/{state}/{power}",
    request: {params: z.object({state: partyParam, power: partyParam}), ...onDay},
    responses: json<DyadBody>("All series of a pair, in lanes, with chances of a change"),
  }),
  exposure: createRoute({
    method: "get",
    path: "/api/exposure",
    request: {query: z.object({asOf: dayParam, state: partyParam.optional()})},
    responses: json<ExposureBody>("Who is listed, and through what each state may be hit"),
  }),
  change: createRoute({
    method: "get",
    path: "/api/change",
    request: onDay,
    responses: json<ChangeBody>("What moved lately between states and powers, and how sure it is"),
  }),
  validity: createRoute({
    method: "get",
    path: "/api/validity",
    request: onDay,
    responses: json<ValidityBody>("What our axes between powers go along with, and what not"),
  }),
  idealPoints: createRoute({
    method: "get",
    path: "/api/ideal-points",
    request: {
      query: z.object({
        asOf: dayParam,
        session: z.coerce.number().int().min(1).max(999).optional(),
      }),
    },
    responses: json<IdealPointsBody>("Where states stood in the General Assembly's votes"),
  }),
  screen: createRoute({
    method: "post",
    path: "/api/screen",
    request: {
      body: {
        required: true,
        content: {
          "application/json": {
            schema: z.strictObject({
              names: z.array(z.string().trim().min(1).max(longestName)).min(1).max(mostNames),
              kind: z.enum(nameSchemas).optional(),
              least: z.number().gt(0).max(1).optional(),
              asOf: dayParam,
            }),
          },
        },
      },
    },
    responses: json<ScreenBody>("Who on the sanctions lists may bear these names, and why"),
  }),
};

interface House {
  readonly ledger: Ledger;
  readonly reference: Reference;
  readonly watch: Watch;
  readonly today: () => Day;
  readonly answerOn: AnswerOn;
  /** Without them, what rests on them is not answered. */
  readonly books: MeasureBooks | null;
}

/** Measures, and what is made of them. Slow ones are worked out once for each revision of the ledger. */
export function measureRoutes(app: OpenAPIHono, house: House): void {
  const {reference, watch, today, answerOn} = house;
  const dayOf = askedDay(today);
  const known = measuresKnown(house);
  /** Refuses a state that is not among these: an empty answer would read as if nothing were known of it. */
  const followed = (state: string | undefined, among: readonly string[] = watch.states) => {
    if (state !== undefined && !among.includes(state))
      throw new ApiError(
        404,
        `the watch does not follow ${state}`,
        `name one of ${among.join(", ")}`,
      );
  };

  app.openapi(routes.measures, (context) => context.json({measures: recipes}, 200));

  app.openapi(routes.series, async (context) => {
    const {id} = context.req.valid("param");
    const {asOf, state, power, sector} = context.req.valid("query");
    followed(state);
    const on = dayOf(asOf);
    const measure = recipes.find((one) => one.id === id);
    if (measure === undefined)
      throw new ApiError(
        404,
        `there is no measure "${id}"`,
        "see /api/measures for those there are",
      );
    if (postureRecipes.some((one) => one.id === id))
      throw new ApiError(
        404,
        `${id} is no series, but a place between two powers`,
        "see /api/postures",
      );
    const asked = (one: Pick<Series, "state" | "partner" | "sector">) =>
      (state === undefined || one.state === state) &&
      (power === undefined || one.partner === power) &&
      (sector === undefined || one.sector === sector);
    const bySector = await known.bySector(on, id);
    const {series} = bySector ?? (await answerOn(on));
    const body: SeriesBody = {
      asOf: on,
      measure,
      series: series.filter((one) => one.method.id === id && asked(one)),
      files: (bySector?.files ?? []).map(({publisher, months}) => ({
        publisher,
        months: months.filter(asked),
      })),
    };
    return context.json(body, 200);
  });

  app.openapi(routes.postures, async (context) => {
    const {asOf, state, a, b} = context.req.valid("query");
    followed(state);
    const on = dayOf(asOf);
    const body: PosturesBody = {
      asOf: on,
      postures: (await answerOn(on)).postures.filter(
        (one) =>
          (state === undefined || one.state === state) &&
          (a === undefined || one.a === a) &&
          (b === undefined || one.b === b),
      ),
    };
    return context.json(body, 200);
  });

  app.openapi(routes.sectorPostures, async (context) => {
    const {asOf, state} = context.req.valid("query");
    followed(state);
    const on = dayOf(asOf);
    const isAsked = (one: {readonly state: string}) => state === undefined || one.state === state;
    const body: SectorPosturesBody = {
      asOf: on,
      sources: (await known.sectorPostures(on)).map(({source, places, ranks}) => ({
        source,
        places: places.filter(isAsked),
        ranks: ranks.filter(isAsked),
      })),
    };
    return context.json(body, 200);
  });

  app.openapi(routes.hedging, async (context) => {
    const {asOf, state, a, b} = context.req.valid("query");
    followed(state);
    const on = dayOf(asOf);
    const body: HedgingBody = {
      asOf: on,
      hedging: (await known.hedging(on)).filter(
        (one) =>
          (state === undefined || one.state === state) &&
          (a === undefined || one.a === a || one.b === a) &&
          (b === undefined || one.a === b || one.b === b),
      ),
    };
    return context.json(body, 200);
  });

  app.openapi(routes.memberships, async (context) => {
    const {asOf, state} = context.req.valid("query");
    const on = dayOf(asOf);
    const isAsked = (one: string) => state === undefined || one === state;
    const parties = [...watch.states, ...watch.powers, ...watch.optionalPowers].filter((one) =>
      isState(reference, one),
    );
    followed(state, parties);
    const {series} = await answerOn(on);
    const body: MembershipsBody = {
      asOf: on,
      series: series.filter(
        (one) =>
          (one.method.id === "shared-bodies" || one.method.id === "agreements-in-force") &&
          isAsked(one.state),
      ),
      paths: accessionPaths(reference, parties.filter(isAsked), on),
    };
    return context.json(body, 200);
  });

  app.openapi(routes.ranks, async (context) => {
    const {asOf, state} = context.req.valid("query");
    followed(state);
    const on = dayOf(asOf);
    const states = watch.states.filter((one) => state === undefined || one === state);
    const {series} = await answerOn(on);
    const body: RanksBody = {asOf: on, ranks: rankPowers(series, states, watch.powers)};
    return context.json(body, 200);
  });

  app.openapi(routes.dyad, async (context) => {
    const {state, power} = context.req.valid("param");
    const on = dayOf(context.req.valid("query").asOf);
    const partners = [...watch.powers, ...watch.optionalPowers, ...watch.aggregates];
    if (!watch.states.includes(state) || !partners.includes(power))
      throw new ApiError(
        404,
        `the watch does not follow ${state} towards ${power}`,
        `its states are ${watch.states.join(", ")}, its powers ${partners.join(", ")}`,
      );
    const lanes = dyadLanes((await answerOn(on)).series, state, power);
    const body: DyadBody = {asOf: on, state, power, lanes};
    return context.json(body, 200);
  });

  app.openapi(routes.exposure, async (context) => {
    const {asOf, state} = context.req.valid("query");
    followed(state);
    const on = dayOf(asOf);
    const body: ExposureBody = {
      asOf: on,
      ...exposureOfState(await known.exposure(on), state ?? null),
    };
    return context.json(body, 200);
  });

  app.openapi(routes.change, async (context) => {
    const on = dayOf(context.req.valid("query").asOf);
    const body: ChangeBody = {asOf: on, ...(await known.moved(on))};
    return context.json(body, 200);
  });

  app.openapi(routes.validity, async (context) => {
    const on = dayOf(context.req.valid("query").asOf);
    const body: ValidityBody = {asOf: on, ...(await known.validity(on))};
    return context.json(body, 200);
  });

  app.openapi(routes.idealPoints, async (context) => {
    const {asOf, session} = context.req.valid("query");
    const on = dayOf(asOf);
    const found = await known.points(on);
    if ("kind" in found) return context.json({asOf: on, known: found}, 200);
    const {points, convergence} = found;
    const shown = session ?? newestSession(points);
    if (!points.seats.some((seat) => seat.session === shown))
      throw new ApiError(
        404,
        `the ledger knows no votes of session ${shown}`,
        `name one up to ${Math.max(...points.seats.map((seat) => seat.session))}`,
      );
    const body: IdealPointsBody = {
      asOf: on,
      known: {
        kind: "points",
        method: idealPointMethod,
        note: idealPointNote,
        draws: points.draws,
        ...pointsStanding(points, shown, {watch, reference, asOf: on}),
        convergence,
      },
    };
    return context.json(body, 200);
  });

  app.openapi(routes.screen, async (context) => {
    const {names, kind, least, asOf} = context.req.valid("json");
    const ask = await known.screener(dayOf(asOf));
    const body: ScreenBody = {
      screenings: names.map((name) => ask(name, kind ?? null, least)),
    };
    return context.json(body, 200);
  });
}

/** Draws of a day, and how well their chains agree. */
interface PointsKnown {
  readonly key: string;
  readonly points: IdealPoints;
  readonly convergence: ChainsAgree;
}

/** What takes seconds to work out, by day; the last days asked for are kept. */
function measuresKnown({ledger, reference, watch, answerOn, books}: House) {
  const remembered = <Known>(size: number, make: (asOf: Day) => Promise<Known>) => {
    const last = rememberLast(size, make);
    return async (asOf: Day) => last(await answerKey(ledger, asOf), asOf);
  };
  const opened = () => {
    if (books !== null) return books;
    throw new ApiError(
      404,
      "this server was started without the tables that this rests on",
      "start it with `demarche serve`",
    );
  };
  let drawn: PointsKnown | null = null;
  return {
    /** Null for what is not measured by sector and month: that stands in the answer. */
    bySector: async (asOf: Day, id: string) =>
      sectorRecipes.some((one) => one.id === id)
        ? sectorMeasureKnown(
            {ledger, reference, watch, asOf, eventSectors: opened().eventSectors()},
            id,
          )
        : null,
    sectorPostures: remembered(2, async (asOf) =>
      sectorPosturesKnown({ledger, reference, watch, asOf, eventSectors: opened().eventSectors()}),
    ),
    hedging: remembered(4, async (asOf) => {
      const {series, ledgerMoves: moves} = await answerOn(asOf);
      return hedgingSignals({series, moves, asOf}, watch, reference);
    }),
    exposure: remembered(4, async (asOf) => {
      const {nameWords, programmes} = opened();
      const words = nameWords();
      return exposureKnown({ledger, reference, watch, asOf, words, programmes: programmes()});
    }),
    moved: remembered(4, async (asOf) => ({
      moved: whatMoved(await ledger.readFacts(watch, reference, asOf), watch, reference),
      months: await monthsMovedKnown(
        {ledger, reference, watch, asOf, eventSectors: opened().eventSectors()},
        (await answerOn(asOf)).ledgerMoves,
      ),
    })),
    validity: remembered(2, async (asOf) => {
      const yardsticks = opened().yardsticks();
      const {series} = await answerOn(asOf);
      return validityKnown({ledger, reference, watch, asOf, yardsticks, series});
    }),
    screener: remembered(2, async (asOf) => nameScreener(ledger, opened().nameWords(), asOf)),
    /** Draws are looked for until they are there: they may be worked out meanwhile. Nothing is ever drawn for a request. */
    points: async (asOf: Day): Promise<PointsKnown | Gap> => {
      const key = await answerKey(ledger, asOf);
      if (drawn?.key === key) return drawn;
      const {repeatedTexts, ledgerPath, chains = usualChains} = opened();
      const points = await idealPointsKnown({
        ...chains,
        ledger,
        ledgerPath,
        asOf,
        repeated: repeatedTexts(),
        work: false,
      });
      if (isGap(points)) return points;
      drawn = {key, points, convergence: chainsAgree(points)};
      return drawn;
    },
  };
}
