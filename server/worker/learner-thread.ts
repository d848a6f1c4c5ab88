import { parentPort, workerData } from "node:worker_threads";
import { toBytes } from "@/lib/comments/screening/learned/bytes";
import { train } from "@/lib/comments/screening/learned/training";

/** The thread of `server/worker/learner.ts`: given decisions, it answers a model and ends. */
parentPort?.postMessage(toBytes(train(workerData)));
