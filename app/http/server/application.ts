import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequestHandler } from "@remix-run/node";
import { pool } from "~db/client.server";
import { type Hearing, hear } from "~db/hearing.server";
import type { Serving } from "../../server";
import { Live } from "../live/live";
import { answerEvenly } from "./even-answer";
import { findKept, sendKept } from "./kept-page";
import { log } from "./log";
import { createMetrics } from "./metrics";
import { answerOperations, operationName } from "./operations";
import { PageCache } from "./page-cache";
import { refuse } from "./refuse";
import { answerRemix } from "./remix";
import { createRouteNames } from "./route-names";
import { mayWrite } from "./same-origin";
import { StaticFiles } from "./static-files";

/** Spanish pages of a long search in percent-encoding come near 32,000 signs; nobody types more. */
const longestAddress = 48_000;

const knownMethods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

export function createApplication({ build, assetsDirectory, middleware }: Serving, hold = answerEvenly) {
  const development = typeof build === "function";
  const cache = new PageCache();
  const live = new Live();
  const metrics = createMetrics(cache, live);
  const files = new StaticFiles(assetsDirectory ?? (development ? undefined : build.assetsBuildDirectory));
  const handle = createRequestHandler(build, development ? "development" : "production");
  const routeName = createRouteNames(build);
  const process = randomBytes(5).toString("hex");
  let count = 0;
  let stopping = false;
  let hearing: Hearing | undefined;

  const server = {
    development,
    cache,
    live,
    handle,
    /** Undefined until the database is open. */
    changes: () => {
      // Set by whoever opens the database, which may be long after requests begin to arrive.
      if (pool && !hearing && !stopping)
        hearing = hear(pool, { ribera_public: cache.ear, ribera_live: live.ear });
      return hearing;
    },
    answerEvenly: hold,
    nextId: () => `${process}-${(++count).toString(36)}`,
  };

  async function answerRest(request: IncomingMessage, response: ServerResponse, path: string) {
    const id = server.nextId();
    const started = performance.now();
    response.setHeader("X-Request-Id", id);
    if (stopping) response.setHeader("Connection", "close");
    response.once("close", () => {
      const ms = performance.now() - started;
      const method = request.method ?? "GET";
      const route = operationName(path) ?? (isWellFormed(path) ? routeName(path) : "none");
      metrics.observe(method, route, response.statusCode, ms / 1000);
      const aborted = response.writableFinished ? undefined : true;
      log().info(
        { requestId: id, method, route, status: response.statusCode, ms: Math.round(ms), aborted },
        "request",
      );
    });

    if ((request.url ?? "").length > longestAddress) return refuse(request, response, 414, id);
    if (!isWellFormed(path)) return refuse(request, response, 400, id);
    // Remix takes an unknown method for a fault of ours.
    if (!knownMethods.has(request.method ?? "")) return refuse(request, response, 405, id);
    if (await answerOperations(request, response, path, metrics)) return;
    if (!mayWrite(request)) return refuse(request, response, 403, id, { reason: "foreign_origin" });
    const canonical = withoutTrailingSlash(request, path);
    if (canonical) {
      response.writeHead(308, { Location: canonical, "Content-Length": 0 }).end();
      return;
    }
    await answerRemix(server, request, response, id);
  }

  function answer(request: IncomingMessage, response: ServerResponse) {
    const kept = findKept(cache, request);
    if (kept) return sendKept(kept, request, response, server.nextId());

    const path = pathOf(request.url ?? "/");
    const reading = request.method === "GET" || request.method === "HEAD";
    const rest = () => {
      const done =
        reading && files.has(path)
          ? files.answer(path, request, response)
          : answerRest(request, response, path);
      done.catch((error: unknown) => {
        log().error({ name: error instanceof Error ? error.name : typeof error }, "unanswered");
        response.destroy();
      });
    };
    middleware ? middleware(request, response, rest) : rest();
  }

  return {
    answer,
    stop() {
      stopping = true;
      live.close();
    },
    /** Hears of changes from now on; otherwise from the first request that finds the database open. */
    follow: server.changes,
    close: async () => hearing?.close(),
  };
}

const pathOf = (url: string) => {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
};

function isWellFormed(path: string) {
  if (!path.startsWith("/") || path.startsWith("//") || path.includes("\\")) return false;
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

/** One page, one address. Machines' addresses (`/taxii2/`) keep their slash. */
function withoutTrailingSlash({ method, url = "/" }: IncomingMessage, path: string) {
  if ((method !== "GET" && method !== "HEAD") || !/^\/(es|en)\/(.*\/)?$/.test(path)) return undefined;
  return path.replace(/\/+$/, "") + url.slice(path.length);
}
