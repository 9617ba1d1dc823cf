import type { IncomingHttpHeaders } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import Negotiator from "negotiator";
import type { Encoding } from "./page-cache";

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

export function acceptedEncoding(headers: IncomingHttpHeaders): Encoding {
  const accepted = new Negotiator({ headers }).encodings(["br", "gzip", "identity"]);
  return accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : "identity";
}

export const acceptsGzip = ({ headers }: Request) =>
  new Negotiator({ headers: { "accept-encoding": headers.get("Accept-Encoding") ?? "" } })
    .encodings(["gzip"])
    .includes("gzip");

/** `thorough`: made once and sent often. */
export async function compress(body: Buffer, encoding: Encoding, { thorough = false } = {}): Promise<Buffer> {
  if (encoding === "identity") return body;
  if (encoding === "gzip") return toGzip(body, { level: thorough ? 9 : 4 });
  return toBrotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: thorough ? 9 : 4,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

export const isCompressible = (type: string) =>
  /^(text\/(?!event-stream)|application\/([\w.-]+\+)?(json|xml|javascript|ld\+json)|image\/svg\+xml)/.test(
    type,
  );
