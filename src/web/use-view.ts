import {useMemo, useSyncExternalStore} from "react";
import {type Choice, readView, type View, writeView} from "./view.ts";

export type ChangeView = (change: Partial<View>, how?: "push" | "replace") => void;

const changed = "demarche:view";

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(changed, listener);
  };
}

/** Changes the view. A change is a step of the browser's history; "replace" is for sliding things. */
export const changeView: ChangeView = (part, how = "push") => {
  const next = writeView({...readView(window.location.search), ...part});
  if (next === window.location.search) return;
  const address = `${window.location.pathname}${next}${window.location.hash}`;
  if (how === "push") window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
  window.dispatchEvent(new Event(changed));
};

/** The view in the address bar. */
export function useView(): View {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  return useMemo(() => readView(search), [search]);
}

/** What narrows the page; the same object for as long as it stays the same choice. */
export function useChoice(): Choice {
  const written = useSyncExternalStore(subscribe, () =>
    writeView({
      ...readView(window.location.search),
      evidence: null,
      scenario: null,
      find: null,
      health: null,
      by: "country",
      standing: null,
      stage: null,
      kind: null,
      track: null,
      overdue: false,
    }),
  );
  return useMemo(() => {
    const {asOf, country, partner, sector, pair, dyad, towards, order, flows} = readView(written);
    return {asOf, country, partner, sector, pair, dyad, towards, order, flows};
  }, [written]);
}

/** Whether the evidence of this cell is open: of hundreds of marks only those that change are drawn anew. */
export function useOpened(address: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => readView(window.location.search).evidence === address,
  );
}
