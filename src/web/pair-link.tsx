import type {MouseEvent, ReactNode} from "react";
import type {PartyId, StateCode} from "../api/index.ts";
import {changeView} from "./use-view.ts";
import {readView, writeView} from "./view.ts";

const part = "#dyad";

/** A way to all that is measured of two sides. */
export function PairLink({
  state,
  power,
  className,
  children,
}: {
  readonly state: StateCode;
  readonly power: PartyId;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const dyad = [state, power] as const;
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // A jump to another part is a step of the history; the pair is written into that same step.
    const there = window.location.hash === part;
    window.location.hash = part;
    changeView({dyad}, there ? "push" : "replace");
  };
  const address = `${writeView({...readView(window.location.search), dyad, evidence: null})}${part}`;
  return (
    <a className={className} href={address} onClick={go}>
      {children}
    </a>
  );
}
