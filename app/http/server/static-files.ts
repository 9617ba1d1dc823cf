import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { acceptedEncoding, compress, isCompressible } from "./encodings";
import type { Encoding } from "./page-cache";
import { commonHeaders } from "./security-headers";

const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/** Files of the built client. Only names found at start are served, so no address can leave the folder. */
export class StaticFiles {
  #names: Map<string, string>;
  #made = new Map<string, Promise<{ body: Buffer; etag: string }>>();

  constructor(directory: string | undefined) {
    const files =
      directory && existsSync(directory)
        ? readdirSync(directory, { recursive: true, withFileTypes: true })
        : [];
    this.#names = new Map(
      files
        .filter((file) => file.isFile() && !file.name.startsWith(".") && !file.name.endsWith(".map"))
        .map((file) => {
          const path = join(file.parentPath, file.name);
          return [path.slice(directory?.length).split(sep).join("/").replace(/^\/?/, "/"), path];
        }),
    );
  }

  has(path: string) {
    return this.#names.has(path);
  }

  async answer(path: string, request: IncomingMessage, response: ServerResponse) {
    const type = types[extname(path)] ?? "application/octet-stream";
    const encoding = isCompressible(type) ? acceptedEncoding(request.headers) : "identity";
    const { body, etag } = await this.#make(path, encoding);
    const headers: Record<string, string | number> = {
      ...commonHeaders(),
      "Content-Type": type,
      "Cache-Control": path.startsWith("/assets/")
        ? "public, max-age=31536000, immutable"
        : "public, max-age=3600",
      ETag: etag,
      ...(isCompressible(type) ? { Vary: "Accept-Encoding" } : {}),
    };
    if (request.headers["if-none-match"]?.includes(etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    if (encoding !== "identity") headers["Content-Encoding"] = encoding;
    headers["Content-Length"] = body.length;
    response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : body);
  }

  /** Read and compressed at first asking, then kept: the build is a few megabytes. */
  #make(path: string, encoding: Encoding) {
    const key = `${encoding} ${path}`;
    const made = this.#made.get(key) ?? this.#read(path, encoding);
    this.#made.set(key, made);
    made.catch(() => this.#made.delete(key));
    return made;
  }

  async #read(path: string, encoding: Encoding) {
    const body = await compress(await readFile(this.#names.get(path) ?? ""), encoding, { thorough: true });
    return { body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
  }
}
