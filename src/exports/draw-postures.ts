import {isGap, type Measured, type Posture} from "../world/index.ts";
import {escaped, n, pictureFont, sourceWords, text} from "./svg-text.ts";

const size = 300;
const margin = {left: 44, right: 14, top: 34, bottom: 40};

interface Place {
  readonly period: string;
  readonly x: Measured;
  readonly y: Measured;
}

/**
 * The plane "engagement with A × engagement with B" as one SVG, a panel for each state and pair of powers: a trail
 * through the years, each place in a pale ellipse as wide as its intervals; the heavier lines stand at "as expected".
 */
export function drawPostures(
  postures: readonly Posture[],
  name: (party: string) => string,
): string {
  const panels = new Map<string, Posture[]>();
  for (const one of postures) {
    const key = `${one.state} ${one.a} ${one.b}`;
    panels.set(key, [...(panels.get(key) ?? []), one]);
  }
  const across = 3;
  const rows = Math.max(1, Math.ceil(panels.size / across));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${across * size} ${rows * size}" width="${across * size}" height="${rows * size}" font-family="${pictureFont}" font-size="10">`,
    `<rect width="${across * size}" height="${rows * size}" fill="#fff"/>`,
    ...[...panels.values()].map((trail, at) => {
      const shift = `${(at % across) * size} ${Math.floor(at / across) * size}`;
      return `<g transform="translate(${shift})">${drawPanel(trail, name)}</g>`;
    }),
    "</svg>\n",
  ].join("\n");
}

function drawPanel(trail: readonly Posture[], name: (party: string) => string): string {
  const [first] = trail;
  if (first === undefined) return "";
  const places = trail.flatMap(({period, engagementA, engagementB}): Place[] =>
    isGap(engagementA) || isGap(engagementB) ? [] : [{period, x: engagementA, y: engagementB}],
  );
  const title = text(margin.left, 18, name(first.state), 'font-size="12"');
  if (places.length === 0)
    return `${title}${text(margin.left, 60, "nothing is known", 'fill="#777"')}`;
  const x = scaleOf(
    places.map((one) => one.x),
    [margin.left, size - margin.right],
  );
  const y = scaleOf(
    places.map((one) => one.y),
    [size - margin.bottom, margin.top],
  );
  const [left, right, top, bottom] = [
    margin.left,
    size - margin.right,
    margin.top,
    size - margin.bottom,
  ];
  const last = places.at(-1) ?? places[0];
  const datasets = sourceWords(places.flatMap((one) => [one.x, one.y]));
  return [
    title,
    text(margin.left, 30, `${datasets}, 90 % intervals`, 'font-size="8" fill="#777"'),
    `<path d="M${left} ${n(y(0))}H${right}M${n(x(0))} ${top}V${bottom}" stroke="#999" stroke-width="0.7"/>`,
    text(right, size - 10, `engagement with ${name(first.a)} →`, 'text-anchor="end" fill="#444"'),
    `<text transform="translate(14 ${top}) rotate(-90)" text-anchor="end" fill="#444">${escaped(`engagement with ${name(first.b)} →`)}</text>`,
    ...places.map((place) => {
      const [low, high] = spanOf(place.x);
      const [down, up] = spanOf(place.y);
      return `<ellipse cx="${n((x(low) + x(high)) / 2)}" cy="${n((y(down) + y(up)) / 2)}" rx="${n((x(high) - x(low)) / 2)}" ry="${n((y(down) - y(up)) / 2)}" fill="#111" fill-opacity="0.05"/>`;
    }),
    `<path d="M${places.map((one) => `${n(x(one.x.value))} ${n(y(one.y.value))}`).join("L")}" fill="none" stroke="#111"/>`,
    ...places.map(
      (one) =>
        `<circle cx="${n(x(one.x.value))}" cy="${n(y(one.y.value))}" r="${one === last ? 3.5 : 1.8}"/>`,
    ),
    ...[places[0], last].flatMap((one) =>
      one === undefined ? [] : [text(x(one.x.value) + 5, y(one.y.value) - 5, one.period)],
    ),
  ].join("");
}

function spanOf({value, interval}: Measured): [number, number] {
  return interval === null ? [value, value] : [interval.low, interval.high];
}

/** Nought is always on the axis: it is what was expected. */
function scaleOf(figures: readonly Measured[], [from, to]: readonly [number, number]) {
  const ends = figures.flatMap(spanOf);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return (value: number) => from + ((value - low) / (high - low || 1)) * (to - from);
}
