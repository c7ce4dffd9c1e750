import {type RefObject, useEffect, useRef, useState} from "react";

/** Whether an element has come near the window: what takes a while is not asked before anyone can see its answer. */
export function useNear<Place extends HTMLElement>(): readonly [RefObject<Place | null>, boolean] {
  const element = useRef<Place>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      {rootMargin: "600px"},
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, near];
}
