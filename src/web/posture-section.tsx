import type {Gap, Measured, Posture} from "../api/index.ts";
import {PosturePlane} from "./charts/posture-plane.tsx";
import {DataTable} from "./data-table.tsx";
import {EvidenceMark} from "./evidence-mark.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {intervalWords, short} from "./shape/number-words.ts";
import {chosenPair, posturePairs, postureTrails, type Trail} from "./shape/posture-trails.ts";

/** Where each state stands between two powers, and how it moved there. */
export function PostureSection() {
  const {answer, view, change, nameOf} = usePage();
  const pairs = posturePairs(answer);
  const pair = chosenPair(pairs, view.pair);
  const aside = (
    <p>
      Tilt and dual engagement are told apart: little of both is not much of both. The pale field
      about a place is as wide as its intervals.
    </p>
  );
  if (pair === null) {
    return (
      <PageSection id="posture" title="Posture" aside={aside}>
        <p className="missing">
          No place between two powers was known on {answer.asOf}: the data that would carry it are
          not in the ledger.
        </p>
      </PageSection>
    );
  }
  const [a, b] = pair;
  const trails = postureTrails(answer, pair, view.country);
  return (
    <PageSection id="posture" title="Posture" aside={aside}>
      <p className="control">
        <label htmlFor="pair">Between</label>{" "}
        <select
          id="pair"
          value={`${a}-${b}`}
          onChange={(event) => {
            const [first = a, second = b] = event.currentTarget.value.split("-");
            change({pair: [first, second]});
          }}
        >
          {pairs.map(([one, other]) => (
            <option key={`${one}-${other}`} value={`${one}-${other}`}>
              {nameOf(one)} and {nameOf(other)}
            </option>
          ))}
        </select>
      </p>
      <div className="plane-and-words">
        <figure className="plate">
          {trails.some((trail) => trail.points.length > 0) ? (
            <PosturePlane trails={trails} a={nameOf(a)} b={nameOf(b)} nameOf={nameOf} />
          ) : (
            <p className="missing">No year has a figure towards both.</p>
          )}
          <DataTable
            caption="Engagement by year"
            columns={["state", "period", nameOf(a), nameOf(b), "tilt", "reading"]}
            rows={() =>
              trails.flatMap((trail) =>
                trail.postures.toReversed().map((one) => postureRow(one, nameOf)),
              )
            }
          />
        </figure>
        <div className="standings">
          {trails.map((trail) => (
            <Standing key={trail.state} trail={trail} />
          ))}
        </div>
      </div>
    </PageSection>
  );
}

function Standing({trail}: {readonly trail: Trail}) {
  const {nameOf} = usePage();
  const newest = trail.points.at(-1)?.posture ?? trail.postures.at(-1);
  if (newest === undefined) {
    return (
      <div>
        <h3>{nameOf(trail.state)}</h3>
        <p className="missing">no place is known</p>
      </div>
    );
  }
  return (
    <div>
      <h3>
        {nameOf(trail.state)}, {newest.period}: {newest.reading}
      </h3>
      <p>{newest.note}</p>
      {(["a", "b", "tilt"] as const).map((what) => (
        <StandingFigure key={what} posture={newest} what={what} />
      ))}
    </div>
  );
}

function StandingFigure({
  posture,
  what,
}: {
  readonly posture: Posture;
  readonly what: "a" | "b" | "tilt";
}) {
  const {nameOf} = usePage();
  const figure =
    what === "tilt" ? posture.tilt : what === "a" ? posture.engagementA : posture.engagementB;
  const label = what === "tilt" ? "tilt" : `with ${nameOf(posture[what])}`;
  return (
    <p className="standing-figure">
      <span>{label}</span> <strong>{tell(figure)}</strong>
      <EvidenceMark
        address={addressOf.posture(posture, what)}
        evidence={figure.kind === "measured" ? figure.evidence : []}
      />
    </p>
  );
}

function tell(figure: Measured | Gap): string {
  if (figure.kind === "gap") return figure.why;
  const interval = intervalWords(figure);
  return `${short(figure.value)}${interval === null ? "" : ` (${interval})`}`;
}

function postureRow(posture: Posture, nameOf: (party: string) => string): readonly string[] {
  return [
    nameOf(posture.state),
    posture.period,
    tell(posture.engagementA),
    tell(posture.engagementB),
    tell(posture.tilt),
    posture.reading,
  ];
}
