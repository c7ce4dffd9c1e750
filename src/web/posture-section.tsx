import type {Gap, Measured, Posture} from "../api/index.ts";
import {askHedging, askRanks, askSectorPostures} from "./ask-api.ts";
import {Asked} from "./asked.tsx";
import {PosturePlane} from "./charts/posture-plane.tsx";
import {DataTable} from "./data-table.tsx";
import {EvidenceMark} from "./evidence-mark.tsx";
import {HedgingPlate} from "./hedging-plate.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {PartyName} from "./party-name.tsx";
import {PowerRanks} from "./power-ranks.tsx";
import {SectorPlaces} from "./sector-places.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {intervalWords, short} from "./shape/number-words.ts";
import {
  chosenPair,
  planeExtents,
  posturePairs,
  postureTrails,
  type Trail,
} from "./shape/posture-trails.ts";
import {changeView} from "./use-view.ts";
import {WhenNear} from "./when-near.tsx";

/** Where each state stands between two powers, and how it moved there. */
export function PostureSection() {
  const {answer, view, nameOf} = usePage();
  const pairs = posturePairs(answer);
  const pair = chosenPair(pairs, view.pair);
  const aside = (
    <p>
      Engagement is how often the two co-operated beside what all their dealings would lead one to
      expect: 0 is as expected, 1 is 2.7 times that, −1 as many times less. Tilt and dual engagement
      are told apart: little of both is not much of both. The pale field about a place is as wide as
      its intervals; the newest is darkest.
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
            changeView({pair: [first, second]});
          }}
        >
          {pairs.map(([one, other]) => (
            <option key={`${one}-${other}`} value={`${one}-${other}`}>
              {nameOf(one)} and {nameOf(other)}
            </option>
          ))}
        </select>
      </p>
      <div className="planes">
        {trails.map((trail) => (
          <Standing key={trail.state} trail={trail} pair={pair} {...planeExtents(trails)} />
        ))}
      </div>
      <DataTable
        caption="Engagement by year"
        columns={["state", "period", nameOf(a), nameOf(b), "tilt", "reading"]}
        rows={() =>
          trails.flatMap((trail) =>
            trail.postures.toReversed().map((one) => postureRow(one, nameOf)),
          )
        }
      />
      <section className="plate" aria-labelledby="hedging-title">
        <h3 id="hedging-title">Is it hedging? A judgement from listed indicators</h3>
        <p className="note">
          Ties of security to one power beside ties to the other are what the literature calls
          hedging. No formula on volumes tells it, and whether it is meant so, no figure says.
        </p>
        <WhenNear>
          <Asked name="hedging" ask={askHedging} asOf={answer.asOf}>
            {(body) => <HedgingPlate body={body} pair={pair} />}
          </Asked>
        </WhenNear>
      </section>
      <section className="plate" aria-labelledby="by-sector-title">
        <h3 id="by-sector-title">Places by sector</h3>
        <WhenNear>
          <Asked name="places by sector" ask={askSectorPostures} asOf={answer.asOf}>
            {(body) => <SectorPlaces body={body} pair={pair} />}
          </Asked>
        </WhenNear>
      </section>
      <section className="plate" aria-labelledby="ranks-title">
        <h3 id="ranks-title">The powers by nearness, under every weighting</h3>
        <WhenNear>
          <Asked name="ranks" ask={askRanks} asOf={answer.asOf}>
            {(body) => <PowerRanks body={body} />}
          </Asked>
        </WhenNear>
      </section>
    </PageSection>
  );
}

interface StandingProps {
  readonly trail: Trail;
  readonly pair: readonly [string, string];
  readonly across: readonly [number, number];
  readonly up: readonly [number, number];
}

function Standing({trail, pair: [a, b], across, up}: StandingProps) {
  const {nameOf} = usePage();
  const state = nameOf(trail.state);
  const newest = trail.points.at(-1)?.posture;
  const since = trail.postures.at(-1);
  return (
    <div>
      <h3>{newest ? `${state}, ${newest.period}: ${newest.reading}` : state}</h3>
      {newest && (
        <>
          <PosturePlane
            trail={trail}
            a={nameOf(a)}
            b={nameOf(b)}
            state={state}
            across={across}
            up={up}
          />
          {(["a", "b", "tilt"] as const).map((what) => (
            <StandingFigure key={what} posture={newest} what={what} />
          ))}
          <p className="note">{newest.note}</p>
        </>
      )}
      {since !== newest && since !== undefined && (
        <p className="missing">
          {since.period}: {since.note}
        </p>
      )}
      {since === undefined && <p className="missing">No place is known.</p>}
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
  const figure =
    what === "tilt" ? posture.tilt : what === "a" ? posture.engagementA : posture.engagementB;
  return (
    <p className="standing-figure">
      {what === "tilt" ? (
        "tilt"
      ) : (
        <>
          with <PartyName party={posture[what]} beside={posture.state} />
        </>
      )}{" "}
      <strong>{tell(figure)}</strong>
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
