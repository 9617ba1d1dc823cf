import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { env } from "~/env.server";
import { createApplication } from "./http/server/application";
import { refuseBrokenRequest } from "./http/server/broken-request";
import { log } from "./http/server/log";

export type Serving = {
  /** The server build, or in development a function that gives the present one. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Where the built client is, if not where the build says. */
  assetsDirectory?: string;
  /** In development: answers what is Vite's own and calls `next` for the rest. */
  middleware?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
};

const secondsToFinish = 3;

/**
 * Answers HTTP on the host and port of the environment. May be called before the database is open: until it is,
 * and whenever it is away, what needs it answers 503.
 */
export async function serve(serving: Serving): Promise<{ close(): Promise<void> }> {
  const application = createApplication(serving);
  const server = createServer(
    // What a slow or swollen request may take of us before it is cut off.
    { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 65_000, maxHeaderSize: 64 * 1024 },
    application.answer,
  );
  server.on("clientError", refuseBrokenRequest);

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(env().port, env().host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  server.on("error", (error) =>
    log().error({ code: "code" in error ? error.code : undefined }, "server error"),
  );

  return {
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // Live streams never end by themselves.
      const cut = setTimeout(() => server.closeAllConnections(), secondsToFinish * 1000);
      application.stop();
      await closed;
      clearTimeout(cut);
      await application.close();
    },
  };
}
