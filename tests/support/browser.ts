import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import postgres from "postgres";
import { z } from "zod";
import { freePort, ownerUrl } from "~db/embedded/cluster.server";
import { findChromium } from "../../bin/chromium.mjs";

const root = join(import.meta.dirname, "../..");

/** Undefined where no browser is installed: browser tests are then skipped, and `npm test` says so. */
export const chromiumPath: string | undefined = findChromium();

export type Visit = {
  origin: string;
  /** A window of its own, signed in as the persona; complaints of the browser's console are kept in `complaints`. */
  as(persona: string | null, options?: { width?: number; scripts?: boolean }): Promise<Page>;
  complaints: string[];
  /** The owner of every table, to arrange what no page offers yet. */
  owner(): Promise<postgres.Sql>;
  close(): Promise<void>;
};

const kept = z.object({ port: z.int(), ownerPassword: z.string() });

/** Opens a page and waits until scripts have taken it over: without them it would take no typing. */
export async function open(page: Page, address: string) {
  const answer = await page.goto(address);
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactProps$")),
  );
  return answer?.status();
}

/** The built application as `npm start` runs it, with the demo on an empty folder or database unless given otherwise, and a Chromium to visit it. */
export async function aVisit({
  databaseUrl = "",
  environment = {},
}: {
  databaseUrl?: string;
  environment?: Record<string, string>;
} = {}): Promise<Visit> {
  const dataDir = await mkdtemp(join(tmpdir(), "ribera-e2e-"));
  const port = await freePort();
  const server = spawn(process.execPath, ["bin/start.mjs"], {
    cwd: root,
    env: Object.assign({}, process.env, {
      PORT: String(port),
      RIBERA_DATA_DIR: dataDir,
      LOG_LEVEL: "error",
      NODE_ENV: "",
      VITEST: "",
      DATABASE_URL: databaseUrl,
      RIBERA_DEMO: "1",
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
  const browser: Browser = await chromium.launch({
    ...(chromiumPath ? { executablePath: chromiumPath } : {}),
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  const origin = `http://localhost:${port}`;
  const complaints: string[] = [];
  let owner: postgres.Sql | undefined;
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
      page.setDefaultTimeout(20_000);
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
    async owner() {
      const { port: at, ownerPassword } = kept.parse(
        JSON.parse(await readFile(join(dataDir, "postgres.json"), "utf8")),
      );
      owner ??= postgres(ownerUrl(at, ownerPassword, "ribera"), { max: 1, onnotice: () => {} });
      return owner;
    },
    async close() {
      await owner?.end({ timeout: 1 });
      await browser.close();
      if (server.exitCode === null) {
        server.kill("SIGTERM");
        await once(server, "exit");
      }
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
