/** Longitude and latitude in degrees of WGS 84. */
export type Position = readonly [longitude: number, latitude: number];

/** Degrees to two decimals: about a kilometre, which is what the seats of government are known to. */
const inHundredths = (degrees: number): number => Math.round(degrees * 100) / 100;

/**
 * The short way from one place to another. Where it crosses the antimeridian it is cut there into two lines, as RFC 7946
 * (3.1.9) asks; the cut lies on the straight line between the two, as everything on a map in degrees does.
 */
export function joinAcrossWorld(from: Position, to: Position): readonly (readonly Position[])[] {
  const span = to[0] - from[0];
  if (Math.abs(span) <= 180) return [[from, to]];
  const edge = span > 0 ? -180 : 180;
  const toBeyond = to[0] + 2 * edge;
  const share = (edge - from[0]) / (toBeyond - from[0]);
  const latitude = inHundredths(from[1] + share * (to[1] - from[1]));
  return [
    [from, [edge, latitude]],
    [[-edge, latitude], to],
  ];
}
