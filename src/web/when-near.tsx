import type {ReactNode} from "react";
import {useNear} from "./use-near.ts";

/** A part that asks the server for itself, and not before the reader comes near it. */
export function WhenNear({children}: {readonly children: ReactNode}) {
  const [place, near] = useNear<HTMLDivElement>();
  return <div ref={place}>{near ? children : <p role="status">Not read yet.</p>}</div>;
}
