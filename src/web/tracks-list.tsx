import type {PledgesBody} from "../api/index.ts";
import {counted} from "./shape/number-words.ts";
import {changeView, useView} from "./use-view.ts";

/** The long-running subjects: how many pledges each has, and what nobody could name a source for. */
export function TracksList({body: {tracks, pledges}}: {readonly body: PledgesBody}) {
  const {track: chosen} = useView();
  if (tracks.length === 0) return <p className="missing">This watch has no track.</p>;
  return (
    <ul className="plain tracks">
      {tracks.map(({id, title, note, pledges: own, moves, gaps}) => {
        const open = pledges.filter(
          (one) => own.includes(one.id) && one.standing === "open",
        ).length;
        return (
          <li key={id}>
            <button
              type="button"
              className="quiet"
              aria-pressed={chosen === id}
              onClick={() => changeView({track: chosen === id ? null : id})}
            >
              {title}
            </button>
            <span className="because">
              {note} {own.length > 0 && `${counted(own.length, "pledge")}, ${open} open.`}
              {moves.length > 0 && `${counted(moves.length, "vote")}; they stand among the moves.`}
            </span>
            {gaps.length > 0 && (
              <ul className="plain gaps">
                {gaps.map(({what, why, wouldFill}) => (
                  <li key={`${what} ${why}`} className="missing">
                    {what}: {why}. {wouldFill} would tell.
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}
