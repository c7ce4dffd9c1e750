import type {Series} from "../api/index.ts";
import {EvidenceMark} from "./evidence-mark.tsx";
import {usePage} from "./page-context.ts";
import {PartyName} from "./party-name.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {amount, intervalWords} from "./shape/number-words.ts";
import type {Panel} from "./shape/series-families.ts";

export interface NewestFiguresProps {
  readonly panel: Panel;
  readonly caption: string;
}

/** The newest figure of each drawn line, aligned on the decimal; each opens its evidence. */
export function NewestFigures({panel, caption}: NewestFiguresProps) {
  const drawn = new Set(panel.lines.map((line) => line.id));
  return (
    <table className="figures newest">
      <caption className="unseen">{caption}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">partner</th>
          <th scope="col">newest figure</th>
          <th scope="col">interval</th>
          <th scope="col">period</th>
        </tr>
      </thead>
      <tbody>
        {panel.series
          .filter(({id}) => drawn.has(id))
          .map((series) => (
            <Newest key={series.id} series={series} />
          ))}
      </tbody>
    </table>
  );
}

function Newest({series}: {readonly series: Series}) {
  const {nameOf} = usePage();
  const {partner, points} = series;
  const point = points.findLast(({figure}) => figure.kind === "measured") ?? points.at(-1);
  const who =
    partner === null ? nameOf(series.state) : <PartyName party={partner} beside={series.state} />;
  if (point === undefined) return null;
  const {figure, period} = point;
  const address = addressOf.figure(series.id, period);
  if (figure.kind === "gap") {
    return (
      <tr>
        <th scope="row">{who}</th>
        <td colSpan={3} className="missing">
          <EvidenceMark address={address} evidence={[]} label={figure.why} />
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{who}</th>
      <td className="number">
        <EvidenceMark
          address={address}
          evidence={figure.evidence}
          label={amount(figure.value, figure.unit)}
        />
      </td>
      <td>{intervalWords(figure) ?? ""}</td>
      <td>{period}</td>
    </tr>
  );
}
