import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "@remix-run/node";
import { env } from "~/env.server";
import { pool } from "~db/client.server";
import type { Hearing } from "~db/hearing.server";
import { bodyLimit, bytesAllowed } from "../body-limit";
import { isPublicPage } from "../caching";
import type { Context } from "../context";
import type { Live } from "../live/live";
import { readableType } from "../readable-body";
import { lookingUpOnce } from "../sessions.server";
import { addressOf } from "./address-of";
import { readBody } from "./body";
import { keyOf, makeKept, sendKept } from "./kept-page";
import type { KeptPage, PageCache } from "./page-cache";
import { isForPrograms, isPlainStatus, refuse } from "./refuse";
import { sendResponse } from "./send-response";

export type Server = {
  development: boolean;
  cache: PageCache;
  live: Live;
  handle: RequestHandler;
  /** Undefined until the database is open. */
  changes(): Hearing | undefined;
  /** Waits until "not found" may be answered to what was asked then. */
  answerEvenly(askedAt: number): Promise<void>;
};

const statusOf = { outage: 503, fault: 500, "not-taken": 405 } as const;

// One rendering at a time of each public page, however many wait for it.
const rendering = new Map<string, Promise<KeptPage | undefined>>();

export async function answerRemix(
  server: Server,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
) {
  const changes = server.changes();
  if (!pool) return refuse(request, response, 503, id);

  const key = server.development || !server.cache.isOpen ? undefined : keyOf(request);
  const turn = key && `${server.cache.generation} ${key}`;
  const rendered = turn && (await rendering.get(turn));
  if (rendered) return sendKept(rendered, request, response, id);

  const work = answerFresh(server, request, response, id, key, changes);
  if (turn) {
    rendering.set(
      turn,
      work.catch(() => undefined),
    );
    work.finally(() => rendering.delete(turn)).catch(() => undefined);
  }
  await work;
}

/** Returns the page when it could be kept. */
async function answerFresh(
  { cache, live, handle, development, answerEvenly }: Server,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
  key: string | undefined,
  changes: Hearing | undefined,
): Promise<KeptPage | undefined> {
  const path = request.url ?? "/";
  const [place = ""] = path.split("?", 1);
  const reading = request.method === "GET" || request.method === "HEAD";
  const body = reading ? undefined : await readBody(request, bytesAllowed(place));
  if (!reading && !body) {
    await refuse(request, response, 413, id, { limit: bodyLimit(place) });
    return undefined;
  }
  // Programs are told by the operation that they ask for.
  const isOfPrograms = isForPrograms(place);
  const type =
    body && !isOfPrograms
      ? await readableType(place, request.headers["content-type"] ?? null, body)
      : undefined;
  if (body && !isOfPrograms && type === undefined) {
    await refuse(request, response, 415, id);
    return undefined;
  }

  const generation = cache.generation;
  const context: Context = {
    nonce: randomBytes(16).toString("base64url"),
    requestId: id,
    address: addressOf(request),
    isPage: !place.endsWith(".data"),
    isWrite: !reading,
    live,
  };
  const askedAt = performance.now();
  const asking = () => handle(asWebRequest(request, response, body, type), context);
  const answer = await (reading ? lookingUpOnce(asking) : asking());
  if (!reading) await changes?.caughtUp();
  if (answer.status === 404) await answerEvenly(askedAt);

  const isPage = answer.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  const failure =
    context.failure && (context.failure === "outage" || !isPage) ? statusOf[context.failure] : undefined;
  // A route without a page that threw a bare status has left the words to us.
  const bare = !answer.body && isPlainStatus(answer.status) ? answer.status : undefined;
  if (failure ?? bare) {
    await answer.body?.cancel();
    await refuse(request, response, failure ?? bare ?? 500, id, {}, failure ? undefined : context.refusal);
    return undefined;
  }
  if (key && mayKeep(answer)) {
    const page = await makeKept(Buffer.from(await answer.arrayBuffer()), context.nonce, answer.headers);
    cache.keep(key, page, generation);
    sendKept(page, request, response, id);
    return page;
  }
  await sendResponse(answer, request, response, { nonce: context.nonce, development });
  return undefined;
}

const mayKeep = ({ status, headers }: Response) =>
  status === 200 &&
  !headers.has("Set-Cookie") &&
  isPublicPage(headers) &&
  !/accept-language|\*/i.test(headers.get("Vary") ?? "");

function asWebRequest(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer | undefined,
  type: string | undefined,
) {
  const left = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) left.abort();
  });
  const headers = new Headers();
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    headers.append(request.rawHeaders[i] ?? "", request.rawHeaders[i + 1] ?? "");
  }
  if (type !== undefined) headers.set("Content-Type", type);
  // Remix compares Origin with these too; a proxy may have rewritten them, and where a write may come from is settled by now.
  if (request.headers.origin === env().origin) {
    headers.set("Host", new URL(env().origin).host);
    headers.delete("X-Forwarded-Host");
  }
  // Our own origin rather than the Host header, which the asker writes.
  return new Request(env().origin + request.url, {
    // The page of a HEAD is rendered as for a GET, so that its headers are the same.
    method: request.method === "HEAD" ? "GET" : (request.method ?? "GET"),
    headers,
    signal: left.signal,
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
}
