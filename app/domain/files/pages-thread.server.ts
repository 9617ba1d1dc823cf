import { parentPort, workerData } from "node:worker_threads";
import type { PageWork } from "./page-work.server";
import { barePages, markPages, pictureAsPages } from "./pages.server";

const { given }: { given: PageWork } = workerData;

function carryOut() {
  if (given.work === "mark") return markPages(given.bytes, given.lines);
  return given.mediaType === "application/pdf"
    ? barePages(given.bytes)
    : pictureAsPages(given.bytes, given.mediaType);
}

parentPort?.postMessage(await carryOut().catch(() => null));
