import type {ReactNode} from "react";

export interface ScrollRegionProps {
  readonly label: string;
  /** "scrolls" both ways within a height, or "wide" sideways only. */
  readonly className: "scrolls" | "wide";
  readonly children: ReactNode;
}

/** A part that scrolls in itself, and so must be reachable by keyboard. A group, no landmark: there are many. */
export function ScrollRegion({label, className, children}: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form, and these are none.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard could not scroll.
    <div className={className} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
