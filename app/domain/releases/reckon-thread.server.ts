import { parentPort, workerData } from "node:worker_threads";
import { type Closing, reckonClose } from "./reckon-close.server";

const { given }: { given: Closing } = workerData;
parentPort?.postMessage(await reckonClose(given));
