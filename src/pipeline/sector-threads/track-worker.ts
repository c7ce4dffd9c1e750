import {parentPort} from "node:worker_threads";
import {type GroupTask, trackGroup} from "../../measures/index.ts";

// One group at a time: the next is sent when this one's answer is there.
parentPort?.on("message", (task: GroupTask) => parentPort?.postMessage(trackGroup(task)));
