import type {IdealPointsDrawn, StateCode, Watch} from "../../api/index.ts";
import {extent} from "./scale.ts";
import type {Line} from "./series-families.ts";

type Trail = IdealPointsDrawn["trails"][number];

/** A watched state's line among those of the powers. */
export interface PointPanel {
  readonly state: StateCode;
  readonly lines: readonly Line[];
}

/** The year in whose September a session of the General Assembly opens. */
export function sessionYear(session: number): number {
  return session + 1945;
}

/** A panel for each watched state that the reader's choice leaves, with the powers in each, on shared axes. */
export function pointPanels(
  trails: readonly Trail[],
  {states, powers}: Pick<Watch, "states" | "powers">,
  country: string | null,
  nameOf: (party: string) => string,
): {
  readonly panels: readonly PointPanel[];
  readonly years: readonly [number, number];
  readonly values: readonly [number, number];
} {
  const lineOf = (trail: Trail): Line => ({
    id: trail.state,
    partner: trail.state,
    name: nameOf(trail.state),
    runs: runsOf(trail),
  });
  const ofPowers = trails.filter(({state}) => powers.includes(state)).map(lineOf);
  const panels = trails
    .filter(({state}) => states.includes(state) && (country === null || state === country))
    .map((trail) => ({state: trail.state, lines: [lineOf(trail), ...ofPowers]}));
  const points = panels.flatMap(({lines}) => lines.flatMap(({runs}) => runs.flat()));
  return {
    panels,
    years: extent(points.map(({at}) => at)),
    values: extent(points.flatMap(({low, high}) => [low, high])),
  };
}

/** Sessions on end; one in which the state cast no vote breaks the line. */
function runsOf({points}: Trail): Line["runs"] {
  const runs: Line["runs"][number][number][][] = [];
  let before: number | null = null;
  for (const {session, point} of points) {
    if (before === null || session !== before + 1) runs.push([]);
    before = session;
    runs.at(-1)?.push({
      period: String(session),
      at: sessionYear(session) + 0.7,
      value: point.value,
      low: point.low,
      high: point.high,
    });
  }
  return runs;
}
