import type {Reach} from "../../api/index.ts";
import {usePage} from "../page-context.ts";
import {reachWords} from "../shape/place-words.ts";

/** How this evidence comes to speak of each party. */
export function ReachList({reaches}: {readonly reaches: readonly Reach[]}) {
  const {nameOf} = usePage();
  if (reaches.length === 0) return <p className="fine">It names no party.</p>;
  return (
    <dl className="facts reaches">
      {reaches.map((reach) => (
        <div key={`${reach.party} ${reach.how} ${reach.by}`}>
          <dt>{nameOf(reach.party)}</dt>
          <dd>
            {reachWords[reach.how]}
            {reach.by !== "" && `: ${reach.by}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
