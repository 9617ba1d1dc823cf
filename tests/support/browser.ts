import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { freePort } from "~db/embedded/cluster.server";
import { findChromium } from "../../bin/chromium.mjs";
import { demoSecret } from "./demo";
import type { World } from "./world";

const root = join(import.meta.dirname, "../..");

/** Undefined where no browser is installed: browser tests are then skipped, and `npm test` says so. */
export const chromiumPath: string | undefined = findChromium();

/** For a step on a machine that does much else; what is there shows at once. */
export const patience = { timeout: 60_000 };

export type Visit = {
  origin: string;
  /** A window of its own, signed in as the persona; complaints of the browser's console are kept in `complaints`. */
  as(persona: string | null, options?: { width?: number; scripts?: boolean }): Promise<Page>;
  complaints: string[];
  close(): Promise<void>;
};

/** Scripts have taken the page over: without them it would take no typing. */
export const taken = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactProps$")),
  );

/** Opens a page and waits until scripts have taken it over. */
export async function open(page: Page, address: string) {
  const answer = await page.goto(address);
  await taken(page);
  return answer?.status();
}

export type Process = {
  origin: string;
  dataDir: string;
  /** All that it has written to its two streams. */
  said(): string;
  stop(): Promise<void>;
  /** As by kill -9: it finishes nothing. */
  kill(): Promise<void>;
};

/** The built application as `npm start` runs it: over `database`, or else over a database that it makes on an empty folder. */
export async function aProcess({
  database,
  dataDir,
  environment = {},
  byNpm = false,
}: {
  database?: Pick<World, "ownerUrl" | "webUrl"> | undefined;
  /** Of the process's own unless given. */
  dataDir?: string;
  environment?: Record<string, string>;
  /** As people start it; `stop` then ends npm, and what npm started has to notice. */
  byNpm?: boolean;
}): Promise<Process> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "ribera-e2e-")));
  const port = await freePort();
  const [program, args] = byNpm ? ["npm", ["start"]] : [process.execPath, ["bin/start.mjs"]];
  const server = spawn(program, args, {
    cwd: root,
    env: Object.assign({}, process.env, {
      PORT: String(port),
      RIBERA_DATA_DIR: folder,
      LOG_LEVEL: "error",
      NODE_ENV: "",
      VITEST: "",
      DATABASE_URL: database?.ownerUrl ?? "",
      // Told, so that the role's password stays the one that all tests of this run share.
      DATABASE_WEB_URL: database?.webUrl ?? "",
      RIBERA_DEMO: "1",
      ...(database ? { RIBERA_SECRET_KEY: demoSecret } : {}),
      ...environment,
    }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  server.stderr.on("data", (chunk) => {
    said += chunk;
  });
  await new Promise<void>((resolve, reject) => {
    server.stdout.on("data", (chunk) => {
      said += chunk;
      if (said.includes("Ribera is ready at")) resolve();
    });
    server.once("exit", () => reject(new Error(`the server ended: ${said.slice(-2000)}`)));
  });
  return {
    origin: `http://localhost:${port}`,
    dataDir: folder,
    said: () => said,
    async kill() {
      server.kill("SIGKILL");
      await once(server, "exit");
    },
    async stop() {
      if (server.exitCode === null && server.signalCode === null) {
        server.kill("SIGTERM");
        await once(server, "exit");
      }
      if (!dataDir) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A Chromium that visits the built application: over `database`, or else as a fresh clone starts it, on an empty folder. */
export async function aVisit(started: Parameters<typeof aProcess>[0]): Promise<Visit> {
  const [{ origin, stop }, browser] = await Promise.all([aProcess(started), aBrowser()]);
  const complaints: string[] = [];
  return {
    origin,
    complaints,
    async as(persona, { width = 1280, scripts = true } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        reducedMotion: "reduce",
        javaScriptEnabled: scripts,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(patience.timeout);
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error" && !/status of (4\d\d|503)/.test(message.text()))
          complaints.push(message.text());
      });
      if (persona) {
        const answer = await page.request.post(`${origin}/demo/session`, {
          form: { persona },
          headers: { origin },
        });
        if (!answer.ok()) throw new Error(`${persona} could not sign in`);
      }
      return page;
    },
    async close() {
      await browser.close();
      await stop();
    },
  };
}

export const aBrowser = () =>
  chromium.launch({
    ...(chromiumPath ? { executablePath: chromiumPath } : {}),
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });

/** A device that keeps passkeys and asks its owner each time, for the window of this page. */
export async function withDevice(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const add = async (transport: "internal" | "usb") => {
    const options = {
      protocol: "ctap2" as const,
      transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    };
    return (await cdp.send("WebAuthn.addVirtualAuthenticator", { options })).authenticatorId;
  };
  const id = await add("internal");
  return {
    addAnother: () => add("usb"),
    remove: () => cdp.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId: id }),
  };
}
