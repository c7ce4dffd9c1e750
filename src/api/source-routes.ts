import {createRoute, type OpenAPIHono} from "@hono/zod-openapi";
import {type ListedSource, sourcesKnown} from "../pipeline/index.ts";
import {checkEntry, type FoundAddress, refusePrivate, sourceSchema} from "../sources/index.ts";
import type {CollectJournal, Ledger} from "../store/index.ts";
import {type Day, isOnTheWeb, type Reference, type Source} from "../world/index.ts";
import {ApiError} from "./api-error.ts";
import type {CopiesBody, SourceAddedBody, SourcesBody} from "./contract.ts";
import {refuseStrangers} from "./refuse-strangers.ts";
import type {CopiesOn} from "./remember-copies.ts";
import {askedDay, json, onDay} from "./route-parts.ts";

/** The list of sources as this machine keeps it, outside the ledger. */
export interface SourceBook {
  list(): readonly ListedSource[];
  /** Writes one more into the user's file. @throws InputError when it stands there. */
  add(source: Source): void;
  /** What asking them has told up to now; null for who looks at a past day. */
  journal(): Pick<CollectJournal, "source" | "pending"> | null;
  lookup(host: string): Promise<readonly FoundAddress[]>;
}

const routes = {
  list: createRoute({
    method: "get",
    path: "/api/sources",
    request: onDay,
    responses: json<SourcesBody>("Every source, how it does, and what the ledger has of it"),
  }),
  add: createRoute({
    method: "post",
    path: "/api/sources",
    request: {body: {required: true, content: {"application/json": {schema: sourceSchema}}}},
    responses: json<SourceAddedBody>("The source as it was written into the user's file"),
  }),
  copies: createRoute({
    method: "get",
    path: "/api/copies",
    request: onDay,
    responses: json<CopiesBody>("Who copies whom: each text with its earliest article first"),
  }),
};

/** The sources, one more of them, and who copies whom. */
export function sourceRoutes(
  app: OpenAPIHono,
  {
    ledger,
    reference,
    today,
    copiesOn,
    writable,
    sourceBook,
  }: {
    readonly ledger: Ledger;
    readonly reference: Reference;
    readonly today: () => Day;
    readonly copiesOn: CopiesOn;
    readonly writable: boolean;
    readonly sourceBook: SourceBook | null;
  },
): void {
  const dayOf = askedDay(today);

  app.openapi(routes.list, async (context) => {
    const asOf = dayOf(context.req.valid("query").asOf);
    const journal = asOf === today() ? (sourceBook?.journal() ?? null) : null;
    const body: SourcesBody = {
      asOf,
      canAdd: writable && sourceBook !== null,
      sources: await sourcesKnown(
        ledger,
        reference,
        sourceBook?.list() ?? [],
        journal,
        await copiesOn(asOf),
      ),
    };
    return context.json(body, 200);
  });

  app.openapi(routes.add, async (context) => {
    refuseStrangers(context.req.raw, "add a source", "add it with `demarche sources add`");
    if (!writable || sourceBook === null)
      throw new ApiError(
        403,
        "this server only reads",
        "start it where the ledger can be written, or use `demarche sources add`",
      );
    const source = checkEntry(context.req.valid("json"), reference);
    if (!isOnTheWeb(source))
      throw new ApiError(
        403,
        `${source.id}: a ${source.kind} lies on this machine, and a page adds none`,
        "use `demarche sources add`",
      );
    if (sourceBook.list().some((one) => one.source.id === source.id))
      throw new ApiError(
        409,
        `there is a source "${source.id}"`,
        "choose another id; to take the place of a carried one, write it into your own file",
      );
    await refusePrivate(source.at, (host) => sourceBook.lookup(host));
    sourceBook.add(source);
    const body: SourceAddedBody = {source};
    return context.json(body, 200);
  });

  app.openapi(routes.copies, async (context) => {
    const body: CopiesBody = await copiesOn(dayOf(context.req.valid("query").asOf));
    return context.json(body, 200);
  });
}
