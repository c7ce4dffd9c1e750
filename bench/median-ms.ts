/** Processor time of a piece of work, the median of several runs: what else runs on the machine hardly moves it. */
export function medianMs(work: () => unknown, times = 9): number {
  const taken = Array.from({length: times}, () => {
    const start = process.cpuUsage();
    work();
    const {user, system} = process.cpuUsage(start);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  return taken[Math.floor(times / 2)] ?? Number.NaN;
}
