import type { IncomingMessage } from "node:http";

/** The whole body, or nothing if it grows past `most` bytes, whatever its headers promised. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
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

const patience = { bytes: 64 * 1024 * 1024, milliseconds: 10_000 };

/**
 * Reads on and forgets, within bounds. Most programs write all that they have before they read: closed on at once,
 * they are told of a broken connection and not of the answer.
 */
export async function forgetBody(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  await new Promise<void>((resolve) => {
    let size = 0;
    setTimeout(resolve, patience.milliseconds).unref();
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > patience.bytes) resolve();
    });
    request.resume();
    for (const end of ["end", "close", "error"]) request.once(end, () => resolve());
  });
}
