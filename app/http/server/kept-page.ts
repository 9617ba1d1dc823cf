import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { cookieName } from "~/domain/auth/lucia.server";
import { env } from "~/env.server";
import { acceptedEncoding, compress, isCompressible } from "./encodings";
import type { Encoding, KeptPage, PageCache, Variant } from "./page-cache";
import { commonHeaders, contentSecurityPolicy, hashSource } from "./security-headers";

/** Questions that a public page may be asked; an address with any other is rendered each time. */
const askable = new Set(["q", "issuer", "type", "typology", "year", "status", "page", "_routes"]);

const holdsSession = (cookies = "") => cookies.includes(cookieName(env().secure));

/** The name under which the answer to this request may be kept: a plain reading by nobody known. */
export function keyOf({ method, url, rawHeaders }: IncomingMessage): string | undefined {
  if (url === undefined || (method !== "GET" && method !== "HEAD")) return undefined;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? "";
    // Lengths first: this runs for every page served, and most headers are neither.
    if (name.length === 13 && name.toLowerCase() === "authorization") return undefined;
    if (name.length === 6 && name.toLowerCase() === "cookie" && holdsSession(rawHeaders[i + 1]))
      return undefined;
  }
  const mark = url.indexOf("?");
  return mark < 0 ? url : keyWithQuestions(url.slice(0, mark), url.slice(mark + 1));
}

function keyWithQuestions(path: string, query: string) {
  const asked = new URLSearchParams(query);
  for (const name of asked.keys()) if (!askable.has(name)) return undefined;
  asked.sort();
  return `${path}?${asked}`;
}

export function findKept(cache: PageCache, request: IncomingMessage): KeptPage | undefined {
  const key = keyOf(request);
  return key === undefined ? undefined : cache.get(key);
}

/** The shortest way from memory to the socket: nothing is computed that could be known before. */
export function sendKept(page: KeptPage, request: IncomingMessage, response: ServerResponse, id: string) {
  const { rawHeaders } = request;
  let accept = "";
  let match = "";
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? "";
    if (name.length === 15 && name.toLowerCase() === "accept-encoding") accept = rawHeaders[i + 1] ?? "";
    else if (name.length === 13 && name.toLowerCase() === "if-none-match") match = rawHeaders[i + 1] ?? "";
  }
  const variant = page[chooseEncoding(accept)];
  if (match !== "" && match.includes(variant.etag)) {
    response.writeHead(304, withId(variant.unchanged, id)).end();
    return;
  }
  response.writeHead(200, withId(variant.headers, id));
  response.end(request.method === "HEAD" ? undefined : variant.body);
}

/** Writes the id into the list's own last place: `writeHead` has read the list before anyone else can. */
function withId(headers: string[], id: string) {
  headers[headers.length - 1] = id;
  return headers;
}

const chosen = new Map<string, Encoding>();
const mostChoices = 200;

/** Browsers send a handful of different headers; each is understood once. */
function chooseEncoding(accept: string): Encoding {
  const before = chosen.get(accept);
  if (before) return before;
  const encoding = acceptedEncoding({ "accept-encoding": accept });
  if (chosen.size < mostChoices) chosen.set(accept, encoding);
  return encoding;
}

/**
 * A rendered page as it can be sent to anyone: its nonce, which is worth something only once, is taken out of it
 * and its own scripts are named by their hashes instead.
 */
export async function makeKept(rendered: Buffer, nonce: string, headers: Headers): Promise<KeptPage> {
  const type = headers.get("Content-Type") ?? "text/html; charset=utf-8";
  let body = rendered;
  let policy = contentSecurityPolicy({});
  if (type.startsWith("text/html")) {
    const html = rendered.toString("utf8");
    policy = contentSecurityPolicy({ scripts: hashesOfScripts(html, nonce) });
    body = Buffer.from(html.replaceAll(` nonce="${nonce}"`, ""));
  }
  const digest = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const always = { ...Object.fromEntries(headers), ...commonHeaders() };
  const variant = async (encoding: Encoding): Promise<Variant> => {
    const small = isCompressible(type) ? await compress(body, encoding, { thorough: true }) : body;
    const etag = `"${digest}${encoding === "identity" ? "" : `-${encoding}`}"`;
    const lasting = {
      ...always,
      vary: "Accept-Encoding, Cookie, Authorization",
      etag,
      "Content-Security-Policy": policy,
    };
    const sent = {
      ...lasting,
      "content-type": type,
      "content-length": String(small.length),
      ...(encoding === "identity" || small === body ? {} : { "content-encoding": encoding }),
    };
    return {
      etag,
      body: small,
      headers: listed(sent),
      unchanged: listed(lasting),
    };
  };
  const [identity, gzip, br] = await Promise.all([variant("identity"), variant("gzip"), variant("br")]);
  return { identity, gzip, br };
}

const listed = (headers: Record<string, string>) => Object.entries({ ...headers, "X-Request-Id": "" }).flat();

/** Only scripts that carry this rendering's nonce are ours; nothing that people wrote can carry it. */
function hashesOfScripts(html: string, nonce: string) {
  const hashes = new Set<string>();
  const scripts = new RegExp(`<script[^>]* nonce="${nonce}"[^>]*>([\\s\\S]*?)</script>`, "g");
  for (const [, text] of html.matchAll(scripts)) if (text) hashes.add(hashSource(text));
  return [...hashes];
}
