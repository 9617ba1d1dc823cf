import type { IncomingMessage } from "node:http";

const megabyte = 1024 * 1024;

/** In megabytes. */
export const bodyLimit = (path: string) => (/\/attachments(\.data)?\/?$/.test(path) ? 12 : 2);

/** The whole body, or nothing if it grows past the limit, whatever its headers promised. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const most = limit * megabyte;
  if (Number(request.headers["content-length"] ?? 0) > most) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
