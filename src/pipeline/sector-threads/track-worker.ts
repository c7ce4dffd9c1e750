import {parentPort} from "node:worker_threads";
import {type GroupTask, trackGroup} from "../../measures/index.ts";

// One group at a time: the next is sent when this one's answer is there. Its figures are handed over and not copied.
parentPort?.on("message", (task: GroupTask) => {
  const tracked = trackGroup(task);
  const {low, median, high, share, settled} = tracked;
  parentPort?.postMessage(
    tracked,
    [low, median, high, share, ...(settled === null ? [] : [settled])].map(
      ({buffer}) => buffer as ArrayBuffer,
    ),
  );
});
