import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { cookieName } from "~/domain/auth/lucia.server";
import { env } from "~/env.server";
import { acceptedEncoding, compress, isCompressible } from "./encodings";
import { commonHeaders, contentSecurityPolicy, nonceSource } from "./security-headers";

const worthCompressing = 1024;

/** An answer made for this asker alone. */
export async function sendResponse(
  answer: Response,
  request: IncomingMessage,
  response: ServerResponse,
  { nonce, development }: { nonce: string; development: boolean },
) {
  const headers = new Headers(answer.headers);
  const type = headers.get("Content-Type") ?? "";
  // A page whose own address is a secret tells it to nobody.
  const referrer = headers.get("Referrer-Policy");
  for (const [name, value] of Object.entries(commonHeaders())) headers.set(name, value);
  if (referrer === "no-referrer") headers.set("Referrer-Policy", referrer);
  const nonces = [nonceSource(nonce)];
  // A page with a stricter policy of its own (a mail, shown as its reader sees it) keeps it.
  if (type.startsWith("text/html") && !headers.has("Content-Security-Policy")) {
    headers.set(
      "Content-Security-Policy",
      contentSecurityPolicy({ scripts: nonces, styles: nonces, development }),
    );
  } else if (!headers.has("Content-Security-Policy")) {
    headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
  }
  if (isKnown(request) || !headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
  for (const name of ["Accept-Encoding", "Cookie", "Authorization"]) addVary(headers, name);

  const body = request.method === "HEAD" ? null : answer.body;
  if (!body || type.startsWith("text/event-stream") || !isCompressible(type)) {
    await answerStream(answer.status, headers, body, response);
    return;
  }
  const whole = Buffer.from(await answer.arrayBuffer());
  const isAsItIs = whole.length < worthCompressing || headers.has("Content-Encoding");
  const encoding = isAsItIs ? "identity" : acceptedEncoding(request.headers);
  const sent = await compress(whole, encoding);
  if (encoding !== "identity") headers.set("Content-Encoding", encoding);
  headers.set("Content-Length", String(sent.length));
  response.writeHead(answer.status, listed(headers)).end(sent);
}

async function answerStream(
  status: number,
  headers: Headers,
  body: ReadableStream<Uint8Array> | null,
  response: ServerResponse,
) {
  response.writeHead(status, listed(headers));
  if (!body) {
    response.end();
    return;
  }
  response.flushHeaders();
  // A reader who leaves half-way is no fault.
  await pipeline(Readable.fromWeb(body as import("node:stream/web").ReadableStream), response).catch(
    () => undefined,
  );
}

/** Set-Cookie may come more than once and must stay apart. */
function listed(headers: Headers): Record<string, string | string[]> {
  const cookies = headers.getSetCookie();
  headers.delete("Set-Cookie");
  return { ...Object.fromEntries(headers), ...(cookies.length > 0 ? { "Set-Cookie": cookies } : {}) };
}

const isKnown = ({ headers }: IncomingMessage) =>
  headers.authorization !== undefined || (headers.cookie?.includes(cookieName(env().secure)) ?? false);

function addVary(headers: Headers, name: string) {
  const present = headers.get("Vary") ?? "";
  if (!present.toLowerCase().split(/, */).includes(name.toLowerCase())) headers.append("Vary", name);
}
