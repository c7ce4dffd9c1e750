import {isCancelledError, useQueries, useQueryClient} from "@tanstack/react-query";
import {useRef} from "react";
import type {ScenarioBody, ScenarioRequest} from "../../api/index.ts";
import {streamScenario} from "../ask-api.ts";

/** How far a scenario is. */
export interface ScenarioRun {
  /** The newest answer; that of the request before while a new one is at work. */
  readonly body: ScenarioBody | null;
  readonly done: number;
  readonly of: number;
  readonly state: "waiting" | "working" | "stopped" | "solved";
  readonly error: string | null;
  readonly stop: () => void;
  readonly goOn: () => void;
}

interface Heard {
  readonly body: ScenarioBody | null;
  readonly done: number;
  readonly of: number;
  readonly solved: boolean;
}

/**
 * Works scenarios out beside one another, line by line as the server tells: the centre first, then how far the draws
 * are. A request that is no longer there is stopped on the server too.
 *
 * @param requests null where something is missing yet.
 */
export function useScenarioRuns(
  requests: readonly (ScenarioRequest | null)[],
): readonly ScenarioRun[] {
  const client = useQueryClient();
  const last = useRef<(ScenarioBody | null)[]>([]);
  const keys = requests.map((request) => ["scenario", request] as const);
  const found = useQueries({
    queries: requests.map((request, at) => ({
      queryKey: keys[at] ?? ["scenario", null],
      enabled: request !== null,
      queryFn: async ({signal}: {readonly signal: AbortSignal}): Promise<Heard> => {
        if (request === null) throw new Error("there is nothing to work out");
        let heard: Heard = {body: null, done: 0, of: request.draws ?? 0, solved: false};
        for await (const line of streamScenario(request, signal)) {
          heard =
            line.kind === "drawn"
              ? {...heard, done: line.done, of: line.of}
              : {...heard, body: line.body, solved: line.kind === "solved"};
          client.setQueryData(["scenario", request], heard);
        }
        if (!heard.solved) throw new Error("the server ended before the scenario was solved");
        return heard;
      },
    })),
  });
  last.current.length = requests.length;
  return found.map(({data, error, fetchStatus}, at) => {
    const request = requests[at] ?? null;
    if (data?.body != null) last.current[at] = data.body;
    if (request === null) last.current[at] = null;
    const working = fetchStatus === "fetching";
    const key = ["scenario", request];
    return {
      body: last.current[at] ?? null,
      done: data?.done ?? 0,
      of: data?.of ?? request?.draws ?? 0,
      state:
        request === null
          ? "waiting"
          : working
            ? "working"
            : data?.solved === true
              ? "solved"
              : "stopped",
      // Being stopped is no failure.
      error:
        working || request === null || isCancelledError(error) ? null : (error?.message ?? null),
      stop: () => void client.cancelQueries({queryKey: key}, {revert: false}),
      goOn: () => void client.refetchQueries({queryKey: key}),
    };
  });
}
