import type {Cell, Day, Method} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import {cellsOf} from "./cells-of.ts";
import type {Matter} from "./matter.ts";
import {methodName} from "./method-name.ts";

/** What every export says of itself: who wrote it, what was known, by which recipes. */
export interface About {
  /** Version of Demarche. */
  readonly demarche: string;
  /** The day as of which everything in it was known. */
  readonly asOf: Day;
  readonly watch: string;
  /** Importers, readers, coders, measures, models and linking recipes behind it, as "id@version". */
  readonly methods: readonly string[];
}

export function aboutOf(matter: Matter): About {
  const {answer, readings, events, imports} = matter;
  const methods: Method[] = [
    ...answer.series.map(({method}) => method),
    ...cellsOf(answer).flatMap(({figure}: Cell) => (figure === null ? [] : [figure.method])),
    ...answer.postures.flatMap(({engagementA, engagementB, tilt}) =>
      [engagementA, engagementB, tilt].flatMap((one) => (isGap(one) ? [] : [one.method])),
    ),
    ...events.map(({coder}) => coder),
    ...answer.ledgerMoves.flatMap(({recipe}) => recipe ?? []),
    ...imports.map(({importer}) => importer),
  ];
  return {
    demarche: answer.version,
    asOf: answer.asOf,
    watch: answer.watch.name,
    methods: [
      ...new Set([...methods.map(methodName), ...readings.map(({reader}) => reader)]),
    ].sort(),
  };
}
