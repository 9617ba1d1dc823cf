import type { IncomingMessage } from "node:http";
import { env } from "~/env.server";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request may change something. A browser always says where a write comes from: it must be our own pages.
 * A program that says nothing may write only without a cookie, for then there is nobody's authority to misuse.
 */
export function mayWrite({ method = "GET", headers }: Pick<IncomingMessage, "method" | "headers">): boolean {
  if (reading.has(method)) return true;
  if (headers.cookie === undefined && /^Bearer /i.test(headers.authorization ?? "")) return true;
  const { origin, host } = headers;
  if (origin !== undefined) return origin === env().origin || isOwnLoopback(origin, host);
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return headers.cookie === undefined;
}

/** On one's own machine the same server answers as localhost and as 127.0.0.1. */
const isOwnLoopback = (origin: string, host = "") =>
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host) && origin === `http://${host}`;
