/**
 * Draws docs/reliability.svg: how sure the coder was on our held-out sentences, and how often it was right.
 * `node --import tsx scripts/draw-reliability.ts`
 */
import {writeFileSync} from "node:fs";
import {binsOf} from "../bench/calibration.ts";
import {heldOutAnswers} from "../bench/coder.ts";
import {readReference} from "../src/cli/house.ts";

const side = 320;
const margin = 48;
const x = (share: number) => margin + share * side;
const y = (share: number) => margin + (1 - share) * side;

const answers = heldOutAnswers(readReference());
const bins = binsOf(answers);
const dots = bins.map(({sure, right, count}) => {
  const radius = 3 + 14 * Math.sqrt(count / answers.length);
  const title = `${count} answers, ${percent(sure)} sure, ${percent(right)} right`;
  return `<circle cx="${x(sure).toFixed(1)}" cy="${y(right).toFixed(1)}" r="${radius.toFixed(1)}" fill="#1f6f8b" fill-opacity="0.75"><title>${title}</title></circle>`;
});
const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
  `<text x="${x(share)}" y="${margin + side + 18}" text-anchor="middle">${percent(share)}</text>`,
  `<text x="${margin - 8}" y="${y(share) + 4}" text-anchor="end">${percent(share)}</text>`,
]);
const size = side + 2 * margin;
writeFileSync(
  "docs/reliability.svg",
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" font-family="sans-serif" font-size="11" fill="#222">
<title>How sure the coder was, and how often it was right</title>
<rect width="${size}" height="${size}" fill="#fff"/>
<rect x="${margin}" y="${margin}" width="${side}" height="${side}" fill="none" stroke="#888"/>
<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#888" stroke-dasharray="4 4"/>
${[...dots, ...ticks].join("\n")}
<text x="${size / 2}" y="${size - 8}" text-anchor="middle">how sure of the type</text>
<text x="${size / 2}" y="24" text-anchor="middle" font-size="13">${answers.length} events coded in held-out sentences: share right by confidence</text>
</svg>
`,
);
console.log(`${answers.length} answers in ${bins.length} bins`);

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
