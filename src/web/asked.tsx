import {keepPreviousData, useQuery} from "@tanstack/react-query";
import type {ReactNode} from "react";

/** What the server answers of a day; until then that it is being read, or why it failed. */
export function Asked<Body>({
  name,
  ask,
  asOf,
  children,
}: {
  readonly name: string;
  readonly ask: (asOf: string) => Promise<Body>;
  readonly asOf: string;
  readonly children: (body: Body) => ReactNode;
}) {
  const {data, error} = useQuery({
    queryKey: [name, asOf],
    queryFn: () => ask(asOf),
    placeholderData: keepPreviousData,
  });
  if (error)
    return (
      <p className="failure" role="alert">
        {error.message}
      </p>
    );
  if (data === undefined) return <p role="status">Reading the {name} …</p>;
  return children(data);
}
