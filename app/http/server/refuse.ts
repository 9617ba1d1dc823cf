import type { IncomingMessage, ServerResponse } from "node:http";
import { refused } from "~/domain/outcome";
import { languageInPath } from "~/i18n/language";
import type { Context } from "../context";
import { preferredLanguage } from "../language";
import { problem } from "../outcomes";
import { forgetBody } from "./body";
import { type PlainStatus, plainPage, plainPageStyle } from "./plain-page";
import { commonHeaders, contentSecurityPolicy } from "./security-headers";

export const isPlainStatus = (status: number): status is PlainStatus => status in reasons;

const reasons: Record<PlainStatus, string> = {
  400: "malformed_address",
  403: "not_allowed",
  404: "not_found",
  405: "not_accepted_here",
  410: "gone",
  413: "too_large",
  414: "address_too_long",
  415: "body_unreadable",
  422: "unexpected",
  431: "too_large",
  500: "unexpected",
  503: "unavailable",
};

const retrySeconds = "5";

/** An answer that is not the application's own: a page, or for a program a problem document, in the reader's language. */
export async function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: PlainStatus,
  requestId: string,
  { reason = reasons[status], ...facts }: { reason?: string; limit?: number } = {},
  refusal?: Context["refusal"],
) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const path = request.url ?? "/";
  const common = {
    ...commonHeaders(),
    "Cache-Control": "no-store",
    ...(status === 503 ? { "Retry-After": retrySeconds } : {}),
    // A body that was refused unread would otherwise be taken for the next request.
    ...(status === 413 ? { Connection: "close" } : {}),
  };
  if (isForPrograms(path)) {
    const asked = new Request("http://problem/", {
      headers: { "Accept-Language": request.headers["accept-language"] ?? "" },
    });
    const answer = problem(asked, refused(reason, facts), [], {}, status);
    const text = await answer.text();
    response.writeHead(status, {
      ...common,
      ...Object.fromEntries(answer.headers),
      "Content-Length": Buffer.byteLength(text),
    });
    await send(request, response, text);
    return;
  }
  const language =
    languageInPath(path) ??
    preferredLanguage({ cookie: request.headers.cookie, acceptLanguage: request.headers["accept-language"] });
  const page = plainPage(status, language, requestId, refusal);
  response.writeHead(status, {
    ...common,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Language": language,
    "Content-Security-Policy": contentSecurityPolicy({ styles: [plainPageStyle] }),
    "Content-Length": Buffer.byteLength(page),
  });
  await send(request, response, page);
}

async function send(request: IncomingMessage, response: ServerResponse, text: string) {
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  response.write(text);
  if (response.statusCode === 413) await forgetBody(request);
  response.end();
}

export const isForPrograms = (path: string) =>
  /^\/(api|taxii2|log|\.well-known)\//.test(path) || /\.(json|csv)(\?|$)/.test(path);
