import type {PledgeAlert, PledgeAlertsBody} from "../api/index.ts";
import {apiPath, askPledgeAlerts} from "./ask-api.ts";
import {Asked} from "./asked.tsx";
import {EvidenceMark} from "./evidence-mark.tsx";
import {LongList} from "./long-list.tsx";
import {usePage} from "./page-context.ts";
import {addressOf} from "./shape/cell-address.ts";
import {counted, dayWords} from "./shape/number-words.ts";
import {alertWords, chosenAlerts} from "./shape/pledge-board.ts";
import {useView} from "./use-view.ts";

/** Alerts that stand there before the reader asks for more. */
const first = 6;

/** What moved this month: pledges that opened, advanced, ended or fell overdue, the newest first; and the same as a feed. */
export function PledgeAlerts() {
  const {answer} = usePage();
  return (
    <Asked name="alerts" ask={askPledgeAlerts} asOf={answer.asOf}>
      {(body) => <Alerts body={body} />}
    </Asked>
  );
}

function Alerts({body: {since, until, alerts}}: {readonly body: PledgeAlertsBody}) {
  const {view} = usePage();
  const chosen = chosenAlerts(alerts, useView());
  return (
    <>
      {chosen.length === 0 ? (
        <p className="note">
          Nothing of these became known between {dayWords(since)} and {dayWords(until)}.
        </p>
      ) : (
        <>
          <p className="note">
            {counted(chosen.length, "alert")} since {dayWords(since)}.
          </p>
          <LongList
            items={chosen}
            first={first}
            word="alert"
            keyOf={(one) => one.id}
            className="plain sentences-list"
          >
            {(one) => <AlertLine one={one} />}
          </LongList>
        </>
      )}
      <p className="note">
        Nothing is sent anywhere.{" "}
        <a href={apiPath("/api/pledges/alerts.atom", {asOf: view.asOf})}>The feed of alerts</a>{" "}
        (Atom) tells them to a reader of feeds; <code>demarche pledges --alerts --since</code> to a
        job.
      </p>
    </>
  );
}

function AlertLine({one: {on, kind, text, pledge, steps}}: {readonly one: PledgeAlert}) {
  const evidence = (steps.length > 0 ? steps : pledge.steps).flatMap((step) => step.evidence);
  return (
    <>
      <span className={kind === "overdue" ? "lead overdue" : "lead"}>
        {alertWords[kind]}, known on {dayWords(on)}: {text}
      </span>
      <span className="sentence">{pledge.text}</span>
      {kind !== "gone" && (
        <span className="mark-line">
          <EvidenceMark
            address={addressOf.pledge(pledge.id)}
            evidence={evidence}
            label={`${counted(pledge.steps.length, "step")}, each with its source`}
          />
        </span>
      )}
    </>
  );
}
