/** Asks that a host be left alone until a time are waited out up to this long, in milliseconds. */
export const longestPatienceMs = 60_000;

export interface TurnsClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Rejects where the work is to stop. */
  readonly sleep: (ms: number) => Promise<void>;
}

export interface HostTurns {
  /**
   * Waits until a host may be asked; what is given back ends the turn.
   * @returns null where the host is to be left alone for longer than we wait.
   */
  take(host: string): Promise<(() => void) | null>;
  /** Requests to a host begin at least so long after one another. */
  pace(host: string, ms: number): void;
  /** Leaves a host alone. */
  rest(host: string, ms: number): void;
  /** Until when a host is left alone; 0 where nothing is known. */
  restsUntil(host: string): number;
}

/**
 * One request at a time to a host, and a pause between their beginnings; hosts go beside one another, up to so many at
 * once.
 */
export function hostTurns({
  now,
  sleep,
  paceMs,
  mostAtOnce,
}: TurnsClock & {readonly paceMs: number; readonly mostAtOnce: number}): HostTurns {
  const paces = new Map<string, number>();
  const begun = new Map<string, number>();
  const rests = new Map<string, number>();
  const lastTurns = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let free = mostAtOnce;

  const restsUntil = (host: string) => rests.get(host) ?? 0;

  async function place(): Promise<() => void> {
    if (free === 0) await new Promise<void>((called) => waiting.push(called));
    else free -= 1;
    return () => {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    };
  }

  async function untilMayBegin(host: string): Promise<boolean> {
    for (;;) {
      const restLeft = restsUntil(host) - now();
      if (restLeft > longestPatienceMs) return false;
      const last = begun.get(host);
      const paceLeft = last === undefined ? 0 : last + (paces.get(host) ?? paceMs) - now();
      const left = Math.max(restLeft, paceLeft);
      if (left <= 0) return true;
      await sleep(left);
    }
  }

  return {
    take: async (host) => {
      const before = lastTurns.get(host);
      let end: () => void = () => undefined;
      lastTurns.set(host, new Promise((ended) => (end = ended)));
      await before;
      let leave: (() => void) | null = null;
      try {
        if (!(await untilMayBegin(host))) return null;
        leave = await place();
      } finally {
        if (leave === null) end();
      }
      begun.set(host, now());
      return () => {
        leave();
        end();
      };
    },
    pace: (host, ms) => {
      paces.set(host, Math.max(ms, paceMs));
    },
    rest: (host, ms) => {
      rests.set(host, Math.max(restsUntil(host), now() + ms));
    },
    restsUntil,
  };
}
