import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "~/env.server";
import { pool } from "~db/client.server";
import type { Metrics } from "./metrics";
import { mayReadMetrics } from "./metrics-access";
import { commonHeaders } from "./security-headers";

const places = new Set(["/healthz", "/readyz", "/metrics"]);

/** What logs and figures call these addresses: no route of the application answers them. */
export const operationName = (path: string) => (places.has(path) ? path.slice(1) : undefined);

/** `/healthz`: this process answers. `/readyz`: so does the database. `/metrics`: to this machine or a token, else there is none. */
export async function answerOperations(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  metrics: Metrics,
): Promise<boolean> {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const send = (status: number, text: string, type = "text/plain; charset=utf-8") => {
    const headers = { ...commonHeaders(), "Content-Type": type, "Cache-Control": "no-store" };
    response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : text);
    return true;
  };
  if (path === "/healthz") return send(200, "ok\n");
  if (path === "/readyz") return (await databaseAnswers()) ? send(200, "ok\n") : send(503, "database away\n");
  if (path === "/metrics" && mayReadMetrics(request, env().metricsToken)) {
    return send(200, await metrics.text(), metrics.type);
  }
  return false;
}

async function databaseAnswers() {
  if (!pool) return false;
  try {
    await pool.client`select 1`;
    return true;
  } catch {
    return false;
  }
}
