import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { ServerBuild } from "@remix-run/node";
import { now } from "~/clock.server";
import { prepareWorld } from "~/demo/prepare-world.server";
import { env } from "~/env.server";
import { runJobs } from "~/jobs/run-jobs.server";
import { paths } from "~/paths";
import { type OpenDatabase, openDatabase } from "~db/open.server";
import { createApplication } from "./http/server/application";
import { refuseBrokenRequest } from "./http/server/broken-request";
import { answerEvenly } from "./http/server/even-answer";
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
const patienceWithRemoteMs = 5000;

/** Answers HTTP on the host and port of the environment, with the database of the environment. */
export async function serve(serving: Serving): Promise<{ close(): Promise<void> }> {
  const web = await listen(serving);
  const opening = open();
  try {
    // A remote database may come later than we do; until then its pages answer 503. The embedded one comes with us.
    await (env().databaseUrl ? Promise.race([opening, pause(patienceWithRemoteMs)]) : opening);
  } catch (error) {
    await web.close();
    throw error;
  }
  const jobs = opening.then((opened) => runJobs(() => opened.pool.db));
  opening.then(() => {
    web.follow();
    announce();
  }, giveUp);
  return {
    async close() {
      await web.close();
      const running = await Promise.race([jobs.catch(() => undefined), pause(0)]);
      await running?.stop();
      const opened = await Promise.race([opening.catch(() => undefined), pause(0)]);
      await opened?.close();
    },
  };
}

/** HTTP alone: while no database is open, what needs it answers 503. */
export async function listen(
  serving: Serving,
  { port = env().port, host = env().host, hold = answerEvenly } = {},
) {
  const application = createApplication(serving, hold);
  const server = createServer(
    // What a slow or swollen request may take of us before it is cut off.
    { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 65_000, maxHeaderSize: 64 * 1024 },
    application.answer,
  );
  server.on("clientError", refuseBrokenRequest);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  server.on("error", (error) => log().error({ name: error.name }, "server error"));
  const address = server.address();

  return {
    follow: application.follow,
    port: typeof address === "object" && address ? address.port : port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      application.stop();
      server.closeIdleConnections();
      // Live streams never end by themselves.
      const cut = setTimeout(() => server.closeAllConnections(), secondsToFinish * 1000);
      await closed;
      clearTimeout(cut);
      await application.close();
    },
  };
}

const open = (): Promise<OpenDatabase> =>
  openDatabase(env(), {
    alone: true,
    patience: Number.POSITIVE_INFINITY,
    onProgress: tell,
    whenMigrated: prepareWorld(env(), now()),
  });

const tell = (line: string) => console.log(line);

function announce() {
  tell(`Ribera is ready at ${env().origin}`);
  if (env().demo) tell(`Sign in as anyone at ${env().origin}${paths.demo()}`);
}

function giveUp(error: unknown) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
