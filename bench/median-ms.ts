/** Processor time of a piece of work, the median of several runs: what else runs on the machine hardly moves it. */
export function medianMs(work: () => unknown, times = 9): number {
  const taken = Array.from({length: times}, () => {
    const start = process.cpuUsage();
    work();
    return cpuMs(start);
  }).sort((a, b) => a - b);
  return taken[Math.floor(times / 2)] ?? Number.NaN;
}

/** Processor time of this process since `process.cpuUsage()` gave `since`. */
export function cpuMs(since: NodeJS.CpuUsage): number {
  const {user, system} = process.cpuUsage(since);
  return (user + system) / 1000;
}
