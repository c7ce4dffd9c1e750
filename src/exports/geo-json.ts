import type {Capital, Move, PartyId, StateCode} from "../world/index.ts";
import {gradeLabel, isGap, whenText} from "../world/index.ts";
import {aboutOf} from "./about.ts";
import {licenceOf, sourceFinder} from "./cited-sources.ts";
import {joinAcrossWorld, type Position} from "./join-across-world.ts";
import type {Matter} from "./matter.ts";

type Geometry =
  | {readonly type: "Point"; readonly coordinates: Position}
  | {readonly type: "MultiPoint"; readonly coordinates: readonly Position[]}
  | {readonly type: "LineString"; readonly coordinates: readonly Position[]}
  | {readonly type: "MultiLineString"; readonly coordinates: readonly (readonly Position[])[]};

/**
 * Moves as features between capitals (RFC 7946: longitude before latitude, WGS 84, lines cut at the antimeridian). A
 * move of two sides is a line for each pair that faced one another; a joint move of more than two is one set of points,
 * not a web of pairs. Blocs have no seat of their own here; parties that could not be placed are named in `unplaced`,
 * and a move none of whose parties could be has no geometry.
 */
export function geoJson(matter: Matter): string {
  const about = aboutOf(matter);
  const sources = sourceFinder(matter);
  const capitals = new Map(matter.reference.capitals.map((seat) => [seat.state, seat]));
  const head = JSON.stringify({type: "FeatureCollection", demarche: about}).slice(0, -1);
  const features = matter.answer.ledgerMoves.map((move) => {
    const cited = sources(move.evidence);
    return JSON.stringify({
      type: "Feature",
      id: move.id,
      geometry: geometryOf(move, capitals),
      properties: {
        summary: move.summary,
        type: move.type,
        mode: move.mode,
        when: isGap(move.when) ? null : whenText(move),
        precision: move.precision,
        sectors: move.sectors,
        sources: move.sources,
        targets: move.targets,
        unplaced: partiesOf(move).filter((party) => !capitals.has(party)),
        grade: gradeLabel(move.grade),
        articles: move.articles,
        independentOrigins: move.independentOrigins,
        recordedOn: move.recordedOn,
        specimen: move.specimen,
        evidence: move.evidence.map(({quote}) => quote),
        cites: cited.map(({id}) => id),
        licences: [...new Set(cited.flatMap((source) => licenceOf(source) ?? []))],
      },
    });
  });
  return `${head},"features":[\n${features.join(",\n")}\n]}\n`;
}

function partiesOf({sources, targets}: Move): readonly PartyId[] {
  return [...new Set([...sources, ...targets])];
}

function geometryOf(move: Move, capitals: ReadonlyMap<StateCode, Capital>): Geometry | null {
  const placed = (parties: readonly PartyId[]) =>
    [...new Set(parties)].flatMap((party) => {
      const seat = capitals.get(party);
      return seat === undefined ? [] : [{party, at: [seat.longitude, seat.latitude] as Position}];
    });
  const all = placed(partiesOf(move));
  const [first] = all;
  if (first === undefined) return null;
  if (all.length === 1) return {type: "Point", coordinates: first.at};
  const both = new Set(move.sources.filter((party) => move.targets.includes(party)));
  // A joint move has the same parties on both sides.
  if (both.size > 0 && all.length > 2)
    return {type: "MultiPoint", coordinates: all.map(({at}) => at)};
  const facing =
    both.size > 0
      ? [all]
      : placed(move.sources).flatMap((from) => placed(move.targets).map((to) => [from, to]));
  const lines = facing.flatMap(([from, to]) =>
    from === undefined || to === undefined ? [] : joinAcrossWorld(from.at, to.at),
  );
  const [only] = lines;
  if (only === undefined) return {type: "MultiPoint", coordinates: all.map(({at}) => at)};
  return lines.length === 1
    ? {type: "LineString", coordinates: only}
    : {type: "MultiLineString", coordinates: lines};
}
