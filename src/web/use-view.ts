import {useCallback, useMemo, useSyncExternalStore} from "react";
import {readView, type View, writeView} from "./view.ts";

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

/** The view in the address bar. A change is a step of the browser's history; "replace" is for sliding things. */
export function useView(): readonly [View, ChangeView] {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  const view = useMemo(() => readView(search), [search]);
  const change = useCallback<ChangeView>((part, how = "push") => {
    const next = writeView({...readView(window.location.search), ...part});
    if (next === window.location.search) return;
    const address = `${window.location.pathname}${next}${window.location.hash}`;
    if (how === "push") window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
    window.dispatchEvent(new Event(changed));
  }, []);
  return [view, change];
}
