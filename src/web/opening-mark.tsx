import type {ReactNode} from "react";
import {changeView, useOpened} from "./use-view.ts";

/** Words that open and close what stands at an address of the margin; `what` names it to those who cannot see. */
export function OpeningMark({
  address,
  what,
  children,
}: {
  readonly address: string;
  readonly what: string;
  readonly children: ReactNode;
}) {
  const open = useOpened(address);
  return (
    <button
      type="button"
      className="mark"
      data-mark={address}
      aria-expanded={open}
      aria-controls={open ? "evidence" : undefined}
      onClick={() => changeView({evidence: open ? null : address})}
    >
      <span className="unseen">{`${what}: `}</span>
      {children}
    </button>
  );
}
